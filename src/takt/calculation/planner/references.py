"""Ids: each given once, and named only where they exist."""

from collections.abc import Collection, Mapping, Sequence

from takt.calculation.planner.node import Node


def distinct_ids(parts: Sequence[Mapping[str, Node]]) -> frozenset[str]:
    """The ids of objects of one kind. Raises Refused where two have the same."""
    first: dict[str, Node] = {}
    for part in parts:
        node = part["id"]
        id_ = node.id()
        if id_ in first:
            other = first[id_].path
            raise node.wrong(f"is already given in {other}", f"er allerede givet i {other}")
        first[id_] = node
    return frozenset(first)


def read_references(node: Node, ids: Collection[str], kind: str, kind_da: str) -> tuple[str, ...]:
    """A list of known ids, none of them twice."""
    seen: dict[str, None] = {}
    for one in node.items():
        id_ = one.known(ids, kind, kind_da)
        if id_ in seen:
            raise one.wrong("is named twice; keep one", "er nævnt to gange; behold den ene")
        seen[id_] = None
    return tuple(seen)

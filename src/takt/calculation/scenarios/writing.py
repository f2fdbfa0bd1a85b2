"""Changes as JSON values and back. What is not as it is written here is refused with its path."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from takt.calculation.planner.node import REQUIRED, Keys, Node
from takt.calculation.scenarios.changes import (
    CeilingBy,
    CeilingTo,
    Change,
    Drop,
    Exclude,
    Force,
    FrameBy,
    MoreStaff,
    MoveDeadline,
)

MOST_CHANGES = 50
_LEAST_PERCENT, _MOST_PERCENT = -100, 1_000
_MOST_TENTHS = 10_000
_MOST_DAYS = 31

_KIND: Mapping[type, str] = {
    MoreStaff: "staff",
    FrameBy: "frame",
    CeilingTo: "ceiling",
    CeilingBy: "ceiling_percent",
    Drop: "drop",
    Force: "force",
    Exclude: "exclude",
    MoveDeadline: "deadline",
}
_KEYS = {
    "staff": Keys(
        kind=REQUIRED, role=REQUIRED, tenths=REQUIRED, from_month=REQUIRED, days_per_month=REQUIRED
    ),
    "frame": Keys(kind=REQUIRED, frame=None, percent=REQUIRED, years=[]),
    "ceiling": Keys(kind=REQUIRED, unit=None, tenths=REQUIRED),
    "ceiling_percent": Keys(kind=REQUIRED, unit=None, percent=REQUIRED),
    "drop": Keys(kind=REQUIRED, id=REQUIRED),
    "force": Keys(kind=REQUIRED, id=REQUIRED),
    "exclude": Keys(kind=REQUIRED, id=REQUIRED, other=REQUIRED),
    "deadline": Keys(kind=REQUIRED, id=REQUIRED, latest_go_live=None),
}


def kind_of(change: Change) -> str:
    """``staff``, ``frame`` …"""
    return _KIND[type(change)]


def as_json(change: Change) -> dict[str, Any]:
    """Values that JSON can hold; ``read_changes`` gives the change back."""
    members: dict[str, Any] = {"kind": kind_of(change)}
    for name in _KEYS[members["kind"]].names:
        if name != "kind":
            value = getattr(change, name)
            members[name] = list(value) if isinstance(value, tuple) else value
    for month in ("from_month", "latest_go_live"):
        if members.get(month) is not None:
            members[month] = str(members[month])
    return members


def changes_bytes(changes: Sequence[Change]) -> bytes:
    """As ``solving.solve_changed`` reads them; the same changes always give the same bytes."""
    return json.dumps([as_json(change) for change in changes], ensure_ascii=False).encode()


def read_changes(kept: Sequence[Mapping[str, Any]]) -> tuple[Change, ...]:
    """Raises ``planner.refused.Refused`` with the path of what is wrong."""
    return tuple(_read(node) for node in Node(list(kept), "changes", Node({})).items(at_most=MOST_CHANGES))


def _read(node: Node) -> Change:
    kind = Node(node.value.get("kind") if isinstance(node.value, dict) else None, "kind", node).one_of(_KEYS)
    has = node.members(_KEYS[kind])
    match kind:
        case "staff":
            return MoreStaff(
                has["role"].id(),
                has["tenths"].whole(at_least=-_MOST_TENTHS, at_most=_MOST_TENTHS),
                has["from_month"].month(),
                has["days_per_month"].whole(at_least=1, at_most=_MOST_DAYS),
            )
        case "frame":
            years = tuple(year.whole(at_least=1, at_most=9999) for year in has["years"].items(at_most=100))
            return FrameBy(_id_or_none(has["frame"]), _percent(has["percent"]), years)
        case "ceiling":
            tenths = has["tenths"].whole(at_least=0, at_most=_MOST_TENTHS)
            return CeilingTo(_id_or_none(has["unit"]), tenths)
        case "ceiling_percent":
            return CeilingBy(_id_or_none(has["unit"]), _percent(has["percent"]))
        case _:
            return _about_an_initiative(kind, has)


def _about_an_initiative(kind: str, has: Mapping[str, Node]) -> Change:
    id_ = has["id"].id()
    match kind:
        case "drop":
            return Drop(id_)
        case "force":
            return Force(id_)
        case "exclude":
            return Exclude(id_, has["other"].id())
        case _:
            latest = has["latest_go_live"]
            return MoveDeadline(id_, None if latest.value is None else latest.month())


def _id_or_none(node: Node) -> str | None:
    return None if node.value is None else node.id()


def _percent(node: Node) -> int:
    return node.whole(at_least=_LEAST_PERCENT, at_most=_MOST_PERCENT)

"""Circles that no organisation and no order of work can have."""

from collections.abc import Mapping, Sequence

from takt.calculation.planner.node import printable
from takt.calculation.planner.problem import Initiative, Unit
from takt.calculation.planner.refused import Refused


def refuse_parent_cycle(units: Sequence[Unit]) -> None:
    """Raises Refused when a unit is, over its parents, its own parent."""
    parents = {unit.id: (unit.parent,) if unit.parent is not None else () for unit in units}
    circle = _circle(parents)
    if circle:
        index = [unit.id for unit in units].index(circle[0])
        raise Refused(
            f"units[{index}].parent",
            f"goes in a circle: {_arrows(circle)}; a unit cannot lie below itself",
            f"går i ring: {_arrows(circle)}; en enhed kan ikke ligge under sig selv",
        )


def refuse_requirement_cycle(initiatives: Sequence[Initiative]) -> None:
    """Raises Refused when an initiative must, over what it requires, wait for itself."""
    requires = {one.id: tuple(required.id for required in one.requires) for one in initiatives}
    circle = _circle(requires)
    if circle:
        index = [one.id for one in initiatives].index(circle[0])
        at = requires[circle[0]].index(circle[1])
        raise Refused(
            f"initiatives[{index}].requires[{at}].id",
            f"goes in a circle: {_arrows(circle)}; an initiative cannot wait for itself",
            f"går i ring: {_arrows(circle)}; et initiativ kan ikke vente på sig selv",
        )


def _circle(follows: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Ids each leading to the next, the last being the first again; empty when there is none.

    Depth first without recursion, since a hostile chain may be as long as the file.
    """
    done: set[str] = set()
    for root in follows:
        trail: dict[str, None] = {}
        ahead = [(root, iter(follows[root]))] if root not in done else []
        trail[root] = None
        while ahead:
            here, rest = ahead[-1]
            following = next((one for one in rest if one not in done), None)
            if following is None:
                ahead.pop()
                done.add(here)
                del trail[here]
            elif following in trail:
                ids = [*trail]
                return (*ids[ids.index(following) :], following)
            else:
                trail[following] = None
                ahead.append((following, iter(follows[following])))
    return ()


def _arrows(circle: Sequence[str]) -> str:
    shown = circle if len(circle) <= 8 else (*circle[:6], "…", circle[-1])
    return " → ".join(printable(id_) for id_ in shown)

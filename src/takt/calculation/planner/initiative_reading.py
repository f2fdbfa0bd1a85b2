"""Read one initiative, and see that everything it names exists."""

from typing import NamedTuple

from takt.calculation.planner import format as keys
from takt.calculation.planner.node import Node
from takt.calculation.planner.problem import Change, Initiative, Obligation, Requirement, Spending
from takt.calculation.planner.references import distinct_ids, read_references


class Known(NamedTuple):
    """The ids that may be named."""

    units: frozenset[str]
    roles: frozenset[str]
    frames: frozenset[str]
    goals: frozenset[str]
    initiatives: frozenset[str]


def read_initiative(has: dict[str, Node], known: Known) -> Initiative:
    """From the members of its object. Raises Refused."""
    prepare, roll_out, settle = (has[phase].whole(at_least=0) for phase in ("prepare", "roll_out", "settle"))
    length = prepare + roll_out + settle
    return Initiative(
        id=has["id"].id(),
        title=has["title"].text(),
        obligation=Obligation(has["obligation"].one_of([*Obligation])),
        prepare=prepare,
        roll_out=roll_out,
        settle=settle,
        earliest_start=has["earliest_start"].whole(),
        latest_go_live=has["latest_go_live"].whole_or_none(),
        fixed_start=has["fixed_start"].whole_or_none(),
        announced_start=has["announced_start"].whole_or_none(),
        points_per_year=has["points_per_year"].whole(),
        points_at_go_live=has["points_at_go_live"].whole(),
        money=tuple(_spending(one, length, known) for one in has["money"].items()),
        staff=_staff(has["staff"], length, known),
        change=tuple(_change(one, length, known) for one in has["change"].items()),
        requires=_requires(has["requires"], known),
        excludes=_excludes(has["excludes"], known, has["id"].id()),
        goals=_goals(has["goals"], known),
    )


def _spending(node: Node, length: int, known: Known) -> Spending:
    has = node.members(keys.SPENDING)
    return Spending(
        frame=has["frame"].known(known.frames, "a frame", "en ramme"),
        dkk=has["dkk"].from_start(longest=length),
        dkk_per_month_in_use=has["dkk_per_month_in_use"].whole(),
    )


def _change(node: Node, length: int, known: Known) -> Change:
    has = node.members(keys.CHANGE)
    unit = has["unit"].known(known.units, "a unit", "en enhed")
    return Change(unit=unit, hours=has["hours"].from_start(at_least=0, longest=length))


def _staff(node: Node, length: int, known: Known) -> dict[str, tuple[int, ...]]:
    return {
        days.key_node().known(known.roles, "a role", "en rolle"): days.from_start(at_least=0, longest=length)
        for _, days in node.entries()
    }


def _goals(node: Node, known: Known) -> dict[str, int]:
    return {
        points.key_node().known(known.goals, "a goal", "et mål"): points.whole()
        for _, points in node.entries()
    }


def _requires(node: Node, known: Known) -> tuple[Requirement, ...]:
    required = [one.members(keys.REQUIREMENT) for one in node.items()]
    distinct_ids(required)
    return tuple(
        Requirement(
            id=has["id"].known(known.initiatives, "an initiative", "et initiativ"),
            lag_months=has["lag_months"].whole(at_least=0),
        )
        for has in required
    )


def _excludes(node: Node, known: Known, own_id: str) -> frozenset[str]:
    for one in node.items():
        if one.value == own_id:
            raise one.wrong("excludes itself; remove it", "udelukker sig selv; fjern den")
    return frozenset(read_references(node, known.initiatives, "an initiative", "et initiativ"))

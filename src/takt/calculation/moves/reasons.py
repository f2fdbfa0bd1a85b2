"""Why one initiative moves from one plan to the next: its own estimate, a limit that changed, or others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from takt.calculation.planner.explain import Situation
from takt.calculation.planner.explain.answer import Obstacle, Pressure
from takt.calculation.planner.explain.phrases import by_bottleneck
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.planner.usage import Limit, Resource, capacity


class Cause(StrEnum):
    NEW = "new"
    """It was no part of the earlier question."""
    GONE = "gone"
    """It is no part of the new one."""
    DUTY = "duty"
    """It has become something that must be done."""
    ESTIMATE = "estimate"
    """What was estimated of it has changed: ``changed``."""
    PASSED = "passed"
    """Its earlier start lies before the new plan begins."""
    OBSTACLE = "obstacle"
    """Calendar or order do not allow its earlier place any more: ``obstacle``."""
    NARROWER = "narrower"
    """A limit has been lowered since: ``pressures``."""
    DISPLACED = "displaced"
    """``others`` use the place now."""
    CLEARED = "cleared"
    """The ``obstacle`` of its new place is gone."""
    WIDER = "wider"
    """A limit has been raised since: ``pressures``."""
    RELEASED = "released"
    """``others`` do not use the place any more."""
    WHOLE = "whole"
    """Nothing forces it: the plan as a whole is better so."""


class Part(StrEnum):
    """Of an estimate."""

    TIME = "time"
    WINDOW = "window"
    DEADLINE = "deadline"
    MONEY = "money"
    STAFF = "staff"
    CHANGE = "change"
    VALUE = "value"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Reason:
    cause: Cause
    problem: Problem | None = None
    """The question in which ``start``, ``pressures`` and ``obstacle`` are measured."""
    start: int | None = None
    pressures: tuple[Pressure, ...] = ()
    """Of one limit."""
    obstacle: Obstacle | None = None
    others: tuple[str, ...] = ()
    changed: tuple[Part, ...] = ()


def why_moved(id_: str, before: Situation, after: Situation) -> Reason:
    """``id_`` is in one of the plans or in both, at different times."""
    was, becomes = before.problem.initiative.get(id_), after.problem.initiative.get(id_)
    if becomes is None:
        return Reason(Cause.GONE)
    if was is None:
        return Reason(Cause.NEW)
    if becomes.obligation is Obligation.MUST and was.obligation is not Obligation.MUST:
        return Reason(Cause.DUTY)
    shift = before.problem.first_month.minus(after.problem.first_month)
    if changed := tuple(_changed(was, becomes, shift)):
        return Reason(Cause.ESTIMATE, changed=changed)
    held, gets = before.start.get(id_), after.start.get(id_)
    if held is not None and (gets is None or gets > held + shift):
        return _held_back(becomes, held + shift, before, after, shift)
    return _let_in(was, (gets or 0) - shift, before, after, shift)


def _changed(was: Initiative, becomes: Initiative, shift: int) -> Iterator[Part]:
    def moved(offset: int | None) -> int | None:
        return None if offset is None else offset + shift

    parts = {
        Part.TIME: (was.prepare, was.roll_out) != (becomes.prepare, becomes.roll_out),
        Part.WINDOW: max(0, was.earliest_start + shift) < becomes.earliest_start,
        Part.DEADLINE: moved(was.latest_go_live) != becomes.latest_go_live,
        Part.MONEY: was.money != becomes.money,
        Part.STAFF: dict(was.staff) != dict(becomes.staff),
        Part.CHANGE: was.change != becomes.change,
        Part.VALUE: was.points_per_year != becomes.points_per_year,
        Part.ORDER: was.requires != becomes.requires,
    }
    return (part for part, is_changed in parts.items() if is_changed)


def _held_back(one: Initiative, start: int, before: Situation, after: Situation, shift: int) -> Reason:
    """Why it may not stay at ``start``, a month of the new plan."""
    if start < one.earliest_start:
        return Reason(Cause.PASSED, after.problem, start)
    if start >= after.ground.demand(one.id).starts:
        return Reason(Cause.WHOLE)
    if obstacles := after.obstacles(one, start):
        return Reason(Cause.OBSTACLE, after.problem, start, obstacle=obstacles[0])
    groups = by_bottleneck(after.sweep(one).pressures(start))
    if not groups:
        return Reason(Cause.WHOLE)
    pressures = tuple(groups[0])
    found = Reason(Cause.DISPLACED, after.problem, start, pressures)
    if any(_more(before, _at(one.limit, -shift), one.decided) > 0 for one in pressures):
        return replace(found, cause=Cause.NARROWER)
    return replace(found, others=_more_than(after, before, pressures, -shift, besides=one.id))


def _let_in(one: Initiative, start: int, before: Situation, after: Situation, shift: int) -> Reason:
    """Why it was not at ``start``, a month of the earlier plan, already."""
    if not 0 <= start < before.ground.demand(one.id).starts:
        return Reason(Cause.WHOLE)
    if obstacles := before.obstacles(one, start):
        return Reason(Cause.CLEARED, before.problem, start, obstacle=obstacles[0])
    groups = by_bottleneck(before.sweep(one).pressures(start))
    if not groups:
        return Reason(Cause.WHOLE)
    pressures = tuple(groups[0])
    found = Reason(Cause.RELEASED, before.problem, start, pressures)
    if any(_more(after, _at(one.limit, shift), one.decided) > 0 for one in pressures):
        return replace(found, cause=Cause.WIDER)
    return replace(found, others=_more_than(before, after, pressures, shift, besides=one.id))


def _at(limit: Limit, shift: int) -> Limit:
    """The same time as the other plan counts its months."""
    is_monthly = limit.resource in (Resource.STAFF, Resource.LOAD)
    return replace(limit, when=limit.when + shift) if is_monthly and isinstance(limit.when, int) else limit


def _more(situation: Situation, limit: Limit, than: int) -> int:
    """How much wider the limit is there; nought where it is not known."""
    return _decided(situation.problem).get(limit, than) - than


def _decided(problem: Problem) -> Mapping[Limit, int]:
    return dict(capacity(problem))


def _more_than(
    one: Situation, other: Situation, pressures: tuple[Pressure, ...], shift: int, *, besides: str
) -> tuple[str, ...]:
    """Who uses more of these limits in one plan than in the other, the largest first."""
    extra: dict[str, int] = {}
    for pressure in pressures:
        theirs = _held(other, _at(pressure.limit, shift))
        for id_, amount in _held(one, pressure.limit).items():
            if id_ != besides and amount > theirs.get(id_, 0):
                extra[id_] = extra.get(id_, 0) + amount - theirs.get(id_, 0)
    return tuple(sorted(extra, key=lambda id_: (-extra[id_], id_)))


def _held(situation: Situation, limit: Limit) -> dict[str, int]:
    """What each initiative that may be moved uses of a limit; empty where the limit is not known."""
    layout, holdings = situation.ground.layout, situation.holdings
    match limit.resource:
        case Resource.MONEY if limit.id in layout.frame_index and limit.when in layout.years:
            column = holdings.money[:, layout.frame_index[limit.id], layout.years.index(limit.when)]
        case Resource.GO_LIVES if limit.id in layout.unit_index and limit.when in layout.quarters:
            quarter = layout.quarters.index(limit.when)
            column = holdings.go_lives[:, layout.unit_index[limit.id], quarter]
        case Resource.STAFF | Resource.LOAD if (row := _row(situation, limit)) is not None:
            column = holdings.monthly[:, row, limit.when]
        case _:
            return {}
    return dict(zip(holdings.ids, column.tolist(), strict=True))


def _row(situation: Situation, limit: Limit) -> int | None:
    layout = situation.ground.layout
    if not isinstance(limit.when, int) or not 0 <= limit.when < situation.problem.months:
        return None
    if limit.resource is Resource.STAFF:
        return layout.role_row.get(limit.id)
    index = layout.unit_index.get(limit.id)
    return None if index is None else len(layout.role_row) + index

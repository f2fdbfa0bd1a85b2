"""Make the changed question. The same question and changes always give the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from takt.calculation.change_load.hours import ceiling_hours
from takt.calculation.planner.archive import with_sha256
from takt.calculation.planner.pinning import demanding, not_demanding, wishes_in
from takt.calculation.planner.problem import Frame, Initiative, Problem, Role, Unit
from takt.calculation.scenarios.changes import (
    CannotChange,
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


def changed(problem: Problem, changes: Sequence[Change]) -> Problem:
    """The question under these changes, in their order, with the hash of its own bytes. Raises CannotChange.

    A start that the question keeps as a wish is kept here too where it can be; elsewhere its initiative has that
    month or none, so that no future is impossible because of a wish.
    """
    wishes = wishes_in(problem) if changes else ()
    problem = not_demanding(problem, wishes)
    for change in changes:
        problem = _APPLY[type(change)](problem, change)
    return with_sha256(demanding(problem, wishes) if wishes else problem)


def falls_with(problem: Problem, id_: str) -> tuple[str, ...]:
    """What requires this initiative, directly or through others, and has not started: it cannot do without."""
    gone = {id_}
    while True:
        more = {
            one.id
            for one in problem.initiatives
            if one.id not in gone
            and one.fixed_start is None
            and any(required.id in gone for required in one.requires)
        }
        if not more:
            return tuple(one.id for one in problem.initiatives if one.id in gone - {id_})
        gone |= more


def _more_staff(problem: Problem, change: MoreStaff) -> Problem:
    if change.role not in {role.id for role in problem.roles}:
        raise _unknown("rollen", "the role", change.role)
    more = int(change.full_time_equivalents * change.days_per_month)
    first = change.from_month.minus(problem.first_month)

    def with_more(role: Role) -> Role:
        if role.id != change.role:
            return role
        days = (max(0, there + more) if month >= first else there for month, there in enumerate(role.days))
        return replace(role, days=tuple(days))

    return replace(problem, roles=tuple(with_more(role) for role in problem.roles))


def _frame_by(problem: Problem, change: FrameBy) -> Problem:
    if change.frame is not None and change.frame not in {frame.id for frame in problem.frames}:
        raise _unknown("rammen", "the frame", change.frame)
    meant = [frame for frame in problem.frames if change.frame in {None, frame.id}]
    for year in change.years:
        if not any(year in frame.dkk for frame in meant):
            raise CannotChange(f"Der er ingen ramme i {year}.", f"There is no frame in {year}.")

    def moved(frame: Frame) -> Frame:
        return replace(
            frame,
            dkk={
                year: dkk + abs(dkk) * change.percent // 100 if year in (change.years or (year,)) else dkk
                for year, dkk in frame.dkk.items()
            },
        )

    return replace(
        problem, frames=tuple(moved(frame) if frame in meant else frame for frame in problem.frames)
    )


def _ceiling_to(problem: Problem, change: CeilingTo) -> Problem:
    per_employee = Fraction(change.tenths, 10)

    def moved(unit: Unit) -> Unit:
        whole = ceiling_hours(hours_per_employee=per_employee, headcount=unit.headcount)
        usual = max((hours for hours in unit.ceiling_hours if hours is not None), default=None)
        if usual is None:
            return replace(unit, ceiling_hours=(whole,) * problem.months) if unit.id == change.unit else unit
        # a month in which readiness lowers the ceiling stays lowered in the same proportion
        return replace(unit, ceiling_hours=tuple(_share(whole, hours, usual) for hours in unit.ceiling_hours))

    return _with_units(problem, change.unit, moved)


def _share(whole: int, hours: int | None, usual: int) -> int | None:
    if hours is None:
        return None
    return whole * hours // usual if usual else whole


def _ceiling_by(problem: Problem, change: CeilingBy) -> Problem:
    def moved(unit: Unit) -> Unit:
        return replace(
            unit,
            ceiling_hours=tuple(
                None if hours is None else hours * (100 + change.percent) // 100
                for hours in unit.ceiling_hours
            ),
        )

    return _with_units(problem, change.unit, moved)


def _with_units(problem: Problem, top: str | None, moved: Callable[[Unit], Unit]) -> Problem:
    """``moved`` is done to a unit and all below it; to every unit for None."""
    if top is not None and top not in problem.unit:
        raise _unknown("enheden", "the unit", top)
    units = (
        moved(unit) if top is None or top in problem.lineage(unit.id) else unit for unit in problem.units
    )
    return replace(problem, units=tuple(units))


def _drop(problem: Problem, change: Drop) -> Problem:
    _demand(problem, change.id)
    gone = {change.id, *falls_with(problem, change.id)}
    left = tuple(tuple(id_ for id_ in ids if id_ not in gone) for ids in problem.choose_one)
    if not all(left):
        raise CannotChange(
            f"{change.id} kan ikke tages ud: mindst ét af de ønsker, der falder bort, skal med i planen.",
            f"{change.id} cannot be taken out: one of the wishes that go with it must be in the plan.",
        )
    initiatives = (_without(one, gone) for one in problem.initiatives if one.id not in gone)
    return replace(problem, initiatives=tuple(initiatives), choose_one=left)


def _without(one: Initiative, gone: set[str]) -> Initiative:
    return replace(
        one,
        requires=tuple(required for required in one.requires if required.id not in gone),
        excludes=one.excludes - gone,
    )


def _force(problem: Problem, change: Force) -> Problem:
    _demand(problem, change.id)
    return replace(problem, choose_one=(*problem.choose_one, (change.id,)))


def _exclude(problem: Problem, change: Exclude) -> Problem:
    _demand(problem, change.id)
    _demand(problem, change.other)
    if change.id == change.other:
        raise CannotChange("Vælg to forskellige ønsker.", "Choose two different wishes.")
    return _with_initiative(problem, change.id, lambda one: {"excludes": one.excludes | {change.other}})


def _move_deadline(problem: Problem, change: MoveDeadline) -> Problem:
    _demand(problem, change.id)
    latest = change.latest_go_live
    offset = None if latest is None else latest.minus(problem.first_month)
    return _with_initiative(problem, change.id, lambda _: {"latest_go_live": offset})


def _with_initiative(problem: Problem, id_: str, said: Callable[[Initiative], Mapping[str, Any]]) -> Problem:
    initiatives = (replace(one, **said(one)) if one.id == id_ else one for one in problem.initiatives)
    return replace(problem, initiatives=tuple(initiatives))


def _demand(problem: Problem, id_: str) -> None:
    if id_ not in problem.initiative:
        raise CannotChange(
            f"{id_} er ikke med i spørgsmålet til planen.", f"{id_} is not part of the question to the plan."
        )


def _unknown(kind_da: str, kind_en: str, id_: str) -> CannotChange:
    return CannotChange(
        f"Spørgsmålet har ikke {kind_da} {id_}.", f"The question does not have {kind_en} {id_}."
    )


_APPLY: Mapping[type, Callable[[Problem, Any], Problem]] = {
    MoreStaff: _more_staff,
    FrameBy: _frame_by,
    CeilingTo: _ceiling_to,
    CeilingBy: _ceiling_by,
    Drop: _drop,
    Force: _force,
    Exclude: _exclude,
    MoveDeadline: _move_deadline,
}

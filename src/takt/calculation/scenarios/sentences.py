"""What a change says, as people say it, in Danish and English."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from takt.calculation.planner.problem import Problem
from takt.calculation.scenarios.applying import falls_with
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
from takt.calculation.wording import Language, join_list, month_name, number


def sentence(change: Change, problem: Problem, language: Language = "da") -> str:
    """``problem`` gives the names; what it does not have is called by its id."""
    return _SAY[type(change)](change, problem, language)


def _more_staff(change: MoreStaff, problem: Problem, language: Language) -> str:
    role = next((role.name for role in problem.roles if role.id == change.role), change.role)
    much = number(abs(change.full_time_equivalents), int(change.tenths % 10 != 0), language)
    month, days = month_name(change.from_month, language), change.days_per_month
    if language == "da":
        more = "mere" if change.tenths >= 0 else "mindre"
        return f"{much} årsværk {more} af {role} fra {month} ({days} dage om måneden pr. årsværk)"
    more = "more" if change.tenths >= 0 else "fewer"
    noun = "full-time equivalent" if abs(change.tenths) == 10 else "full-time equivalents"
    return f"{much} {noun} {more} of {role} from {month} ({days} days a month each)"


def _frame_by(change: FrameBy, problem: Problem, language: Language) -> str:
    frame = next((frame.name for frame in problem.frames if frame.id == change.frame), change.frame)
    years = join_list([str(year) for year in sorted(change.years)], language)
    if language == "da":
        what = f"Rammen {frame}" if change.frame else "Alle rammer"
        return f"{what} {_by(change.percent, language)} {f'i {years}' if years else 'i alle år'}"
    what = f"The frame {frame}" if change.frame else "All frames"
    return f"{what} {_by(change.percent, language)} {f'in {years}' if years else 'in all years'}"


def _by(percent: int, language: Language) -> str:
    if language == "da":
        return f"{'hæves' if percent >= 0 else 'sænkes'} {abs(percent)} %"
    return f"{'raised' if percent >= 0 else 'lowered'} by {abs(percent)} %"


def _ceiling_to(change: CeilingTo, problem: Problem, language: Language) -> str:
    before = _per_employee_today(change, problem)
    hours = number(Fraction(change.tenths, 10), 1, language)
    if before is not None:
        hours = f"{number(before, 1, language)} → {hours}"
    if language == "da":
        where = f"i {_unit(problem, change.unit)} og enhederne under" if change.unit else "i alle enheder"
        return f"Loftet {where}: {hours} timer pr. medarbejder pr. måned"
    where = f"in {_unit(problem, change.unit)} and the units below" if change.unit else "in all units"
    return f"The ceiling {where}: {hours} hours per employee per month"


def _per_employee_today(change: CeilingTo, problem: Problem) -> Fraction | None:
    unit = problem.unit.get(change.unit or "")
    hours = max((one for one in unit.ceiling_hours if one is not None), default=None) if unit else None
    return Fraction(hours, unit.headcount) if unit and unit.headcount and hours is not None else None


def _ceiling_by(change: CeilingBy, problem: Problem, language: Language) -> str:
    by = _by(change.percent, language)
    if language == "da":
        if change.unit is None:
            return f"Alle lofter over forandring {by}"
        return f"Loftet i {_unit(problem, change.unit)} og enhederne under {by}"
    if change.unit is None:
        return f"All ceilings on change {by}"
    return f"The ceiling in {_unit(problem, change.unit)} and the units below {by}"


def _drop(change: Drop, problem: Problem, language: Language) -> str:
    one = problem.initiative.get(change.id)
    others = [_title(problem, id_) for id_ in falls_with(problem, change.id)]
    stopped = one is not None and one.fixed_start is not None
    if language == "da":
        what = f"{_title(problem, change.id)} {'stoppes' if stopped else 'tages ud'}"
        return f"{what}, og med det {join_list(others)}, som kræver det" if others else what
    what = f"{_title(problem, change.id)} is {'stopped' if stopped else 'taken out'}"
    return f"{what}, and with it {join_list(others, 'en')}, which require it" if others else what


def _force(change: Force, problem: Problem, language: Language) -> str:
    title = _title(problem, change.id)
    return f"{title} skal med" if language == "da" else f"{title} must be in the plan"


def _exclude(change: Exclude, problem: Problem, language: Language) -> str:
    pair = (_title(problem, change.id), _title(problem, change.other))
    if language == "da":
        return f"Højst et af de to: {pair[0]} eller {pair[1]}"
    return f"At most one of the two: {pair[0]} or {pair[1]}"


def _move_deadline(change: MoveDeadline, problem: Problem, language: Language) -> str:
    title, latest = _title(problem, change.id), change.latest_go_live
    if latest is None:
        return f"{title} har ingen frist" if language == "da" else f"{title} has no deadline"
    month = month_name(latest, language)
    return f"Fristen for {title} er {month}" if language == "da" else f"The deadline of {title} is {month}"


def _title(problem: Problem, id_: str) -> str:
    one = problem.initiative.get(id_)
    return f"{one.title} ({id_})" if one and one.title else id_


def _unit(problem: Problem, id_: str) -> str:
    return problem.unit[id_].name if id_ in problem.unit else id_


_SAY: Mapping[type, Callable[[Any, Problem, Language], str]] = {
    MoreStaff: _more_staff,
    FrameBy: _frame_by,
    CeilingTo: _ceiling_to,
    CeilingBy: _ceiling_by,
    Drop: _drop,
    Force: _force,
    Exclude: _exclude,
    MoveDeadline: _move_deadline,
}

"""The figures of a plan, worked out once when it is recorded, so that no page has to reckon them again.

Kept as JSON in ``PlanRun.figures``. Months are offsets from the run's first month; money is whole DKK, load
is change hours of the whole unit, staff is person-days.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from takt.calculation.planner.check import Verdict
from takt.calculation.planner.explain import Explanation, Situation, explain_in
from takt.calculation.planner.explain.answer import Remark
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import Usage, capacity, fixed_starts, usage_of


@dataclass(frozen=True, slots=True)
class UnitFigures:
    id: str
    name: str
    parent: str | None
    headcount: int
    load: list[int]
    """Of the unit and all below it."""
    ceiling: list[int | None]
    """None: no limit that month."""


@dataclass(frozen=True, slots=True)
class StaffFigures:
    id: str
    name: str
    used: list[int]
    days: list[int]
    """There are for initiatives."""


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    frame: str
    """anlaeg or drift, and for one committee alone anlaeg/committee."""
    year: int
    under_way_dkk: int
    """Of initiatives that have already started."""
    planned_dkk: int
    """Of all others in the plan."""
    frame_dkk: int | None
    """None: no frame was set for the year."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why an initiative is not in the plan, in short; the whole answer is worked out when it is asked for."""

    binds: list[str]
    """Themes: change, staff, money, law."""
    window: int | None
    """The first month in which it could start and still be in time."""
    impossible: bool
    worthless: bool
    """It fits, but gives nothing inside the plan."""


@dataclass(frozen=True, slots=True)
class Figures:
    units: list[UnitFigures]
    staff: list[StaffFigures]
    money: list[MoneyFigures]
    go_lives: list[int]
    """How many initiatives go live in each month."""
    freezes: list[tuple[int, int, list[str] | None]]
    """(first, latest, unit ids or None = everywhere)."""
    deadlines: dict[str, int]
    """Latest go-live by initiative."""
    requires: list[tuple[str, str]]
    """(the one that must be in use first, the one that waits for it)."""
    under_way: list[str]
    """Initiatives that have started; their place was given."""
    left_out: dict[str, LeftOut]
    reported: list[tuple[str, str]]
    """What initiatives under way break by themselves, in Danish and English."""
    months_late: int
    plan_sha256: str
    freeze_reasons: list[str] = field(default_factory=list)
    without_estimate: list[str] = field(default_factory=list)
    waiting_for: dict[str, str] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)
    """Ceilings that an answer about readiness lowered: unit, percent, first and latest month, day of the answer."""
    pins: list[dict[str, Any]] = field(default_factory=list)
    """Wishes for a start, and what became of each (see ``pinning.asking``)."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read_figures(kept: Mapping[str, Any]) -> Figures:
    """From what ``as_json`` gave."""
    return Figures(
        **{
            **kept,
            "units": [UnitFigures(**one) for one in kept["units"]],
            "staff": [StaffFigures(**one) for one in kept["staff"]],
            "money": [MoneyFigures(**one) for one in kept["money"]],
            "left_out": {id_: LeftOut(**one) for id_, one in kept["left_out"].items()},
        }
    )


def figures_of(
    problem: Problem,
    plan: Plan,
    verdict: Verdict,
    *,
    plan_sha256: str,
    asked: Mapping[str, Any],
    still_here: Callable[[], None] = lambda: None,
) -> Figures:
    """``asked``: what the question noted about itself (freeze reasons, and who was left out of it).

    Takes some milliseconds for every initiative left out, and calls ``still_here`` before each.
    """
    usage = usage_of(problem, plan.start)
    return Figures(
        units=_units(problem, usage),
        staff=_staff(problem, usage),
        money=_money(problem, usage),
        go_lives=_go_lives(problem, plan),
        freezes=_freezes(problem),
        deadlines=_deadlines(problem),
        requires=[(required.id, one.id) for one in problem.initiatives for required in one.requires],
        under_way=list(fixed_starts(problem)),
        left_out=_left_out(problem, plan, still_here),
        reported=[(breach.da, breach.en) for breach in verdict.reported],
        months_late=plan.months_late,
        plan_sha256=plan_sha256,
        **asked,
    )


def _units(problem: Problem, usage: Usage) -> list[UnitFigures]:
    return [
        UnitFigures(
            unit.id,
            unit.name,
            unit.parent,
            unit.headcount,
            list(usage.load[unit.id]),
            list(unit.ceiling_hours),
        )
        for unit in problem.units
    ]


def _staff(problem: Problem, usage: Usage) -> list[StaffFigures]:
    return [
        StaffFigures(role.id, role.name, list(usage.staff[role.id]), list(role.days))
        for role in problem.roles
    ]


def _money(problem: Problem, usage: Usage) -> list[MoneyFigures]:
    under_way = usage_of(problem, fixed_starts(problem)).money
    frames = capacity(problem).money
    return [
        MoneyFigures(
            frame, year, under_way[frame, year], dkk - under_way[frame, year], frames.get((frame, year))
        )
        for (frame, year), dkk in usage.money.items()
    ]


def _go_lives(problem: Problem, plan: Plan) -> list[int]:
    counts = [0] * problem.months
    for id_, start in plan.start.items():
        month = start + problem.initiative[id_].lead_time
        if 0 <= month < problem.months:
            counts[month] += 1
    return counts


def _freezes(problem: Problem) -> list[tuple[int, int, list[str] | None]]:
    return [
        (freeze.first, freeze.latest, None if freeze.units is None else sorted(freeze.units))
        for freeze in problem.freezes
    ]


def _deadlines(problem: Problem) -> dict[str, int]:
    return {one.id: one.latest_go_live for one in problem.initiatives if one.latest_go_live is not None}


def _left_out(problem: Problem, plan: Plan, still_here: Callable[[], None]) -> dict[str, LeftOut]:
    situation, reasons = Situation.of(problem, plan.start), {}
    for one in problem.initiatives:
        if one.id not in plan.start:
            still_here()
            reasons[one.id] = _in_short(explain_in(situation, one.id))
    return reasons


def _in_short(why: Explanation) -> LeftOut:
    return LeftOut(
        binds=[str(theme) for theme in why.binding],
        window=why.next_window.start if why.next_window and not why.next_window.after_deadline else None,
        impossible=why.impossible is not None,
        worthless=Remark.ROOM_BUT_NO_VALUE in why.remarks,
    )

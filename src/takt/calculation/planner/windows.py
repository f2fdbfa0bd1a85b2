"""When there is room in a plan for so many change hours a month over some months, and for a go-live after them.

The same reckoning as the planner's: the hours fall on the units and on all above them, beside what the plan
already asks of these, and the go-live counts in its quarter and may not fall in a freeze.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from takt.calculation.planner.explain.answer import Pressure
from takt.calculation.planner.explain.demand import demand_of
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.explain.sweep import Sweep
from takt.calculation.planner.problem import Change, Initiative, Obligation, Problem


@dataclass(frozen=True, slots=True)
class RollOut:
    """What is to be rolled out."""

    hours: Mapping[str, int]
    """Change hours of the whole unit in each month, by unit id."""
    months: int
    first: int = 0
    """The earliest month offset in which it may begin."""


@dataclass(frozen=True, slots=True)
class FreeWindow:
    """Neighbouring months in each of which it could begin."""

    first: int
    latest: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """The start at which least is in the way."""

    start: int
    pressures: tuple[Pressure, ...]
    frozen: bool
    """Its go-live falls in a freeze."""


@dataclass(frozen=True)
class Room:
    """The answer. Months are offsets."""

    problem: Problem = field(repr=False)
    asked: RollOut
    windows: tuple[FreeWindow, ...]
    nearest: Nearest | None = None
    """Only where there is no window; None when it cannot even go live within the plan."""
    percent: int = 100
    """So many per cent of the hours have a window; 0 when not even one has."""
    percent_from: int | None = None
    """The first start with that share of the hours."""


def rollout_windows(situation: Situation, asked: RollOut) -> Room:
    """KeyError for a unit that the question does not have; a few thousandths of a second."""
    free, sweep, frozen = _free_starts(situation, asked)
    if free:
        return Room(situation.problem, asked, _runs(free))
    percent, start = _most_that_fits(situation, asked)
    nearest = _nearest(asked, sweep, frozen)
    return Room(situation.problem, asked, (), nearest, percent, start)


def _free_starts(situation: Situation, asked: RollOut) -> tuple[list[int], Sweep, frozenset[int]]:
    """And the sweep over all starts, with the months in which it may not go live."""
    ground = situation.ground
    demand = demand_of(_as_initiative(asked), ground.layout)
    sweep = Sweep(ground.layout, demand, situation.used, ground.allowed, ground.decided)
    frozen = ground.frozen_in(demand)
    free = [
        start
        for start in range(asked.first, demand.starts)
        if sweep.free[start] and start + asked.months not in frozen
    ]
    return free, sweep, frozen


def _as_initiative(asked: RollOut) -> Initiative:
    return Initiative(
        id="",
        title="",
        obligation=Obligation.COULD,
        prepare=0,
        roll_out=asked.months,
        settle=0,
        earliest_start=asked.first,
        latest_go_live=None,
        fixed_start=None,
        announced_start=None,
        points_per_year=0,
        points_at_go_live=0,
        change=tuple(Change(unit, (hours,) * asked.months) for unit, hours in asked.hours.items() if hours),
    )


def _runs(starts: list[int]) -> tuple[FreeWindow, ...]:
    runs = groupby(enumerate(starts), key=lambda at: at[1] - at[0])
    return tuple(FreeWindow(few[0], few[-1]) for few in ([start for _, start in run] for _, run in runs))


def _nearest(asked: RollOut, sweep: Sweep, frozen: frozenset[int]) -> Nearest | None:
    starts = range(asked.first, sweep.demand.starts)
    if not starts:
        return None

    def trouble(start: int) -> tuple[float, bool, int]:
        return float(sweep.trouble[start]), start + asked.months in frozen, start

    best = min(starts, key=trouble)
    return Nearest(best, sweep.pressures(best), best + asked.months in frozen)


def _most_that_fits(situation: Situation, asked: RollOut) -> tuple[int, int | None]:
    """The largest share of the hours that has a window: fewer hours never have fewer windows."""
    fits, start, too_much = 0, None, 100
    while too_much - fits > 1:
        percent = (fits + too_much) // 2
        free, _, _ = _free_starts(situation, share(asked, percent))
        if free:
            fits, start = percent, free[0]
        else:
            too_much = percent
    return fits, start


def share(asked: RollOut, percent: int) -> RollOut:
    """So many per cent of the hours, rounded up: nobody is rolled out to for nothing."""
    hours = {unit: -(-hours * percent // 100) for unit, hours in asked.hours.items()}
    return RollOut(hours, asked.months, asked.first)


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """What a unit would carry if the roll-out lay in that month: whole change hours by month."""

    id: str
    used: tuple[int, ...]
    ceiling: tuple[int | None, ...]


def loads_with(situation: Situation, asked: RollOut) -> list[UnitLoad]:
    """Of the units asked about and all above them, the lowest first."""
    problem, layout = situation.problem, situation.ground.layout
    mine: dict[str, int] = {}
    for unit, hours in asked.hours.items():
        for above in problem.lineage(unit):
            mine[above] = mine.get(above, 0) + hours
    depth = {unit: len(list(problem.lineage(unit))) for unit in mine}
    return [
        UnitLoad(
            unit,
            tuple(
                (situation.used.monthly[len(layout.role_row) + layout.unit_index[unit]] + mine[unit]).tolist()
            ),
            problem.unit[unit].ceiling_hours,
        )
        for unit in sorted(mine, key=lambda unit: -depth[unit])
    ]

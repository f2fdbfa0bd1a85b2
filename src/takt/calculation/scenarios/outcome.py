"""What a plan comes to, in the figures by which futures are compared. JSON-able, so that it is reckoned once."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Month, Obligation, Problem, Role, Unit
from takt.calculation.planner.usage import Usage, capacity, fixed_starts, usage_of

FREE_DAYS = 5
"""With fewer person-days left in a month than this (a week's work), nobody in the role is free."""


@dataclass(frozen=True, slots=True)
class MoneyOutcome:
    frame: str
    name: str
    year: int
    dkk: int
    frame_dkk: int | None
    """None: no frame that year."""


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    id: str
    name: str
    parent: str | None
    headcount: int
    peak_month: int
    """In which the unit is nearest to its ceiling (without a ceiling: carries the most)."""
    peak_hours: int
    peak_ceiling: int | None
    months_over: int


@dataclass(frozen=True, slots=True)
class RoleOutcome:
    id: str
    name: str
    used_days: int
    days: int
    """In the whole horizon."""
    months_without_free: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """The limit of staff or change that is nearest to being reached in one month."""

    kind: str
    """staff or load."""
    id: str
    name: str
    used: int
    there_is: int

    @property
    def percent(self) -> int:
        return 100 * self.used // self.there_is if self.there_is else 100


@dataclass(frozen=True, slots=True)
class Outcome:
    first_month: str
    months: int
    value_twelfths: int
    value_bound_twelfths: int
    months_late: int
    goal_shortfall: int
    titles: dict[str, str]
    """Of everything asked about."""
    under_way: list[str]
    start: dict[str, int]
    go_live: dict[str, int]
    """Of those in the plan; month offsets."""
    duties: dict[str, int]
    """Latest go-live of those that must."""
    money: list[MoneyOutcome]
    units: list[UnitOutcome]
    roles: list[RoleOutcome]
    nearest: list[Nearest | None]
    """One per month; None when nothing limited is used."""

    @property
    def first(self) -> Month:
        year, number = self.first_month.split("-")
        return Month(int(year), int(number))

    @property
    def duties_kept(self) -> int:
        return sum(self.go_live.get(id_, self.months) <= latest for id_, latest in self.duties.items())

    @property
    def unit_months_over(self) -> int:
        return sum(unit.months_over for unit in self.units)

    def in_use_by(self, month: Month) -> int:
        """How many are in use at the end of a month."""
        return sum(offset <= month.minus(self.first) for offset in self.go_live.values())

    def dkk(self, frame: str, year: int) -> int | None:
        """Spent on a frame in a year; None outside the horizon."""
        found = (one.dkk for one in self.money if (one.frame, one.year) == (frame, year))
        return next(found, None)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def outcome_of(problem: Problem, plan: Plan) -> Outcome:
    usage = usage_of(problem, plan.start)
    return Outcome(
        first_month=str(problem.first_month),
        months=problem.months,
        value_twelfths=plan.value_twelfths,
        value_bound_twelfths=plan.value_bound_twelfths,
        months_late=plan.months_late,
        goal_shortfall=plan.goal_shortfall,
        titles={one.id: one.title for one in problem.initiatives},
        under_way=list(fixed_starts(problem)),
        start=dict(plan.start),
        go_live={id_: start + problem.initiative[id_].lead_time for id_, start in plan.start.items()},
        duties={
            one.id: one.latest_go_live
            for one in problem.initiatives
            if one.obligation is Obligation.MUST and one.latest_go_live is not None
        },
        money=_money(problem, usage),
        units=[_unit(unit, usage) for unit in problem.units],
        roles=[_role(role, usage) for role in problem.roles],
        nearest=[
            max(_limits(problem, usage, month), key=_nearness, default=None)
            for month in range(problem.months)
        ],
    )


def read_outcome(kept: Mapping[str, Any]) -> Outcome:
    """From what ``as_json`` gave."""
    return Outcome(
        **{
            **kept,
            "money": [MoneyOutcome(**one) for one in kept["money"]],
            "units": [UnitOutcome(**one) for one in kept["units"]],
            "roles": [RoleOutcome(**one) for one in kept["roles"]],
            "nearest": [None if one is None else Nearest(**one) for one in kept["nearest"]],
        }
    )


def _money(problem: Problem, usage: Usage) -> list[MoneyOutcome]:
    frames, names = capacity(problem).money, {frame.id: frame.name for frame in problem.frames}
    return [
        MoneyOutcome(frame, names[frame], year, dkk, frames.get((frame, year)))
        for (frame, year), dkk in usage.money.items()
    ]


def _unit(unit: Unit, usage: Usage) -> UnitOutcome:
    load = usage.load[unit.id]
    pairs = list(zip(load, unit.ceiling_hours, strict=True))

    def pressure(month: int) -> tuple[float, int, int]:
        used, ceiling = pairs[month]
        share = (used / ceiling if ceiling else float(used > 0) * 1_000) if ceiling is not None else 0.0
        return share, used, -month

    peak = max(range(len(pairs)), key=pressure)
    return UnitOutcome(
        id=unit.id,
        name=unit.name,
        parent=unit.parent,
        headcount=unit.headcount,
        peak_month=peak,
        peak_hours=load[peak],
        peak_ceiling=unit.ceiling_hours[peak],
        months_over=sum(ceiling is not None and used > ceiling for used, ceiling in pairs),
    )


def _role(role: Role, usage: Usage) -> RoleOutcome:
    used = usage.staff[role.id]
    return RoleOutcome(
        id=role.id,
        name=role.name,
        used_days=sum(used),
        days=sum(role.days),
        months_without_free=sum(
            days - taken < FREE_DAYS for taken, days in zip(used, role.days, strict=True) if taken
        ),
    )


def _limits(problem: Problem, usage: Usage, month: int) -> Iterator[Nearest]:
    for role in problem.roles:
        if used := usage.staff[role.id][month]:
            yield Nearest("staff", role.id, role.name, used, role.days[month])
    for unit in problem.units:
        ceiling = unit.ceiling_hours[month]
        if ceiling is not None and (used := usage.load[unit.id][month]):
            yield Nearest("load", unit.id, unit.name, used, ceiling)


def _nearness(one: Nearest) -> float:
    return one.used / one.there_is if one.there_is else float("inf")

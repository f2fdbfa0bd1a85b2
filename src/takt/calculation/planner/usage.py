"""What a set of starts uses of each limit, how much there is, and what the starts are worth.

Shared by the checker, the explanations, workbooks and pages; the solver reckons for itself. Everything is
exact. The semantics are those of docs/planner.md §1: a start may lie anywhere, and only what falls inside
the horizon counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from takt.calculation.planner.problem import Initiative, Obligation, Problem

Quarter: TypeAlias = tuple[int, int]
"""(year, 1-4)."""
Starts: TypeAlias = Mapping[str, int]
"""Month offset by initiative id, for those that are chosen."""


class Resource(StrEnum):
    """The four kinds of limit that initiatives share."""

    MONEY = "money"
    STAFF = "staff"
    LOAD = "load"
    GO_LIVES = "go_lives"


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit at one time: the frame ``drift`` in 2027, the role ``pl`` in month 3."""

    resource: Resource
    id: str
    """Of the frame, role or unit."""
    when: int | Quarter
    """The calendar year of money, the month offset of staff and load, the quarter of go-lives."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What is used of everything in the horizon, zeros included."""

    money: Mapping[tuple[str, int], int]
    """DKK by (frame id, calendar year)."""
    staff: Mapping[str, tuple[int, ...]]
    """Person-days per month, by role id."""
    load: Mapping[str, tuple[int, ...]]
    """Change hours per month, by unit id: the unit's own and all its descendants'."""
    go_lives: Mapping[tuple[str, Quarter], int]
    """Initiatives that go live, by (unit id, quarter); each counts once in a unit."""

    def of(self, limit: Limit) -> int:
        """How much is used of one limit."""
        if isinstance(limit.when, tuple):
            return self.go_lives[limit.id, limit.when]
        if limit.resource is Resource.MONEY:
            return self.money[limit.id, limit.when]
        by_id = self.staff if limit.resource is Resource.STAFF else self.load
        return by_id[limit.id][limit.when]


@dataclass(frozen=True, slots=True)
class Excess:
    """A limit of which more is used than there is."""

    limit: Limit
    used: int
    there_is: int

    @property
    def over(self) -> int:
        return self.used - self.there_is


@dataclass(frozen=True, slots=True)
class Limits:
    """How much there is of everything in the horizon; what is not limited is absent or None."""

    money: Mapping[tuple[str, int], int]
    staff: Mapping[str, tuple[int, ...]]
    load: Mapping[str, tuple[int | None, ...]]
    go_lives: Mapping[tuple[str, Quarter], int]
    broken_by_fixed: tuple[Excess, ...] = ()
    """What the fixed initiatives alone break of the limits as they were given."""

    def __iter__(self) -> Iterator[tuple[Limit, int]]:
        """Every limit that there is, with how much."""
        for (frame, year), dkk in self.money.items():
            yield Limit(Resource.MONEY, frame, year), dkk
        for role, days in self.staff.items():
            yield from ((Limit(Resource.STAFF, role, month), amount) for month, amount in enumerate(days))
        for unit, hours in self.load.items():
            for month, ceiling in enumerate(hours):
                if ceiling is not None:
                    yield Limit(Resource.LOAD, unit, month), ceiling
        for (unit, quarter), count in self.go_lives.items():
            yield Limit(Resource.GO_LIVES, unit, quarter), count

    def exceeded(self, usage: Usage) -> tuple[Excess, ...]:
        """The limits that are broken."""
        used = ((limit, usage.of(limit), there_is) for limit, there_is in self)
        return tuple(Excess(limit, much, there_is) for limit, much, there_is in used if much > there_is)


def usage_of(problem: Problem, starts: Starts) -> Usage:
    """What these initiatives use when they start in these months. Raises KeyError for an unknown id."""
    year = [problem.year(month) for month in range(problem.months)]
    money = {(frame.id, each): 0 for frame in problem.frames for each in dict.fromkeys(year)}
    staff = {role.id: [0] * problem.months for role in problem.roles}
    own_load = {unit.id: [0] * problem.months for unit in problem.units}
    go_lives = {(unit.id, quarter): 0 for quarter in quarters(problem) for unit in problem.units}
    for id_, start in starts.items():
        one = problem.initiative[id_]
        for frame, month, dkk in _spending(problem, one, start):
            money[frame, year[month]] += dkk
        for role, days in one.staff.items():
            _add(staff[role], start, days)
        for change in one.change:
            _add(own_load[change.unit], start, change.hours)
        go_live = start + one.lead_time
        if 0 <= go_live < problem.months:
            for unit in touched_units(problem, one):
                go_lives[unit, problem.quarter(go_live)] += 1
    return Usage(
        money=money,
        staff={role: tuple(days) for role, days in staff.items()},
        load=_with_descendants(problem, own_load),
        go_lives=go_lives,
    )


def capacity(problem: Problem) -> Limits:
    """The limits as they were given."""
    years = {problem.year(month) for month in range(problem.months)}
    return Limits(
        money={
            (frame.id, year): dkk
            for frame in problem.frames
            for year, dkk in sorted(frame.dkk.items())
            if year in years
        },
        staff={role.id: role.days for role in problem.roles},
        load={unit.id: unit.ceiling_hours for unit in problem.units},
        go_lives={
            (unit.id, quarter): unit.max_go_lives_per_quarter
            for quarter in quarters(problem)
            for unit in problem.units
            if unit.max_go_lives_per_quarter is not None
        },
    )


def allowed(problem: Problem) -> Limits:
    """The limits a plan must keep: where fixed initiatives alone break one, it is not to become worse."""
    given = capacity(problem)
    by_fixed = usage_of(problem, fixed_starts(problem))
    return Limits(
        money={key: max(dkk, by_fixed.money[key]) for key, dkk in given.money.items()},
        staff={
            role: tuple(max(pair) for pair in zip(days, by_fixed.staff[role], strict=True))
            for role, days in given.staff.items()
        },
        load={
            unit: tuple(
                None if ceiling is None else max(ceiling, used)
                for ceiling, used in zip(hours, by_fixed.load[unit], strict=True)
            )
            for unit, hours in given.load.items()
        },
        go_lives={key: max(count, by_fixed.go_lives[key]) for key, count in given.go_lives.items()},
        broken_by_fixed=given.exceeded(by_fixed),
    )


def fixed_starts(problem: Problem) -> dict[str, int]:
    """Where the fixed initiatives stand."""
    return {one.id: one.fixed_start for one in problem.initiatives if one.fixed_start is not None}


def quarters(problem: Problem) -> tuple[Quarter, ...]:
    """The quarters of the horizon; the first and the last may be cut by it."""
    return tuple(dict.fromkeys(problem.quarter(month) for month in range(problem.months)))


def touched_units(problem: Problem, one: Initiative) -> frozenset[str]:
    """The units in which, or below which, the initiative has any change hours."""
    touched: set[str] = set()
    for change in one.change:
        if any(change.hours):
            touched.update(problem.lineage(change.unit))
    return frozenset(touched)


def months_in_use(problem: Problem, one: Initiative, start: int) -> int:
    """Months of the horizon from go-live on."""
    go_live = start + one.lead_time
    return problem.months - min(max(go_live, 0), problem.months)


def value_twelfths(problem: Problem, starts: Starts) -> int:
    """12 × the value of tier 3. An initiative live before month 0 earns every month, and not its go-live."""
    earned = sum(_earned(problem, problem.initiative[id_], start) for id_, start in starts.items())
    left_out = (one for one in problem.initiatives if one.id not in starts)
    return earned - sum(_cost_of_leaving_out(problem, one) for one in left_out)


def worth_twelfths(problem: Problem, id_: str, start: int) -> int:
    """12 × how much more a plan is worth with the initiative there than without it."""
    one = problem.initiative[id_]
    return _earned(problem, one, start) + _cost_of_leaving_out(problem, one)


def _cost_of_leaving_out(problem: Problem, one: Initiative) -> int:
    """Nought unless it has been announced."""
    return 0 if one.announced_start is None else 12 * problem.leave_out_penalty_points


def months_late(problem: Problem, starts: Starts) -> int:
    """Tier 1: how late the ``must`` go live, each counting the whole horizon when it is not chosen.

    A fixed one counts like any other: no plan can make it earlier, so it weighs the same in all of them.
    """
    late = 0
    for one in problem.initiatives:
        if one.obligation is Obligation.MUST:
            late += _months_late(one, starts[one.id]) if one.id in starts else problem.months
    return late


def goal_shortfall(problem: Problem, starts: Starts) -> int:
    """Tier 2: goal points missing, over all goals."""
    reached = {goal.id: 0 for goal in problem.goals}
    for id_ in starts:
        for goal, points in problem.initiative[id_].goals.items():
            reached[goal] += points
    return sum(max(0, goal.minimum - reached[goal.id]) for goal in problem.goals)


def overload_fifths(problem: Problem, usage: Usage) -> int:
    """Tier 4: 5 × the change hours above 80 % of the ceiling, over all units and months."""
    return sum(
        max(0, 5 * used - 4 * ceiling)
        for unit in problem.units
        for used, ceiling in zip(usage.load[unit.id], unit.ceiling_hours, strict=True)
        if ceiling is not None
    )


def _spending(problem: Problem, one: Initiative, start: int) -> Iterator[tuple[str, int, int]]:
    """(frame id, month, DKK), month by month inside the horizon."""
    live_from = max(start + one.lead_time, 0)
    for spending in one.money:
        for month in _inside(start, len(spending.dkk), problem.months):
            yield spending.frame, month, spending.dkk[month - start]
        if spending.dkk_per_month_in_use:
            for month in range(live_from, problem.months):
                yield spending.frame, month, spending.dkk_per_month_in_use


def _add(total: list[int], start: int, amounts: Sequence[int]) -> None:
    for month in _inside(start, len(amounts), len(total)):
        total[month] += amounts[month - start]


def _inside(start: int, length: int, months: int) -> range:
    return range(max(start, 0), min(start + length, months))


def _with_descendants(problem: Problem, own: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    load = {unit: [*hours] for unit, hours in own.items()}
    for unit, hours in own.items():
        if any(hours):
            for above in list(problem.lineage(unit))[1:]:
                _add(load[above], 0, hours)
    return {unit: tuple(hours) for unit, hours in load.items()}


def _earned(problem: Problem, one: Initiative, start: int) -> int:
    worth = one.points_per_year * months_in_use(problem, one, start)
    if 0 <= start + one.lead_time < problem.months:
        worth += 12 * one.points_at_go_live
    if one.announced_start is not None:
        worth -= 12 * problem.move_penalty_points_per_month * abs(start - one.announced_start)
    return worth


def _months_late(one: Initiative, start: int) -> int:
    if one.latest_go_live is None:
        return 0
    return max(0, start + one.lead_time - one.latest_go_live)

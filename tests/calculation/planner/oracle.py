"""The truth about tiny problems, by trying every plan.

Written straight from docs/planner.md §1, month by month, sharing nothing with the solver, the checker or
``usage``: what they agree on with this is not one misreading made twice. Only for a handful of initiatives.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from takt.calculation.planner.problem import Initiative, Problem

Key = tuple[str, str, int]
"""("money", frame, year), ("staff", role, month), ("load", unit, month) or ("go_live", unit, quarter)."""


@dataclass(frozen=True)
class Best:
    """Tiers 1 to 3 of the best plans, and one of them."""

    months_late: int
    goal_shortfall: int
    value_twelfths: int
    starts: Mapping[str, int]


def best(problem: Problem) -> Best | None:
    """None when no plan is lawful."""
    return min(
        (Best(*tiers(problem, starts), starts) for starts in lawful_plans(problem)),
        key=lambda one: (one.months_late, one.goal_shortfall, -one.value_twelfths),
        default=None,
    )


def lawful_plans(problem: Problem) -> Iterator[dict[str, int]]:
    """Every lawful plan."""
    fixed_first = sorted(problem.initiatives, key=lambda one: one.fixed_start is None)
    yield from _completions(problem, fixed_first, {}, Counter(), _limits(problem))


def is_lawful(problem: Problem, starts: Mapping[str, int]) -> bool:
    """Whether these starts break nothing that is held against a plan."""
    used: Counter[Key] = Counter()
    for id_, start in starts.items():
        used.update(uses(problem, problem.initiative[id_], start))
    return (
        all(_may_start(problem, problem.initiative[id_], start) for id_, start in starts.items())
        and _is_logical(problem, starts)
        and all(used[key] <= limit for key, limit in _limits(problem).items())
    )


def tiers(problem: Problem, starts: Mapping[str, int]) -> tuple[int, int, int]:
    """Months late, goal shortfall and 12 × value."""
    horizon = problem.months
    late = short = worth = 0
    for one in problem.initiatives:
        if one.obligation == "must" and one.id not in starts:
            late += horizon
        elif one.obligation == "must" and one.latest_go_live is not None:
            late += max(0, starts[one.id] + one.prepare + one.roll_out - one.latest_go_live)
    for goal in problem.goals:
        reached = sum(problem.initiative[id_].goals.get(goal.id, 0) for id_ in starts)
        short += max(0, goal.minimum - reached)
    for id_, start in starts.items():
        one = problem.initiative[id_]
        go_live = start + one.prepare + one.roll_out
        worth += sum(one.points_per_year for month in range(horizon) if month >= go_live)
        worth += 12 * one.points_at_go_live if go_live in range(horizon) else 0
        if one.announced_start is not None:
            worth -= 12 * problem.move_penalty_points_per_month * abs(start - one.announced_start)
    for one in problem.initiatives:
        if one.announced_start is not None and one.id not in starts:
            worth -= 12 * problem.leave_out_penalty_points
    return late, short, worth


def _completions(
    problem: Problem,
    left: list[Initiative],
    starts: dict[str, int],
    used: Counter[Key],
    limits: Mapping[Key, float],
) -> Iterator[dict[str, int]]:
    """The lawful plans that begin with ``starts``, for the initiatives that are left."""
    if not left:
        if _is_logical(problem, starts) and all(used[key] <= limit for key, limit in limits.items()):
            yield dict(starts)
        return
    one, rest = left[0], left[1:]
    if one.fixed_start is None:
        yield from _completions(problem, rest, starts, used, limits)
    candidates = range(problem.months) if one.fixed_start is None else (one.fixed_start,)
    for start in candidates:
        if not _may_start(problem, one, start):
            continue
        more = used.copy()
        own = uses(problem, one, start)
        more.update(own)
        # Money may come back later as savings, the rest never does: then nothing below here is lawful.
        hopeless = (key for key in own if key[0] != "money" and more[key] > limits.get(key, inf))
        if one.fixed_start is not None or next(hopeless, None) is None:
            yield from _completions(problem, rest, {**starts, one.id: start}, more, limits)


def uses(problem: Problem, one: Initiative, start: int) -> Counter[Key]:
    """What one initiative takes of everything."""
    go_live = start + one.prepare + one.roll_out
    taken: Counter[Key] = Counter()
    for month in range(problem.months):
        offset = month - start
        for spending in one.money:
            spent = spending.dkk[offset] if 0 <= offset < len(spending.dkk) else 0
            running = spending.dkk_per_month_in_use if month >= go_live else 0
            taken["money", spending.frame, _calendar(problem, month)[0]] += spent + running
        for role, days in one.staff.items():
            taken["staff", role, month] += days[offset] if 0 <= offset < len(days) else 0
        for change in one.change:
            for unit in _upwards(problem, change.unit):
                taken["load", unit, month] += change.hours[offset] if 0 <= offset < len(change.hours) else 0
    if go_live in range(problem.months):
        for unit in _asked(problem, one):
            taken["go_live", unit, _quarter(problem, go_live)] = 1
    return taken


def _limits(problem: Problem) -> dict[Key, float]:
    """What a plan may use: as given, or as much as the fixed ones alone use when that is more."""
    limits: dict[Key, float] = {}
    for month in range(problem.months):
        for frame in problem.frames:
            year = _calendar(problem, month)[0]
            limits["money", frame.id, year] = frame.dkk.get(year, inf)
        for role in problem.roles:
            limits["staff", role.id, month] = role.days[month]
        for unit in problem.units:
            ceiling, most = unit.ceiling_hours[month], unit.max_go_lives_per_quarter
            limits["load", unit.id, month] = inf if ceiling is None else ceiling
            limits["go_live", unit.id, _quarter(problem, month)] = inf if most is None else most
    fixed: Counter[Key] = Counter()
    for one in problem.initiatives:
        if one.fixed_start is not None:
            fixed.update(uses(problem, one, one.fixed_start))
    return {key: max(limit, fixed[key]) for key, limit in limits.items()}


def _may_start(problem: Problem, one: Initiative, start: int) -> bool:
    """Window, deadline and freezes; a fixed one may start at its place and nowhere else."""
    if one.fixed_start is not None:
        return start == one.fixed_start
    go_live = start + one.prepare + one.roll_out
    if start < 0 or start < one.earliest_start or go_live >= problem.months:
        return False
    if one.obligation != "must" and one.latest_go_live is not None and go_live > one.latest_go_live:
        return False
    return not any(
        freeze.first <= go_live <= freeze.latest
        and (freeze.units is None or not freeze.units.isdisjoint(_asked(problem, one)))
        for freeze in problem.freezes
    )


def _is_logical(problem: Problem, starts: Mapping[str, int]) -> bool:
    """All fixed ones, requires, excludes and choose_one."""
    fixed = {one.id for one in problem.initiatives if one.fixed_start is not None}
    for id_ in starts.keys() - fixed:
        for required in problem.initiative[id_].requires:
            other = problem.initiative[required.id]
            ready = starts.get(other.id, inf) + other.prepare + other.roll_out + required.lag_months
            if starts[id_] < ready:
                return False
    for id_ in starts:
        for other_id in problem.initiative[id_].excludes & starts.keys():
            if not {id_, other_id} <= fixed:
                return False
    for choice in problem.choose_one:
        chosen = starts.keys() & set(choice)
        if chosen != fixed & set(choice) if fixed & set(choice) else len(chosen) != 1:
            return False
    return fixed <= starts.keys()


def _asked(problem: Problem, one: Initiative) -> set[str]:
    """The units with any change hours, and all above them."""
    asked = (change.unit for change in one.change if sum(change.hours) > 0)
    return {unit for direct in asked for unit in _upwards(problem, direct)}


def _upwards(problem: Problem, unit: str | None) -> Iterator[str]:
    while unit is not None:
        yield unit
        unit = problem.unit[unit].parent


def _calendar(problem: Problem, month: int) -> tuple[int, int]:
    """(year, 0-11)."""
    return divmod(12 * problem.first_month.year + problem.first_month.number - 1 + month, 12)


def _quarter(problem: Problem, month: int) -> int:
    """Quarters since year 0."""
    year, index = _calendar(problem, month)
    return 4 * year + index // 3

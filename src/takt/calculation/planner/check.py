"""Is a plan lawful, and is it what it claims to be? The solver proposes, this certifies.

Shares no code with the solver, only the reading of a problem and ``usage``.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from takt.calculation.planner import objections
from takt.calculation.planner.breach import Breach
from takt.calculation.planner.overuse import too_much
from takt.calculation.planner.plan import Plan, Status
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.planner.usage import (
    Excess,
    Limit,
    Starts,
    allowed,
    fixed_starts,
    goal_shortfall,
    months_late,
    touched_units,
    usage_of,
    value_twelfths,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker found."""

    breaches: tuple[Breach, ...]
    """What is wrong with the plan."""
    reported: tuple[Breach, ...]
    """What the fixed initiatives break by themselves; not held against the plan."""

    @property
    def lawful(self) -> bool:
        return not self.breaches


def check(problem: Problem, plan: Plan) -> Verdict:
    """Hold a plan against the problem it claims to answer (docs/planner.md §1-2)."""
    starts: dict[str, int] = {}
    for placement in plan.placements:
        if placement.id in problem.initiative:
            starts.setdefault(placement.id, placement.start)
    free = {id_: start for id_, start in starts.items() if problem.initiative[id_].fixed_start is None}
    fixed = fixed_starts(problem)
    limits = allowed(problem)
    raised = frozenset(excess.limit for excess in limits.broken_by_fixed)
    return Verdict(
        breaches=(
            *_wrong_placements(problem, plan),
            *_fixed_ones_elsewhere(problem, starts),
            *_broken_alone(problem, free, starts),
            *_excluded_pairs(problem, starts, among_fixed=False),
            *_wrong_choices(problem, starts),
            *_used_too_much(problem, limits.exceeded(usage_of(problem, starts)), starts, raised),
            *_false_claims(problem, plan, starts),
        ),
        reported=(
            *_broken_alone(problem, fixed, {**starts, **fixed}),
            *_excluded_pairs(problem, fixed, among_fixed=True),
            *_fixed_twice_in_a_choice(problem),
            *_used_too_much(problem, limits.broken_by_fixed, fixed, frozenset()),
        ),
    )


def _wrong_placements(problem: Problem, plan: Plan) -> Iterator[Breach]:
    for id_, times in Counter(placement.id for placement in plan.placements).items():
        if id_ not in problem.initiative:
            yield objections.unknown(id_)
        elif times > 1:
            yield objections.placed_twice(problem.initiative[id_])


def _fixed_ones_elsewhere(problem: Problem, starts: Starts) -> Iterator[Breach]:
    for id_, fixed in fixed_starts(problem).items():
        one = problem.initiative[id_]
        if id_ not in starts:
            yield objections.fixed_missing(problem, one, fixed)
        elif starts[id_] != fixed:
            yield objections.fixed_moved(problem, one, fixed, starts[id_])


def _broken_alone(problem: Problem, about: Starts, chosen: Starts) -> Iterator[Breach]:
    """What these initiatives break, each by its own start: window, deadline, freezes, requirements."""
    for id_, start in about.items():
        one = problem.initiative[id_]
        yield from _wrong_window(problem, one, start)
        if _goes_live_frozen(problem, one, start):
            yield objections.frozen(problem, one, start + one.lead_time)
        yield from _unmet_requirements(problem, one, start, chosen)


def _wrong_window(problem: Problem, one: Initiative, start: int) -> Iterator[Breach]:
    is_fixed = one.fixed_start is not None
    go_live = start + one.lead_time
    earliest = max(0, one.earliest_start)
    if start < earliest and (earliest > 0 or not is_fixed):  # a fixed one may have begun before month 0
        yield objections.too_early(problem, one, start, earliest)
    if go_live >= problem.months:
        yield objections.beyond_horizon(problem, one, go_live)
    # A late law costs months late instead; of a fixed one all that can be done is to say so.
    is_hard = one.obligation is not Obligation.MUST or is_fixed
    if is_hard and one.latest_go_live is not None and go_live > one.latest_go_live:
        yield objections.too_late(problem, one, go_live, one.latest_go_live)


def _goes_live_frozen(problem: Problem, one: Initiative, start: int) -> bool:
    go_live = start + one.lead_time
    if not 0 <= go_live < problem.months:
        return False
    freezes = [freeze for freeze in problem.freezes if freeze.first <= go_live <= freeze.latest]
    touched = touched_units(problem, one) if freezes else frozenset()
    return any(freeze.units is None or freeze.units & touched for freeze in freezes)


def _unmet_requirements(problem: Problem, one: Initiative, start: int, chosen: Starts) -> Iterator[Breach]:
    for required in one.requires:
        other = problem.initiative[required.id]
        if required.id not in chosen:
            yield objections.lacks(one, other)
            continue
        ready = chosen[required.id] + other.lead_time + required.lag_months
        if start < ready:
            yield objections.not_ready(problem, one, other, start, ready)


def _excluded_pairs(problem: Problem, starts: Starts, *, among_fixed: bool) -> Iterator[Breach]:
    """Each pair once, whichever of the two names the other; pairs of fixed ones apart from the rest."""
    seen: set[frozenset[str]] = set()
    for id_ in starts:
        one = problem.initiative[id_]
        for other_id in sorted(one.excludes & starts.keys()):
            other, pair = problem.initiative[other_id], frozenset({id_, other_id})
            both_fixed = one.fixed_start is not None and other.fixed_start is not None
            if pair not in seen and both_fixed is among_fixed:
                yield objections.exclusive(one, other)
            seen.add(pair)


def _wrong_choices(problem: Problem, starts: Starts) -> Iterator[Breach]:
    """Exactly one of each list; where some are fixed, none besides them."""
    for choice in problem.choose_one:
        chosen = [problem.initiative[id_] for id_ in choice if id_ in starts]
        free = [one for one in chosen if one.fixed_start is None]
        has_fixed = any(problem.initiative[id_].fixed_start is not None for id_ in choice)
        if not chosen:
            yield objections.none_chosen([problem.initiative[id_] for id_ in choice])
        elif len(free) > 1 or (free and has_fixed):
            yield objections.several_chosen(chosen)


def _fixed_twice_in_a_choice(problem: Problem) -> Iterator[Breach]:
    for choice in problem.choose_one:
        members = (problem.initiative[id_] for id_ in choice)
        fixed = [one for one in members if one.fixed_start is not None]
        if len(fixed) > 1:
            yield objections.several_chosen(fixed)


def _used_too_much(
    problem: Problem, excesses: Sequence[Excess], starts: Starts, raised: frozenset[Limit]
) -> Iterator[Breach]:
    if not excesses:
        return
    involved: dict[Limit, list[str]] = {excess.limit: [] for excess in excesses}
    for id_, start in starts.items():
        own = usage_of(problem, {id_: start})
        for limit, ids in involved.items():
            if own.of(limit) > 0:
                ids.append(id_)
    for excess in excesses:
        limit = excess.limit
        yield too_much(problem, excess, involved[limit], raised=limit in raised)


def _false_claims(problem: Problem, plan: Plan, starts: Starts) -> Iterator[Breach]:
    if plan.problem_sha256 != problem.sha256:
        yield objections.other_problem(plan.problem_sha256, problem.sha256)
    late, short = months_late(problem, starts), goal_shortfall(problem, starts)
    if plan.months_late != late:
        yield objections.wrong_months_late(plan.months_late, late)
    if plan.goal_shortfall != short:
        yield objections.wrong_goal_shortfall(plan.goal_shortfall, short)
    value, bound = value_twelfths(problem, starts), plan.value_bound_twelfths
    if plan.value_twelfths != value:
        yield objections.wrong_value(plan.value_twelfths, value)
    if bound < value:
        yield objections.bound_below_value(bound, value)
    elif plan.status is Status.OPTIMAL and 200 * (bound - value) > abs(bound):
        yield objections.not_optimal(bound, value)

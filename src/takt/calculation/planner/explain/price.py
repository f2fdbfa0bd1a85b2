"""What it costs the plan to take an initiative in: solve again with it in, and compare."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from takt.calculation.planner.explain.answer import Explanation
from takt.calculation.planner.explain.displacement import is_lawful_beside
from takt.calculation.planner.explain.explanation import explain_in
from takt.calculation.planner.explain.nearby import nearby_question
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.solve import Effort, Impossible
from takt.calculation.planner.solve import solve as solve_again
from takt.calculation.planner.usage import goal_shortfall, months_late, value_twelfths

Solve = Callable[[Problem], Plan]
SMALL = 100
"""Up to so many initiatives the whole question is asked again, and its bound is worth having."""
_QUICKLY: Solve = partial(solve_again, effort=Effort.QUICK, seconds=1.2)


@dataclass(frozen=True)
class Price:
    """The best plan found with the initiative in, against the plan as it is. Values are 12 × value."""

    problem: Problem = field(repr=False)
    id: str
    start: int | None
    """Where it would start; None when no plan found holds it."""
    low_twelfths: int | None = 0
    """No plan that holds it, and is as late and as short as this one, costs less; None = nothing proven."""
    high_twelfths: int = 0
    """What this one costs; negative when the plan as it is can be improved on."""
    more_months_late: int = 0
    more_goal_shortfall: int = 0
    dropped: tuple[str, ...] = ()
    moved: tuple[tuple[str, int], ...] = ()
    """(id, new start)."""
    brought: tuple[tuple[str, int], ...] = ()
    """(id, start) of others that came in."""
    is_impossible: bool = False
    """Proven: no plan can hold it."""


def price(problem: Problem, plan: Plan, initiative_id: str, *, solve: Solve = _QUICKLY) -> Price:
    """What the plan loses when it must hold the initiative, in a few seconds. Nought when it does already.

    It is not made a duty but the only one of a choose-one list, so that it stays lawful and on time.
    Without a start when no such plan was found. KeyError when the problem has no such initiative.
    """
    one = problem.initiative[initiative_id]
    if one.id in plan.start:
        return Price(problem, one.id, plan.start[one.id])
    situation = Situation.of(problem, plan.start)
    answer = explain_in(situation, one.id)
    if answer.impossible is not None:
        return Price(problem, one.id, None, is_impossible=True)
    found = [_displaced(situation, answer), _starts(_solved(solve, nearby_question(situation, one)))]
    whole = _solved(solve, _forced(problem, one.id)) if len(problem.initiatives) <= SMALL else None
    lawful = [
        starts
        for starts in (*found, _starts(whole))
        if starts is not None and one.id in starts and _is_lawful(situation, starts)
    ]
    if not lawful:
        return Price(problem, one.id, None)
    return _compared(problem, plan, one.id, max(lawful, key=lambda each: _rank(problem, each)), whole)


def _forced(problem: Problem, id_: str) -> Problem:
    return replace(problem, choose_one=(*problem.choose_one, (id_,)))


def _starts(plan: Plan | None) -> Mapping[str, int] | None:
    return None if plan is None else plan.start


def _solved(solve: Solve, question: Problem) -> Plan | None:
    try:
        return solve(question)
    except Impossible:
        return None


def _displaced(situation: Situation, answer: Explanation) -> Mapping[str, int] | None:
    """The plan with the displacement that the explanation found."""
    other = answer.displacement
    if other is None:
        return None
    kept = {each: start for each, start in situation.start.items() if each not in other.dropped}
    return {**kept, **dict(other.moved), answer.id: other.start}


def _is_lawful(situation: Situation, starts: Mapping[str, int]) -> bool:
    """Held ones count as fixed in the smaller question, which might allow what the plan may not do."""
    changes: dict[str, int | None] = {id_: starts.get(id_) for id_ in {*situation.start, *starts}}
    return is_lawful_beside(situation.changed(changes), situation)


def _rank(problem: Problem, starts: Mapping[str, int]) -> tuple[int, int, int]:
    late, short = months_late(problem, starts), goal_shortfall(problem, starts)
    return -late, -short, value_twelfths(problem, starts)


def _compared(problem: Problem, plan: Plan, id_: str, starts: Mapping[str, int], whole: Plan | None) -> Price:
    late, short, value = _rank(problem, starts)
    others = {other: at for other, at in starts.items() if other != id_}
    # a bound is proof only for plans as late and as short as its own
    bounds = [
        one.value_bound_twelfths
        for one in (plan, whole)
        if one is not None and (one.months_late, one.goal_shortfall) == (-late, -short)
    ]
    return Price(
        problem,
        id_,
        starts[id_],
        low_twelfths=plan.value_twelfths - max(value, min(bounds)) if bounds else None,
        high_twelfths=plan.value_twelfths - value,
        more_months_late=-late - plan.months_late,
        more_goal_shortfall=-short - plan.goal_shortfall,
        dropped=tuple(other for other in plan.start if other not in starts),
        moved=tuple((other, at) for other, at in others.items() if plan.start.get(other, at) != at),
        brought=tuple((other, at) for other, at in others.items() if other not in plan.start),
    )

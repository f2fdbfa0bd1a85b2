"""Solve a little, compare with the plan there is, and say what the difference is at least and at most."""

from dataclasses import replace
from typing import Final

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.solve import Impossible, solve
from takt.calculation.planner.usage import Starts
from takt.calculation.scenarios.keeping import better_of
from takt.calculation.worth.answer import BufferCost, Worth
from takt.calculation.worth.changing import More
from takt.calculation.worth.filling import filled

WORK: Final = 0.5
"""Units of work of one glance: the duties, one relaxation, and the plan that it leads to."""


def glance(problem: Problem, known: Starts) -> Plan | None:
    """A plan found with little effort, never worth less than the known one filled up; None when none is possible.

    ``known``: starts that are lawful here; empty when none are known.
    """
    try:
        found = solve(problem, work=WORK)
    except Impossible:
        return None
    return better_of(problem, found, filled(problem, known)) if known else found


def worth_of(more: More, today: Plan, then: Plan) -> Worth:
    """``today`` and ``then``: a glance at the question as it is, and at the one with more."""
    comes_in = tuple(id_ for id_ in then.start if id_ not in today.start)
    leaves = tuple(id_ for id_ in today.start if id_ not in then.start)
    most = then.value_bound_twelfths - today.value_twelfths
    sooner, closer = today.months_late - then.months_late, today.goal_shortfall - then.goal_shortfall
    if (sooner, closer) > (0, 0):
        return Worth(more, 0, 0, 0, sooner, closer, comes_in, leaves)
    least = then.value_twelfths - today.value_twelfths
    if (sooner, closer) < (0, 0) or least <= 0:  # the plan of today is lawful then too
        least, comes_in, leaves = 0, (), ()
    relaxed = then.value_bound_twelfths - today.value_bound_twelfths
    return Worth(more, least, max(least, relaxed), max(least, most), comes_in=comes_in, leaves=leaves)


def buffer_cost(percent: int, plan: Plan, tight: Plan) -> BufferCost:
    """``tight``: a plan that leaves so many per cent of every limit unused."""
    late, short = tight.months_late - plan.months_late, tight.goal_shortfall - plan.goal_shortfall
    proven = (late, short) == (0, 0)  # a bound is proof only for plans as late and as short as its own
    return BufferCost(
        percent=percent,
        value_twelfths=plan.value_twelfths,
        least_twelfths=max(0, plan.value_twelfths - tight.value_bound_twelfths) if proven else None,
        most_twelfths=plan.value_twelfths - tight.value_twelfths,
        more_months_late=late,
        more_goal_shortfall=short,
        leaves=tuple(id_ for id_ in plan.start if id_ not in tight.start),
    )


def as_base(plan: Plan, glanced: Plan) -> Plan:
    """The better of the plan there is and a glance at its question, with the bound of the glance.

    Equal effort on both sides, so that a difference comes from the limit and not from the search.
    """
    better = min(plan, glanced, key=_rank)
    return replace(better, value_bound_twelfths=glanced.value_bound_twelfths)


def _rank(plan: Plan) -> tuple[int, int, int]:
    return plan.months_late, plan.goal_shortfall, -plan.value_twelfths

"""A price is what the best plan with the initiative in has less, found by trying every plan."""

import pytest
from tests.calculation.planner.cases import honest_plan
from tests.calculation.planner.explained import problem_called, starts_of
from tests.calculation.planner.oracle import best, lawful_plans, tiers

from takt.calculation.planner.explain.price import price
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.solve import Impossible


def solve_by_trying(problem: Problem) -> Plan:
    found = best(problem)
    if found is None:
        raise Impossible(())
    return honest_plan(problem, found.starts)


@pytest.mark.parametrize("name", ["tiny-01", "tiny-03", "tiny-08", "tiny-14", "tiny-20", "tiny-25"])
def test_the_price_is_exact_when_the_plans_are_best(name: str) -> None:
    problem = problem_called(name)
    plan = honest_plan(problem, starts_of(name))
    unplaced = [one.id for one in problem.initiatives if one.id not in plan.start]
    assert unplaced
    for id_ in unplaced:
        with_it = [tiers(problem, starts) for starts in lawful_plans(problem) if id_ in starts]
        found = price(problem, plan, id_, solve=solve_by_trying)
        assert (found.start is None) is (not with_it)
        if with_it:
            late, short, value = min(with_it, key=lambda each: (each[0], each[1], -each[2]))
            assert found.more_months_late == late - plan.months_late
            assert found.more_goal_shortfall == short - plan.goal_shortfall
            assert found.high_twelfths == plan.value_twelfths - value
            assert found.low_twelfths == found.high_twelfths


def test_what_is_in_the_plan_costs_nothing() -> None:
    problem = problem_called("tiny-01")
    plan = honest_plan(problem, starts_of("tiny-01"))
    id_ = plan.placements[-1].id
    found = price(problem, plan, id_, solve=solve_by_trying)
    assert (found.start, found.low_twelfths, found.high_twelfths) == (plan.start[id_], 0, 0)

"""Public instances asked as takt.problem/1: small ones made by hand, solved by trying everything."""

from itertools import product
from types import ModuleType

import pytest

from peers import cpsat, highs, intervals
from peers.start_choices import StartChoices
from public_sets import mknapcb, psplib
from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_problem

TWO_KNAPSACKS = """ 2
 4 2 0
 10 7 6 1
 5 4 3 1
 2 3 3 0
 8 6
 1 1 9
 9
 4
 3
"""
# 1 → 2 (3 months, all of the role) → 4 → 6; 1 → 3 (2 months, all of it) → 5 (1 month, none of it) → 6
PROJECT = """6 1
2
0 0 2 2 3
3 2 1 4
2 2 1 5
1 1 1 6
1 0 1 6
0 0 0
"""


def through_the_door(problem: Problem) -> Problem:
    return read_problem(problem_bytes(problem))


def best_packing(knapsack: mknapcb.Knapsack) -> int:
    best = 0
    for taken in product((0, 1), repeat=len(knapsack.profits)):
        weights = [sum(t * w for t, w in zip(taken, row, strict=True)) for row in knapsack.weights]
        if all(w <= most for w, most in zip(weights, knapsack.capacities, strict=True)):
            best = max(best, sum(t * p for t, p in zip(taken, knapsack.profits, strict=True)))
    return best


def test_a_file_of_knapsacks_is_read_to_its_end() -> None:
    first, second = mknapcb.knapsacks(TWO_KNAPSACKS)
    assert first == mknapcb.Knapsack((10, 7, 6, 1), ((5, 4, 3, 1), (2, 3, 3, 0)), (8, 6))
    assert second == mknapcb.Knapsack((9,), ((4,),), (3,))


@pytest.mark.parametrize("position", [0, 1])
@pytest.mark.parametrize("peer", [cpsat, highs])
def test_the_best_plan_of_a_knapsack_is_its_best_packing(peer: ModuleType, position: int) -> None:
    knapsack = list(mknapcb.knapsacks(TWO_KNAPSACKS))[position]
    problem = through_the_door(mknapcb.as_problem(knapsack, title="by hand"))
    answer = peer.solve(problem, seconds=10)
    assert mknapcb.profit(knapsack, frozenset(answer.start)) == best_packing(knapsack)
    assert answer.value_bound_twelfths == 12 * best_packing(knapsack)


def test_a_knapsack_earns_its_profit_and_nothing_else() -> None:
    knapsack = next(mknapcb.knapsacks(TWO_KNAPSACKS))
    problem = through_the_door(mknapcb.as_problem(knapsack, title="by hand"))
    assert StartChoices(problem).score({"x0": 0, "x2": 0}).value_twelfths == 12 * (10 + 6)


def test_an_overfull_knapsack_is_refused() -> None:
    knapsack = next(mknapcb.knapsacks(TWO_KNAPSACKS))
    with pytest.raises(ValueError, match="holds 8 and was given 9"):
        mknapcb.profit(knapsack, frozenset({"x0", "x1"}))


def test_names_follow_the_order_of_the_file() -> None:
    assert mknapcb.name("5x100", 0) == "OR5x100-0.25_1"
    assert mknapcb.name("5x100", 19) == "OR5x100-0.50_10"
    assert mknapcb.name("5x100", 20) == "OR5x100-0.75_1"


def test_best_known_profits_are_read_by_name() -> None:
    text = "Instance Objective Status Due to\nOR5x100-0.25_1 24381 Optimal *\n"
    assert mknapcb.best_known(text) == {"OR5x100-0.25_1": 24381}


def test_a_project_is_read_with_its_successors() -> None:
    project = psplib.project(PROJECT)
    assert project.capacities == (2,)
    assert [activity.duration for activity in project.activities] == [0, 3, 2, 1, 1, 0]
    assert project.predecessors == ((), (0,), (0,), (1,), (2,), (3, 4))
    assert project.tail == (4, 4, 3, 1, 1, 0)


def best_makespan(project: psplib.Project, horizon: int) -> int:
    """By trying every start of everything."""
    starts = product(range(horizon + 1), repeat=len(project.activities) - 1)
    return min(plan[-1] for plan in starts if is_lawful(project, (0, *plan)))


def is_lawful(project: psplib.Project, plan: tuple[int, ...]) -> bool:
    for position, activity in enumerate(project.activities):
        if any(plan[successor] < plan[position] + activity.duration for successor in activity.successors):
            return False
    used = [0] * (max(plan) + 9)
    for start, activity in zip(plan, project.activities, strict=True):
        for month in range(start, start + activity.duration):
            used[month] += activity.requests[0]
    return max(used) <= project.capacities[0]


@pytest.mark.parametrize("peer", [cpsat, highs, intervals])
def test_the_best_plan_of_a_project_is_its_shortest_schedule(peer: ModuleType) -> None:
    project = psplib.project(PROJECT)
    problem = through_the_door(psplib.as_problem(project, title="by hand"))
    answer = peer.solve(problem, seconds=10)
    shortest = best_makespan(project, horizon=6)
    assert shortest == 6
    assert psplib.makespan(project, answer.start) == shortest
    assert answer.value_bound_twelfths == 12 * (problem.months - shortest)


def test_a_quick_schedule_is_a_lawful_upper_bound() -> None:
    project = psplib.project(PROJECT)
    assert 6 <= psplib.quick_makespan(project) <= 7


def test_a_plan_that_starts_too_early_has_no_makespan() -> None:
    project = psplib.project(PROJECT)
    with pytest.raises(ValueError, match="Activity 3 starts before activity 1 is done"):
        psplib.makespan(project, {"a1": 0, "a2": 3, "a3": 2, "a4": 5, "a5": 6})


def test_a_plan_that_leaves_an_activity_out_has_no_makespan() -> None:
    project = psplib.project(PROJECT)
    with pytest.raises(KeyError, match="a4"):
        psplib.makespan(project, {"a1": 0, "a2": 3, "a3": 3, "a5": 6})

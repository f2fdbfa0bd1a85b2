"""The engines for large questions, held against every plan of small ones: bounds hold, parts stay lawful."""

from threading import Thread

import highspy
import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.calculation.planner import oracle
from tests.calculation.planner.cases import MUST, initiative
from tests.calculation.planner.cases import problem as problem_of
from tests.calculation.planner.small_problems import small_problems

from takt.calculation.planner.choices.building import columns_of
from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Ints
from takt.calculation.planner.choices.part import part_of
from takt.calculation.planner.choices.table import is_lawful
from takt.calculation.planner.cpsat.choosing import Choosing
from takt.calculation.planner.highs.program import Program
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.problem import Goal, Problem
from takt.calculation.planner.search.improving import Improving
from takt.calculation.planner.search.relaxing import Relaxing, unaided
from takt.calculation.planner.search.side_by_side import SideBySide
from takt.calculation.planner.search.whole import divider, halves


def best_choice(problem: Problem, columns: Columns) -> Ints:
    """The oracle's best plan as a choice of columns."""
    best = oracle.best(problem)
    assume(best is not None)
    assert best is not None
    choice = np.full(columns.initiatives, NOT_CHOSEN, dtype=np.int64)
    for n, id_ in enumerate(columns.ids):
        if id_ in best.starts:
            own = columns.of(n)
            at = np.flatnonzero(columns.start[own.start : own.stop] == best.starts[id_])
            assert len(at) == 1, "a column of the best plan was thrown away"
            choice[n] = own.start + int(at[0])
    return choice


def relaxed(columns: Columns, best: Ints) -> Relaxing:
    score = columns.score(best)
    relaxing = Relaxing(columns, score.late, score.short, seed=1)
    while not relaxing.is_done:
        relaxing.run()
    return relaxing


@given(small_problems())
@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
def test_columns_score_the_best_plan_as_the_oracle_does(problem: Problem) -> None:
    columns = columns_of(problem).columns
    choice = best_choice(problem, columns)
    score, best = columns.score(choice), oracle.best(problem)
    assert best is not None
    assert (score.late, score.short, score.value) == (
        best.months_late,
        best.goal_shortfall,
        best.value_twelfths,
    )
    assert is_lawful(columns, choice)


@given(small_problems())
@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
def test_no_cut_takes_the_best_plan_below_the_bound(problem: Problem) -> None:
    columns = columns_of(problem).columns
    best = best_choice(problem, columns)
    assert relaxed(columns, best).outlook.bound >= columns.score(best).value


@given(small_problems())
@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
def test_halves_and_parts_find_the_best_again(problem: Problem) -> None:
    columns = columns_of(problem).columns
    best = best_choice(problem, columns)
    assume(columns.count)
    value, outlook = columns.score(best).value, relaxed(columns, best).outlook
    initiative, _ = divider(columns, best, outlook, seed=1)
    both = halves(columns, best, outlook, initiative, within=0, work=10, seed=1)
    for half in both:
        half.run()
    assert max(half.bound for half in both) == value
    with SideBySide() as side_by_side:
        improving = Improving(columns, best, outlook, seed=1)
        improving.round(Patience(1, None), side_by_side)
    assert improving.score.value == value
    assert is_lawful(columns, improving.best)


@given(small_problems(), st.integers(0, 80), st.integers(0, 80))
@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
def test_what_is_worth_more_by_enough_is_found_and_what_is_not_is_within_the_bound(
    problem: Problem, below: int, within: int
) -> None:
    columns = columns_of(problem).columns
    score = columns.score(best_choice(problem, columns))
    program = Program(columns, late=score.late, short=score.short, seed=1)
    found, bound = program.exceed(score.value - below, within=within, nodes=1000)
    reached = score.value - below if found is None else columns.score(found).value
    assert reached + within >= score.value
    assert score.value <= bound <= score.value + within


@pytest.mark.parametrize("goals", [(), (Goal("g", "", 0),)])
def test_the_half_without_a_duty_that_all_plans_need_bounds_nothing(goals: tuple[Goal, ...]) -> None:
    """Even when no relaxation helps: leaving the duty out is worth more, but later than the plan at hand."""
    duty = initiative("duty", obligation=MUST, roll_out=0, points_at_go_live=-1, latest_go_live=0)
    columns = columns_of(problem_of(duty, goals=goals, months=1)).columns
    best = np.array([0])
    both = halves(columns, best, unaided(columns), 0, within=0, work=1, seed=1)
    for half in both:
        half.run()
    assert [half.bound for half in both] == [-12, -12]
    assert columns.score(best).value == -12


def test_a_search_by_somebody_else_in_the_same_thread_does_not_keep_highs_from_proving() -> None:
    """HiGHS refuses to run with another number of threads than the first in a thread had, as peers' may."""
    columns = columns_of(problem_of(initiative("one", points_at_go_live=-1, obligation=MUST))).columns
    bounds = []

    def after_two_threads() -> None:
        other = highspy.Highs()
        other.setOptionValue("output_flag", False)
        other.setOptionValue("threads", 2)
        other.addVars(1, np.zeros(1), np.ones(1))
        other.run()
        bounds.append(relaxed(columns, np.array([0])).outlook.bound)

    thread = Thread(target=after_two_threads)
    thread.start()
    thread.join()
    assert bounds == [-12]


@given(small_problems(), st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_part_solved_beside_what_stays_is_a_lawful_whole(problem: Problem, data: st.DataObject) -> None:
    columns = columns_of(problem).columns
    best = best_choice(problem, columns)
    free = np.array(data.draw(st.lists(st.booleans(), min_size=len(best), max_size=len(best))), dtype=bool)
    part = part_of(columns, best, free)
    narrowed = part.narrowed(best)
    assert (part.widened(narrowed) == best).all()
    assert part.columns.score(narrowed) == columns.score(best)
    model = Choosing(part.columns, narrowed)
    score = columns.score(best)
    model.hold_late(score.late - part.columns.before.late)
    model.hold_short(score.short)
    found = model.most_value(Patience(5, None), seed=1, work=1, workers=1)
    assert found.choice is not None
    whole = part.widened(found.choice)
    assert is_lawful(columns, whole)
    assert columns.score(whole).rank == score.rank

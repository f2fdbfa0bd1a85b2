"""What must hold of every future: to relax a limit never gives a worse plan, to tighten one never a better."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.calculation.planner import oracle
from tests.calculation.planner.cases import honest_plan
from tests.calculation.planner.small_problems import small_problems

from takt.calculation.planner.archive import with_sha256
from takt.calculation.planner.check import check
from takt.calculation.planner.problem import Month, Problem
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.solve import Effort, solve
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.changes import (
    CeilingBy,
    Change,
    Exclude,
    Force,
    FrameBy,
    MoreStaff,
    MoveDeadline,
)
from takt.calculation.scenarios.keeping import better_of

TINY = Path(__file__).parents[1] / "planner" / "tiny"


def ranks(of: oracle.Best) -> tuple[int, int, int]:
    """Smaller is better."""
    return of.months_late, of.goal_shortfall, -of.value_twelfths


@st.composite
def relaxations(draw: st.DrawFn, problem: Problem) -> Change:
    percent = draw(st.integers(0, 200))
    choices: list[Change] = [
        FrameBy(draw(st.sampled_from([None, "f"])), percent),
        MoreStaff("r", draw(st.integers(0, 20)), Month(2027, draw(st.integers(1, 12))), 3),
        CeilingBy(draw(st.sampled_from([None, "whole", "area", "team"])), percent),
        *(MoveDeadline(one.id, None) for one in problem.initiatives),
    ]
    return draw(st.sampled_from(choices))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_relaxing_never_gives_a_worse_plan(data: st.DataObject) -> None:
    problem = data.draw(small_problems(most_initiatives=3))
    before = oracle.best(problem)
    assume(before is not None)
    after = oracle.best(changed(problem, [data.draw(relaxations(problem))]))
    assert before is not None
    assert after is not None
    assert ranks(after) <= ranks(before)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_demand_more_never_gives_a_better_plan(data: st.DataObject) -> None:
    problem = data.draw(small_problems(most_initiatives=3))
    assume(len(problem.initiatives) > 1)
    before = oracle.best(problem)
    assume(before is not None)
    one, other = problem.initiatives[0].id, problem.initiatives[1].id
    after = oracle.best(changed(problem, [data.draw(st.sampled_from([Force(one), Exclude(one, other)]))]))
    assert before is not None
    assert after is None or ranks(after) >= ranks(before)


@settings(max_examples=100, deadline=None)
@given(small_problems(most_initiatives=3), st.integers(0, 100))
def test_a_plan_that_is_known_is_kept_when_it_is_better_and_only_when_lawful(
    problem: Problem, percent: int
) -> None:
    problem = with_sha256(problem)
    best = oracle.best(problem)
    assume(best is not None)
    assert best is not None
    poorest = max(oracle.lawful_plans(problem), key=lambda starts: oracle.tiers(problem, starts)[2] * -1)
    found = honest_plan(problem, poorest)
    kept = better_of(problem, found, best.starts)
    assert check(problem, kept).lawful == check(problem, found).lawful
    assert kept.value_twelfths >= found.value_twelfths
    tighter = changed(problem, [CeilingBy(None, -percent)])
    honest = honest_plan(tighter, poorest)
    assume(check(tighter, honest).lawful)
    assert check(tighter, better_of(tighter, honest, best.starts)).lawful


@pytest.mark.parametrize("name", ["tiny-03", "tiny-12", "tiny-21"])
def test_the_solver_itself_is_never_worse_when_a_limit_is_relaxed(name: str) -> None:
    problem = read_problem((TINY / f"{name}.json").read_bytes())
    today = solve(problem, effort=Effort.QUICK)
    wider = [FrameBy(None, 20), CeilingBy(None, 20)]
    wider += [MoreStaff(role.id, 10, problem.first_month, 5) for role in problem.roles]
    for change in wider:
        after = changed(problem, [change])
        plan = solve(after, effort=Effort.QUICK)
        assert check(after, plan).lawful
        before_rank = (today.months_late, today.goal_shortfall, -today.value_twelfths)
        assert (plan.months_late, plan.goal_shortfall, -plan.value_twelfths) <= before_rank

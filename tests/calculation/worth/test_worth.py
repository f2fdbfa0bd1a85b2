"""More of a limit is never worth less than nothing, a buffer never less than it says, and ranges hold the truth."""

from dataclasses import replace

import pytest
from tests.calculation.planner.cases import honest_plan
from tests.calculation.planner.explained import problem_called, starts_of
from tests.calculation.planner.oracle import best

from takt.calculation.planner.check import check
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import value_twelfths
from takt.calculation.worth import (
    More,
    MoreKind,
    Worth,
    as_base,
    buffer_cost,
    changed_by,
    comes_near,
    glance,
    tightened,
    worth_of,
)
from takt.calculation.worth.answer import read_buffer, read_worth
from takt.calculation.worth.filling import filled

TINY = ["tiny-01", "tiny-08", "tiny-14", "tiny-20"]


def each_more(problem: Problem) -> list[More]:
    return [
        *(More(MoreKind.STAFF, role.id, 5) for role in problem.roles),
        *(More(MoreKind.MONEY, frame.id, 100_000) for frame in problem.frames),
        More(MoreKind.CEILING, "", 10),
    ]


@pytest.mark.parametrize("name", TINY)
def test_the_range_holds_the_truth(name: str) -> None:
    problem = problem_called(name)
    plan = honest_plan(problem, starts_of(name))
    found = glance(problem, plan.start)
    assert found
    today = as_base(plan, found)
    for more in each_more(problem):
        wider = changed_by(problem, more)
        then = glance(wider, today.start)
        assert then
        assert check(wider, then).lawful
        told, truth = worth_of(more, today, then), best(wider)
        assert truth
        assert 0 <= told.least_twelfths <= told.up_to_twelfths <= told.most_twelfths
        if not told.fewer_months_late and truth.months_late == today.months_late:
            assert told.least_twelfths <= truth.value_twelfths - today.value_twelfths <= told.most_twelfths


@pytest.mark.parametrize("name", TINY)
def test_a_buffer_costs_what_the_range_says(name: str) -> None:
    problem = problem_called(name)
    plan = honest_plan(problem, starts_of(name))
    tighter = tightened(problem, 10)
    tight, truth = glance(tighter, {}), best(tighter)
    assert (tight is None) is (truth is None)
    if tight is None or truth is None:
        return
    assert check(tighter, tight).lawful
    cost = buffer_cost(10, plan, tight)
    if (truth.months_late, truth.goal_shortfall) == (tight.months_late, tight.goal_shortfall):
        really = plan.value_twelfths - truth.value_twelfths
        assert really <= cost.most_twelfths
        assert cost.least_twelfths is None or cost.least_twelfths <= max(0, really)


def test_more_is_more_and_less_is_less() -> None:
    problem = problem_called("20x24-1")
    role, frame = problem.roles[0], problem.frames[0]
    more = changed_by(problem, More(MoreKind.STAFF, role.id, 14)).roles[0]
    assert list(more.days) == [days + 14 for days in role.days]
    money = changed_by(problem, More(MoreKind.MONEY, frame.id, 1_000_000)).frames[0]
    assert dict(money.dkk) == {year: dkk + 1_000_000 for year, dkk in frame.dkk.items()}
    tight = tightened(problem, 10)
    assert list(tight.roles[0].days) == [days * 9 // 10 for days in role.days]
    assert all(tight.frames[0].dkk[year] <= dkk * 0.9 for year, dkk in frame.dkk.items())
    for before, after in zip(problem.units, tight.units, strict=True):
        for was, there_is in zip(before.ceiling_hours, after.ceiling_hours, strict=True):
            assert (there_is is None) is (was is None)
            assert was is None or there_is is None or there_is <= was * 0.9


def test_filling_up_keeps_the_law_and_gains() -> None:
    problem = problem_called("50x36-2")
    starts = starts_of("50x36-2")
    fuller = filled(problem, starts)
    assert check(problem, honest_plan(problem, fuller)).lawful
    assert value_twelfths(problem, fuller) > value_twelfths(problem, starts)


def test_a_limit_with_plenty_of_room_is_not_near() -> None:
    problem = problem_called("20x24-1")
    plan = honest_plan(problem, starts_of("20x24-1"))
    wide = replace(
        problem, roles=tuple(replace(role, days=(10_000,) * problem.months) for role in problem.roles)
    )
    more = More(MoreKind.STAFF, problem.roles[0].id, 14)
    assert not comes_near(wide, plan, more)
    busiest = [
        role.id for role in problem.roles if comes_near(problem, plan, More(MoreKind.STAFF, role.id, 14))
    ]
    assert busiest


def test_duties_come_before_value() -> None:
    problem = problem_called("tiny-01")
    plan = honest_plan(problem, starts_of("tiny-01"))
    more = More(MoreKind.CEILING, "", 10)
    sooner = replace(plan, value_twelfths=0)
    told = worth_of(more, replace(plan, months_late=3), replace(sooner, months_late=1))
    assert (told.fewer_months_late, told.least_twelfths, told.most_twelfths) == (2, 0, 0)
    late = buffer_cost(10, plan, replace(plan, months_late=plan.months_late + 2))
    assert (late.more_months_late, late.least_twelfths, late.least_percent) == (2, None, None)


def test_what_is_told_reads_back() -> None:
    one = Worth(More(MoreKind.MONEY, "f", 5), 1, 2, 3, comes_in=("a",), leaves=("b",))
    assert read_worth(one.as_json()) == one
    plan = honest_plan(problem_called("tiny-01"), starts_of("tiny-01"))
    cost = buffer_cost(10, plan, plan)
    assert read_buffer(cost.as_json()) == cost
    assert cost.most_percent == 0

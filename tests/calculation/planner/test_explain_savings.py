"""Money that others bring back makes room, and money that one brings back is missed when it moves."""

from dataclasses import replace

from tests.calculation.planner.cases import MUST, initiative, problem
from tests.calculation.planner.explained import lawful

from takt.calculation.planner.explain import Situation, explain_in
from takt.calculation.planner.explain.conflict import conflict
from takt.calculation.planner.problem import Frame, Initiative, Month, Problem, Spending
from takt.calculation.planner.usage import Resource

SAVER = initiative("saver", money=(Spending("drift", (), -20),))
BUYER = initiative("buyer", points_per_year=12, money=(Spending("drift", (60,), 0),))


def with_an_empty_frame(*initiatives: Initiative) -> Problem:
    return problem(*initiatives, frames=(Frame("drift", "Drift", {2027: 0, 2028: 0}),))


def test_a_wish_that_others_could_pay_for_is_not_called_impossible() -> None:
    paid_for = with_an_empty_frame(SAVER, BUYER)
    assert explain_in(Situation.of(paid_for, {}), "buyer").impossible is None
    assert explain_in(Situation.of(with_an_empty_frame(BUYER), {}), "buyer").impossible is not None
    assert explain_in(Situation.of(paid_for, {"saver": 0}), "buyer").next_window is not None


def test_a_duty_that_others_could_pay_for_is_in_no_conflict() -> None:
    duty = initiative("duty", obligation=MUST, money=BUYER.money)
    assert conflict(with_an_empty_frame(SAVER, duty), "duty") is None
    assert conflict(with_an_empty_frame(duty), "duty") is not None


def test_an_income_cannot_move_to_a_year_before_it_is_spent() -> None:
    """Six months from October 2027: the income falls where the spending is."""
    income = initiative("income", points_per_year=12, money=(Spending("drift", (-60,), 0),))
    spender = initiative("spender", points_per_year=12, money=BUYER.money)
    question = replace(with_an_empty_frame(income, spender), first_month=Month(2027, 10))
    starts = {"income": 3, "spender": 3}
    assert lawful(question, starts)
    answer = explain_in(Situation.of(question, starts), "income")
    assert [(run.first, run.latest) for run in answer.earlier] == [(0, 2)]
    (pressure,) = answer.earlier[0].best.pressures
    assert (pressure.limit.resource, pressure.limit.when, pressure.missing) == (Resource.MONEY, 2028, 60)

"""When an initiative has paid for itself, against sums done by hand."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.calculation.money.returns import Costs, by_year, deepest, monthly_result, paid_back_after
from takt.calculation.planner.problem import Month

LOAN = Costs(investment_dkk=1_200, running_dkk_per_year=120, benefit_dkk_per_year=720)
"""Spread over four months: 300 a month, and then 50 a month comes back."""


def test_costs_come_first_and_benefits_from_go_live() -> None:
    assert monthly_result(LOAN, lead_time=4, months=7) == (-300, -300, -300, -300, 50, 50, 50)


def test_the_deepest_point_is_at_go_live_and_it_is_paid_back_after_two_years_in_use() -> None:
    result = monthly_result(LOAN, lead_time=4, months=60)

    assert deepest(result) == 1_200
    assert paid_back_after(result) == 4 + 23  # after the 24th month in use nothing is owed


def test_what_never_gives_anything_is_never_paid_back() -> None:
    result = monthly_result(Costs(1_200, 120, 0), lead_time=4, months=60)

    assert paid_back_after(result) is None
    assert deepest(result) == 1_200 + 56 * 10


def test_what_costs_nothing_has_nothing_to_pay_back() -> None:
    result = monthly_result(Costs(0, 0, 120), lead_time=0, months=12)

    assert (deepest(result), paid_back_after(result)) == (0, 0)


def test_a_year_holds_its_own_months_and_the_result_since_the_start() -> None:
    years = by_year(LOAN, start=Month(2027, 11), lead_time=4, years=3)

    assert [(one.year, one.investment_dkk, one.running_dkk, one.benefit_dkk) for one in years] == [
        (2027, 600, 0, 0),
        (2028, 600, 100, 600),
        (2029, 0, 120, 720),
    ]
    assert [one.since_start_dkk for one in years] == [-600, -700, -100]


@given(
    costs=st.builds(Costs, *[st.integers(min_value=0, max_value=10**8)] * 3),
    lead_time=st.integers(min_value=0, max_value=30),
    number=st.integers(min_value=1, max_value=12),
)
def test_the_years_hold_every_krone_of_the_months(costs: Costs, lead_time: int, number: int) -> None:
    years = by_year(costs, start=Month(2027, number), lead_time=lead_time, years=6)
    months = monthly_result(costs, lead_time=lead_time, months=12 * 6 - (number - 1))

    assert years[-1].since_start_dkk == sum(months)
    given = sum(one.benefit_dkk - one.running_dkk - one.investment_dkk for one in years)
    assert given == sum(months)


@given(
    costs=st.builds(Costs, *[st.integers(min_value=0, max_value=10**7)] * 3),
    lead_time=st.integers(min_value=0, max_value=24),
)
def test_after_the_day_it_is_paid_back_nothing_is_owed_again(costs: Costs, lead_time: int) -> None:
    result = monthly_result(costs, lead_time=lead_time, months=120)
    after = paid_back_after(result)
    owed = [total < 0 for total in accumulate(result)]

    if after is None:
        assert owed[-1]
    else:
        assert not any(owed[after:])
        assert after == 0 or owed[after - 1]


@pytest.mark.parametrize("lead_time", [0, 1])
def test_an_initiative_without_preparation_pays_at_once(lead_time: int) -> None:
    assert monthly_result(Costs(100, 0, 0), lead_time=lead_time, months=2) == (-100, 0)

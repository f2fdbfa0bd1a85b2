"""What is kept of a forecast, and how an estimate's own low and high become ratios."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.calculation.forecast.test_forecast import two_in_a_row

from takt.calculation.forecast import REFERENCE_CLASS, Factors, ThreePoint, Uncertainty, forecast
from takt.calculation.forecast.estimates import own_factors, ratio_of
from takt.calculation.forecast.summary import read_summary, summary_of

WIDE = Uncertainty(Factors(*[ThreePoint(500, 1000, 2500)] * 4))


def test_each_limit_is_told_where_it_is_least_sure() -> None:
    asked, plan = two_in_a_row()
    found = forecast(asked, plan, WIDE, draws=400)
    kept = summary_of(found, asked.months)
    (role,) = kept.roles
    of_role = {limit.when: one for limit, one in found.limits.items() if limit.id == "pl"}
    least = min(one.chance for one in of_role.values())
    assert of_role[role.when].chance == least
    assert len(role.by_month) == asked.months
    assert min(role.by_month) == role.percent
    assert [(one.id, one.when) for one in kept.frames] == [("f", 2027)]
    assert [one.id for one in kept.units] == ["top"]
    assert [(one.id, one.is_duty) for one in kept.go_lives] == [("a", False), ("b", True)]


def test_what_is_kept_reads_back() -> None:
    asked, plan = two_in_a_row()
    kept = summary_of(forecast(asked, plan, WIDE, draws=50), asked.months)
    assert read_summary(json.loads(json.dumps(kept.as_json()))) == kept


def test_nothing_is_called_sure_or_lost_by_rounding() -> None:
    asked, plan = two_in_a_row()
    found = forecast(asked, plan, Uncertainty(Factors(staff=ThreePoint(1000, 1000, 1001))), draws=1000)
    percents = [each for one in summary_of(found, asked.months).roles for each in one.by_month]
    for one in found.limits.values():
        if 0 < one.chance < 1:
            assert percents
    assert all(1 <= each <= 100 or each == 0 for each in percents)


@pytest.mark.parametrize(
    ("amounts", "ratio"),
    [
        ([(80, 100, 130)], ThreePoint(800, 1000, 1300)),
        ([(80, 100, 130), (10, 50, 50)], ThreePoint(600, 1000, 1200)),
        ([(0, 3, 4)], ThreePoint(0, 1000, 1334)),
        ([(100, 100, 100)], None),
        ([(0, 0, 50)], None),
        ([], None),
    ],
)
def test_own_ratios_where_somebody_has_said_how_sure_it_is(
    amounts: list[tuple[int, int, int]], ratio: ThreePoint | None
) -> None:
    assert ratio_of(amounts) == ratio


def test_the_rest_is_as_is_usual() -> None:
    own = ThreePoint(900, 1000, 1100)
    factors = own_factors(money=own, staff=None, change=None)
    assert (factors.money, factors.staff) == (own, REFERENCE_CLASS.staff)
    assert factors.duration == REFERENCE_CLASS.duration


@given(st.lists(st.tuples(*[st.integers(0, 10**9)] * 3).map(lambda each: tuple(sorted(each))), max_size=3))
def test_any_estimate_gives_a_ratio_in_order(amounts: list[tuple[int, int, int]]) -> None:
    ratio = ratio_of(amounts)
    assert ratio is None or ratio.low <= 1000 <= ratio.high

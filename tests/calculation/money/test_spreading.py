import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.calculation.money.spreading import a_month_of, evenly


def test_a_sum_that_divides_is_level() -> None:
    assert evenly(700_000, 7) == (100_000,) * 7


def test_what_is_left_over_is_spread_too() -> None:
    assert evenly(10, 4) == (2, 3, 2, 3)


@given(total=st.integers(-(10**12), 10**12), months=st.integers(1, 120))
def test_nothing_is_lost_and_no_month_differs_by_more_than_one(total: int, months: int) -> None:
    parts = evenly(total, months)
    assert sum(parts) == total
    assert max(parts) - min(parts) <= 1


def test_no_sum_needs_no_month() -> None:
    assert evenly(0, 0) == ()


def test_a_sum_without_a_month_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one month"):
        evenly(1, 0)


@pytest.mark.parametrize(
    ("per_year", "per_month"), [(900_000, 75_000), (6, 1), (5, 0), (-5, 0), (-7, -1), (0, 0)]
)
def test_a_month_is_a_twelfth_of_a_year(per_year: int, per_month: int) -> None:
    assert a_month_of(per_year) == per_month

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.calculation.money.three_point import weighted


def test_the_likely_counts_four_times() -> None:
    assert weighted(400_000, 600_000, 1_000_000) == Fraction(3_800_000, 6)


@given(st.tuples(*[st.integers(0, 10**12)] * 3).map(sorted))
def test_it_lies_between_the_ends(points: list[int]) -> None:
    assert points[0] <= weighted(*points) <= points[2]


def test_out_of_order_is_an_error() -> None:
    with pytest.raises(ValueError, match="out of order"):
        weighted(2, 1, 3)

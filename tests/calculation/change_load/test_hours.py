"""Change hours: the whole is exact, and the months follow the profile."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.calculation.change_load.hours import (
    ceiling_hours,
    change_hours,
    hours_per_employee,
    share_out,
    total_hours,
)
from takt.calculation.change_load.profile import Profile

months = st.integers(0, 24)
half_hours = st.integers(0, 80).map(lambda halves: Decimal(halves) / 2)


def test_the_formula_of_product_md_on_a_case_reckoned_by_hand() -> None:
    # 100 people × (3 training + 2 adaptation × 2 for a new system) = 700 hours: 70 / 420 / 210.
    hours = change_hours(people=100, training_hours=3, intensity=2, prepare=3, roll_out=3, settle=3)
    assert hours == (12, 23, 35, 140, 140, 140, 105, 70, 35)


def test_half_hours_of_training_count_and_half_an_hour_in_all_is_rounded_up() -> None:
    assert total_hours(people=3, training_hours=Decimal("1.5"), adaptation_hours=0, intensity=1) == 5


def test_a_phase_without_months_leaves_its_part_to_the_others() -> None:
    hours = change_hours(people=90, training_hours=8, intensity=1, prepare=0, roll_out=2, settle=1)
    assert hours == (300, 300, 300)


def test_a_profile_that_puts_nothing_in_the_only_phase_still_loses_no_hours() -> None:
    only_roll_out = Profile(prepare=0, roll_out=1, settle=0)
    hours = change_hours(
        people=10, training_hours=1, intensity=1, prepare=2, roll_out=0, settle=1, profile=only_roll_out
    )
    assert hours == (10, 10, 10)


@given(st.integers(0, 5000), half_hours, half_hours, st.sampled_from((1, 2, 3)), months, months, months)
def test_no_hour_is_lost_or_invented(
    people: int, training: Decimal, adaptation: Decimal, intensity: int, p: int, r: int, q: int
) -> None:
    case = {"people": people, "training_hours": training, "adaptation_hours": adaptation}
    total = total_hours(**case, intensity=intensity)  # type: ignore[arg-type]
    if total and p + r + q == 0:
        with pytest.raises(ValueError, match="nowhere to put"):
            change_hours(**case, intensity=intensity, prepare=p, roll_out=r, settle=q)  # type: ignore[arg-type]
        return
    hours = change_hours(**case, intensity=intensity, prepare=p, roll_out=r, settle=q)  # type: ignore[arg-type]
    assert len(hours) == p + r + q
    assert sum(hours) == total
    assert min(hours, default=0) >= 0


@given(months, months, st.integers(1, 24))
def test_preparation_rises_roll_out_is_level_and_settling_in_falls(p: int, r: int, q: int) -> None:
    shares = Profile().shares(prepare=p, roll_out=r, settle=q)
    assert sum(shares) == 1
    assert list(shares[:p]) == sorted(shares[:p])
    assert len(set(shares[p : p + r])) <= 1
    assert list(shares[p + r :]) == sorted(shares[p + r :], reverse=True)


def test_of_equal_remainders_the_earlier_month_gets_the_hour() -> None:
    assert share_out(5, (Fraction(1, 2), Fraction(1, 2))) == (3, 2)


@pytest.mark.parametrize("intensity", [0, 4, -1])
def test_an_unknown_intensity_is_refused(intensity: int) -> None:
    with pytest.raises(ValueError, match="intensity is 1, 2 or 3"):
        total_hours(people=1, training_hours=1, intensity=intensity)


def test_negative_people_are_refused() -> None:
    with pytest.raises(ValueError, match="never negative"):
        total_hours(people=-1, training_hours=1, intensity=1)


def test_a_ceiling_is_rounded_down_to_hours_that_exist() -> None:
    assert ceiling_hours(hours_per_employee=Decimal("3.5"), headcount=121) == 423


def test_hours_per_employee_says_nothing_where_nobody_is_employed() -> None:
    assert hours_per_employee(5670, headcount=1620) == 3.5
    assert hours_per_employee(40, headcount=0) is None

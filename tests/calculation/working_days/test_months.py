"""Working days of a month, and what of them goes to projects."""

from fractions import Fraction

import pytest

from takt.calculation.planner.problem import Month
from takt.calculation.working_days import project_days, working_days_in


@pytest.mark.parametrize(
    ("month", "days"),
    [(Month(2027, 1), 20), (Month(2027, 3), 20), (Month(2027, 5), 19), (Month(2027, 12), 21)],
)
def test_holidays_are_not_worked(month: Month, days: int) -> None:
    """Easter 2027 is 28 March; Ascension 6 May, Whit Monday 17 May; Christmas Eve and New Year's Eve are Fridays."""
    assert working_days_in(month) == days


def test_absence_and_daily_work_come_off_before_the_day_is_rounded_down() -> None:
    there = [Fraction(3), Fraction(1), Fraction(-1, 2)]

    assert project_days(Month(2027, 1), there, share_percent=80, absence_percent=12) == 49  # 3.5 × 20 × 0.704


def test_more_absence_than_staff_gives_no_days_rather_than_fewer_than_none() -> None:
    assert project_days(Month(2027, 1), [Fraction(-1)], share_percent=100, absence_percent=0) == 0

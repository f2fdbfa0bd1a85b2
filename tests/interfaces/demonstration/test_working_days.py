"""Working days in Denmark, against a calendar on the wall."""

from fractions import Fraction

import pytest

from takt.calculation.planner.problem import Month
from takt.interfaces.demonstration.reading import calendar
from takt.interfaces.demonstration.working_days import days_off, project_days, working_days


@pytest.mark.parametrize(
    ("month", "days"),
    [
        (Month(2027, 2), 20),
        (Month(2027, 3), 20),  # 23 weekdays; Maundy Thursday, Good Friday and Easter Monday
        (Month(2027, 5), 19),  # 21 weekdays; Ascension Day and Whit Monday
        (Month(2027, 7), 7),  # 22 weekdays, less the three weeks of the common summer closing
        (Month(2027, 12), 21),  # 23 weekdays; Christmas Eve and New Year's Eve, both Fridays
    ],
)
def test_working_days(month: Month, days: int) -> None:
    assert working_days(month, days_off(calendar())) == days


def test_a_broken_day_is_not_there_to_be_used() -> None:
    assert project_days(Fraction("4.5"), working=19, share=Fraction(70, 100)) == 59

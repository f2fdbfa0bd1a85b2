"""How many working days a month has, and what of them a role has for projects."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from takt.calculation.planner.problem import Month
from takt.calculation.working_days.danish import is_working_day


@cache
def working_days_in(month: Month) -> int:
    """Weekdays of the month that are not Danish days off."""
    first, after = date(month.year, month.number, 1), month.plus(1)
    days = (date(after.year, after.number, 1) - first).days
    return sum(is_working_day(first + timedelta(days=offset)) for offset in range(days))


def project_days(
    month: Month, full_time_equivalents: Iterable[Fraction], *, share_percent: int, absence_percent: int
) -> int:
    """Whole person-days for projects; a broken day is not there to be used, and never fewer than none.

    ``full_time_equivalents`` are added up; absence counts negatively. ``absence_percent`` (holidays and
    illness, on average) comes off the working days, and ``share_percent`` of what is left goes to projects.
    """
    there = sum(full_time_equivalents, start=Fraction(0)) * working_days_in(month)
    return max(0, int(there * (100 - absence_percent) * share_percent / 10_000))

"""Danish working days: weekdays that are neither a holiday nor in the common summer closing."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from takt.calculation.planner.problem import Month
from takt.interfaces.demonstration.reading import CalendarRow

SUMMER = "Industriferie"


def days_off(calendar: Iterable[CalendarRow]) -> frozenset[date]:
    return frozenset(
        row.first + timedelta(days=offset)
        for row in calendar
        if row.is_holiday or row.name.startswith(SUMMER)
        for offset in range((row.latest - row.first).days + 1)
    )


def working_days(month: Month, off: frozenset[date]) -> int:
    first, after = date(month.year, month.number, 1), date(*_year_and_number(month.plus(1)), 1)
    days = (first + timedelta(days=offset) for offset in range((after - first).days))
    return sum(day.weekday() < 5 and day not in off for day in days)


def project_days(full_time_equivalents: Fraction, *, working: int, share: Fraction) -> int:
    """Person-days for projects in a month; a broken day is not there to be used."""
    return int(full_time_equivalents * working * share)


def _year_and_number(month: Month) -> tuple[int, int]:
    return month.year, month.number

"""When a body that meets every so many weeks can meet."""

from datetime import date, timedelta

from takt.calculation.working_days.danish import is_working_day


def meeting_days(first: date, *, weeks_between: int, count: int) -> list[date]:
    """``count`` days from ``first``, which sets the weekday; a day off is moved to the next working day.

    The rhythm is kept: a moved meeting does not move those after it. Raises ValueError when there is no rhythm.
    """
    if weeks_between < 1:
        raise ValueError("A body with a rhythm has at least one week between meetings.")
    return [_from(first + timedelta(weeks=weeks_between * number)) for number in range(count)]


def _from(day: date) -> date:
    while not is_working_day(day):
        day += timedelta(days=1)
    return day

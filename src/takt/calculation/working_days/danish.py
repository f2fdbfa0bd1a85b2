"""Days on which a Danish town hall is closed, for every year; store bededag is none since 2024."""

from datetime import date, timedelta
from functools import cache

AROUND_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Days after Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension and Pentecost."""
FIXED = ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))
"""New Year, Constitution Day and Christmas; the 5 June and the two eves are closed by custom, not by law."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, after Meeus, Astronomical Algorithms (1991), chapter 8."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lunar = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * lunar) // 451
    month, day = divmod(h + lunar - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def days_off(year: int) -> frozenset[date]:
    sunday = easter(year)
    moving = {sunday + timedelta(days=days) for days in AROUND_EASTER}
    return frozenset(moving | {date(year, month, day) for month, day in FIXED})


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in days_off(day.year)

"""Days off, against the calendar of the demonstration, which was checked by another source."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.calculation.working_days import days_off, easter, is_working_day, meeting_days
from takt.interfaces.demonstration.reading import calendar


def test_easter_falls_where_the_church_says() -> None:
    assert [easter(year) for year in (2024, 2026, 2038)] == [
        date(2024, 3, 31),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ]


@pytest.mark.parametrize("year", range(2026, 2032))
def test_the_days_off_are_those_of_the_calendar(year: int) -> None:
    written = {row.first for row in calendar() if row.is_holiday and row.first.year == year}
    assert days_off(year) == written


def test_a_meeting_on_a_day_off_moves_to_the_next_working_day_and_the_rhythm_is_kept() -> None:
    found = meeting_days(date(2026, 12, 24), weeks_between=1, count=3)
    assert found == [date(2026, 12, 28), date(2027, 1, 4), date(2027, 1, 7)]


@given(st.dates(date(2024, 1, 1), date(2099, 1, 1)), st.integers(1, 12), st.integers(1, 20))
def test_every_meeting_is_on_a_working_day_soon_after_its_turn(first: date, weeks: int, count: int) -> None:
    for number, day in enumerate(meeting_days(first, weeks_between=weeks, count=count)):
        assert is_working_day(day)
        assert timedelta(0) <= day - (first + timedelta(weeks=weeks * number)) <= timedelta(days=7)


def test_without_a_rhythm_there_are_no_days() -> None:
    with pytest.raises(ValueError, match="rhythm"):
        meeting_days(date(2026, 1, 1), weeks_between=0, count=1)

"""Freezes from an iCalendar file that nobody vouches for."""

from datetime import date

import pytest

from takt.governance.planning.limits.calendar_in import MOST_BYTES, NotACalendar, read_calendar

TODAY = date(2026, 11, 23)


def event(*lines: str, title: str = "Ferie") -> str:
    return "\r\n".join(["BEGIN:VEVENT", "UID:1", f"SUMMARY:{title}", *lines, "END:VEVENT"])


def calendar(*events: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *events, "END:VCALENDAR", ""]).encode()


def read(*lines: str) -> list[tuple[str, str, str]]:
    return [
        (row["first"], row["latest"], row["yearly"])
        for row in read_calendar(calendar(event(*lines)), today=TODAY)
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART;VALUE=DATE:20270701", "DTEND;VALUE=DATE:20270801"], ("2027-07", "2027-07", "")),
        (["DTSTART;VALUE=DATE:20271215", "DTEND;VALUE=DATE:20280106"], ("2027-12", "2028-01", "")),
        (["DTSTART;VALUE=DATE:20291120"], ("2029-11", "2029-11", "")),
        (["DTSTART:20270630T220000Z", "DTEND:20270701T000000Z"], ("2027-06", "2027-06", "")),
        (["DTSTART;VALUE=DATE:20200701", "RRULE:FREQ=YEARLY"], ("2020-07", "2020-07", "ja")),
        (["DTSTART;VALUE=DATE:20270701", "RRULE:FREQ=YEARLY;BYMONTH=7"], ("2027-07", "2027-07", "ja")),
    ],
)
def test_an_event_is_the_months_it_touches(lines: list[str], expected: tuple[str, str, str]) -> None:
    assert read(*lines) == [expected]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["DTSTART;VALUE=DATE:20270701", "RRULE:FREQ=SECONDLY"], "gentages"),
        (["DTSTART;VALUE=DATE:20270701", "RRULE:FREQ=YEARLY;INTERVAL=4"], "gentages"),
        (["DTSTART;VALUE=DATE:20270701", "RRULE:FREQ=YEARLY;UNTIL=20290101"], "gentages"),
        (["DTSTART;VALUE=DATE:20270701", "RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY"], "gentages"),
        (["DTSTART;VALUE=DATE:20270701", "DTEND;VALUE=DATE:20990701"], "to år"),
        (["DTSTART;VALUE=DATE:20200701", "DTEND;VALUE=DATE:20200702"], "ingen kommende"),
        (["DTSTART;VALUE=DATE:20270701", "DTEND:20270801T000000Z"], "beskadiget"),
        (["DTSTART:nu"], "dato|beskadiget"),
        ([], "ingen dato"),
    ],
)
def test_what_is_no_period_is_refused_in_words(lines: list[str], why: str) -> None:
    with pytest.raises(NotACalendar, match=why):
        read(*lines)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"BEGIN:VCALENDAR",
        b"BEGIN:VCALENDAR\r\n" + b"\xff\xfe" * 50,
        b"BEGIN:VCALENDAR" + b" " * MOST_BYTES,
        calendar(*[event("DTSTART;VALUE=DATE:20270701")] * 501),
        calendar(event("DTSTART;VALUE=DATE:20270701", title=" ")),
    ],
)
def test_hostile_bytes_are_no_calendar(data: bytes) -> None:
    with pytest.raises(NotACalendar):
        read_calendar(data, today=TODAY)


def test_a_long_title_is_cut_and_what_cannot_be_shown_is_left_out() -> None:
    (row,) = read_calendar(
        calendar(event("DTSTART;VALUE=DATE:20270701", title="Fe\x07rie" + "x" * 500)), today=TODAY
    )
    assert row["why"].startswith("Ferie")
    assert len(row["why"]) == 200

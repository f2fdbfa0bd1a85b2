"""Freezes from an iCalendar file, which comes from outside and is not to be trusted. Nothing is kept here."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Any

from django.utils.translation import gettext as _
from icalendar import Calendar

from takt.calculation.planner.problem import Month
from takt.foundation.refusals import Refusal

MOST_BYTES = 1_000_000
MOST_EVENTS = 500
MOST_MONTHS = 24
"""The longest period that is taken for a freeze."""
MOST_TITLE = 200


class NotACalendar(ValueError):  # noqa: N818 - it is an answer to the person
    """The file cannot be read. The message says why."""


def why_not_receive(size: int) -> Refusal | None:
    if not size:
        return Refusal(_("Der er ikke valgt nogen fil."), _("Vælg en kalenderfil (.ics)."))
    if size <= MOST_BYTES:
        return None
    return Refusal(
        _("Filen er for stor. En kalender fylder højst 1 MB."),
        _("Eksportér kun den kalender, der har frysperioderne."),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    )


def read_calendar(data: bytes, *, today: date) -> list[dict[str, str]]:
    """The events as rows of freezes, as a person would write them, in the order of their months.

    An event that is over and does not come back is passed over. Raises NotACalendar. No rule of repetition is
    ever unfolded: one that is yearly is yearly, and any other is refused by name.
    """
    if len(data) > MOST_BYTES or not data.lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCALENDAR"):
        raise NotACalendar(_("Filen er ikke en kalender."))
    if data.upper().count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise NotACalendar(_("Kalenderen har mere end %(most)d begivenheder.") % {"most": MOST_EVENTS})
    try:
        events = list(Calendar.from_ical(data).walk("VEVENT"))
        rows = [row for event in events for row in _row(event, today)]
    except NotACalendar:
        raise
    except Exception as broken:  # the library raises many kinds, and none of them is ours
        raise NotACalendar(_("Kalenderen er beskadiget og kan ikke læses.")) from broken
    if not rows:
        raise NotACalendar(_("Kalenderen har ingen kommende perioder."))
    return sorted(rows, key=lambda row: row["first"])


def _row(event: Any, today: date) -> Iterator[dict[str, str]]:
    title = "".join(
        letter for letter in " ".join(str(event.get("summary", "")).split()) if letter.isprintable()
    )
    if not title:
        raise NotACalendar(_("En begivenhed i kalenderen har ingen titel."))
    first, latest = _days(event, title)
    months = 12 * (latest.year - first.year) + latest.month - first.month
    if months >= MOST_MONTHS or months < 0:
        raise NotACalendar(_("»%(title)s« er ikke en periode på højst to år.") % {"title": title[:80]})
    yearly = _is_yearly(event, title)
    if latest < today and not yearly:
        return
    yield {
        "why": title[:MOST_TITLE],
        "first": str(Month(first.year, first.month)),
        "latest": str(Month(latest.year, latest.month)),
        "yearly": "ja" if yearly else "",
        "units": "",
    }


def _days(event: Any, title: str) -> tuple[date, date]:
    """The first and last day; the end of a calendar event is the day or moment after it."""
    if "dtstart" not in event:
        raise NotACalendar(_("»%(title)s« har ingen dato.") % {"title": title[:80]})
    start = event["dtstart"].dt
    end = event["dtend"].dt if "dtend" in event else start
    if isinstance(start, datetime):
        return start.date(), (end - timedelta(seconds=1) if end > start else end).date()
    return start, end - timedelta(days=1) if end > start else start


def _is_yearly(event: Any, title: str) -> bool:
    rule = event.get("rrule")
    if rule is None:
        return False
    said = (
        {}
        if isinstance(rule, list)
        else {key.upper(): [str(one).upper() for one in rule[key]] for key in rule}
    )
    is_simple = said.get("FREQ") == ["YEARLY"] and said.get("INTERVAL", ["1"]) == ["1"]
    if not is_simple or "UNTIL" in said or "COUNT" in said:
        raise NotACalendar(
            _("»%(title)s« gentages på en måde, vi ikke læser. Kun hvert år uden slutdato kan bruges.")
            % {"title": title[:80]}
        )
    return True

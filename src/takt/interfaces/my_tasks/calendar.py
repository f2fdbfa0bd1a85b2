"""A person's deadlines and meetings as iCalendar (RFC 5545), for Outlook and phones."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from icalendar import Calendar, Event

from takt.foundation.people.tasks import Task

PRODUCT = "-//Takt//Takt//DA"


def calendar_of(tasks: Iterable[Task], *, name: str, at: datetime) -> bytes:
    """Whole days, as free time: a deadline does not block anybody's day."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for task in tasks:
        if task.due_date is not None:
            calendar.add_component(_deadline(task, task.due_date, at))
    return bytes(calendar.to_ical())


def _deadline(task: Task, due_date: date, at: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(task))
    event.add("dtstamp", at)
    event.add("dtstart", due_date)
    event.add("dtend", due_date + timedelta(days=1))
    event.add("summary", f"{task.kind}: {task.title}")
    event.add("description", task.note)
    event.add("url", settings.BASE_URL + task.link)
    event.add("transp", "TRANSPARENT")
    return event


def _uid(task: Task) -> str:
    """The same task keeps its place in the calendar when its date moves."""
    return hashlib.sha256(f"{task.kind}|{task.link}|{task.title}".encode()).hexdigest()[:32] + "@takt"

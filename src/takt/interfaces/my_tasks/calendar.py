"""A person's deadlines and meetings as iCalendar (RFC 5545), for Outlook and phones."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from icalendar import Calendar, Event

from takt.foundation.people.tasks import Task
from takt.governance.planning.publishing.calendar import Entry
from takt.interfaces.my_tasks.sittings import Sitting

PRODUCT = "-//Takt//Takt//DA"


def calendar_of(
    tasks: Iterable[Task],
    meetings: Sequence[Sitting] = (),
    plan: Iterable[Entry] = (),
    *,
    name: str,
    at: datetime,
) -> bytes:
    """Meetings take their time; deadlines and the plan are whole days of free time and block nobody's day."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for meeting in meetings:
        calendar.add_component(_meeting(meeting, at))
    links = {meeting.link for meeting in meetings}
    for task in tasks:
        if task.due_date is not None and task.link not in links:
            calendar.add_component(_deadline(task, task.due_date, at))
    for entry in plan:
        calendar.add_component(_planned(entry))
    return bytes(calendar.to_ical())


def _planned(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.published_at)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.before)
    event.add("summary", entry.summary)
    event.add("description", entry.note)
    event.add("url", settings.BASE_URL + entry.link)
    event.add("transp", "TRANSPARENT")
    return event


def _meeting(meeting: Sitting, at: datetime) -> Event:
    event = Event()
    event.add("uid", hashlib.sha256(meeting.link.encode()).hexdigest()[:32] + "@takt")
    event.add("dtstamp", at)
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    event.add("summary", meeting.body)
    event.add("location", meeting.place)
    event.add("description", "\n".join(meeting.items))
    event.add("url", settings.BASE_URL + meeting.link)
    return event


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

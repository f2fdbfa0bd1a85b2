"""The coming meetings of the bodies in which a person sits, as a calendar needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, MeetingState
from takt.governance.deciding.meetings.queries import coming_meetings
from takt.governance.deciding.meetings.standing import standings_of

MOST = 50
LENGTH = timedelta(hours=1)
"""Of a meeting whose agenda says nothing of time."""


@dataclass(frozen=True, slots=True)
class Sitting:
    body: str
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    items: Sequence[str]
    """Titles once the agenda has been sent. A calendar travels far: of a closed item it says no more than that."""


def sittings_of(person: Person, at: datetime) -> list[Sitting]:
    """The nearest first; a written procedure has no hour. The queries do not depend on how many there are."""
    bodies = list(standings_of(person, at))
    if not bodies:
        return []
    found = coming_meetings().filter(body__key__in=bodies, is_written=False).prefetch_related("items")
    return [_sitting(meeting) for meeting in found[:MOST]]


def _sitting(meeting: Meeting) -> Sitting:
    items = list(meeting.items.all())
    length = timedelta(minutes=sum(item.minutes for item in items)) or LENGTH
    sent = meeting.state != MeetingState.PLANNED
    return Sitting(
        meeting.body.name,
        meeting.starts_at,
        meeting.starts_at + length,
        meeting.place,
        meeting.get_absolute_url(),
        [_title(number, item) for number, item in enumerate(items, start=1)] if sent else [],
    )


def _title(number: int, item: AgendaItem) -> str:
    return f"{number}. {_('Lukket punkt') if item.is_closed else item.title}"

"""What is asked about checklists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.deciding.models import Body, SeatRole

CHANGED = "checklist.changed"
MOST_EVENTS = 20


def about(body_key: str) -> str:
    """What the ledger calls the checklist of a body."""
    return f"tjekliste {body_key}"


def is_secretary(body: Body, person: Person, *, at: datetime) -> bool:
    today = timezone.localdate(at)
    seats = body.seats.filter(person=person, role=SeatRole.SECRETARY, from_date__lte=today)
    return any(seat.to_date is None or seat.to_date >= today for seat in seats)


@dataclass(frozen=True, slots=True)
class Change:
    at: datetime
    who: Person | None
    added: Sequence[str]
    removed: Sequence[str]
    """Keys of items."""


def changes(body_key: str) -> list[Change]:
    """Newest first."""
    events = list(Event.objects.filter(verb=CHANGED, about=about(body_key)).order_by("-number")[:MOST_EVENTS])
    people = Person.objects.in_bulk({event.actor for event in events if event.actor}, field_name="pseudonym")
    return [
        Change(
            event.at,
            people.get(event.actor) if event.actor else None,
            event.facts["added"],
            event.facts["removed"],
        )
        for event in events
    ]

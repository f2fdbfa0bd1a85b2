"""What a person is in a body: the seats of the model that is in force give the rights."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.deciding.models import Body, Seat, SeatRole
from takt.governance.deciding.queries import in_force, versions_in_force


@dataclass(frozen=True, slots=True)
class Standing:
    """Without a role the person has no seat in the body."""

    body: str
    """Its name."""
    role: SeatRole | None = None

    @property
    def sits(self) -> bool:
        return self.role is not None

    @property
    def runs(self) -> bool:
        """Secretary and chair run the meetings."""
        return self.role in (SeatRole.SECRETARY, SeatRole.CHAIR)

    @property
    def leads(self) -> bool:
        return self.role == SeatRole.CHAIR

    @property
    def has_vote(self) -> bool:
        return self.role in (SeatRole.CHAIR, SeatRole.MEMBER)


def standing_in(body: Body, person: Person, at: datetime) -> Standing:
    """In the body of that key as it is in force now; one that has been closed keeps its last seats."""
    held = seats_of(body, at).filter(person=person).first() if person.is_active else None
    return Standing(body.name, SeatRole(held.role) if held else None)


def seats_of(body: Body, at: datetime) -> QuerySet[Seat]:
    """The seats that are taken on that day, with their people."""
    now = body_in_force(body, at)
    return taken(Seat.objects.filter(body=now), at).select_related("person")


def body_in_force(body: Body, at: datetime) -> Body:
    """The same body in the version in force at that moment, or as it last was."""
    version = in_force(at)
    return (version.bodies.filter(key=body.key).first() if version else None) or body


def taken(seats: QuerySet[Seat], at: datetime) -> QuerySet[Seat]:
    day = timezone.localdate(at)
    return seats.filter(Q(to_date=None) | Q(to_date__gte=day), from_date__lte=day, person__is_active=True)


def standings_of(person: Person, at: datetime) -> Mapping[str, SeatRole]:
    """The person's role by the key of the body, in the version in force; one query."""
    if not person.is_active:
        return {}
    version = versions_in_force(at).values("pk")[:1]
    held = taken(Seat.objects.filter(body__version__in=version, person=person), at)
    return {key: SeatRole(role) for key, role in held.values_list("body__key", "role")}


def standing_at(meeting: Meeting, person: Person, at: datetime) -> Standing:
    return standing_in(meeting.body, person, at)

"""What is asked about hearings. The number of queries never depends on how many units were asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Role
from takt.governance.clarifying.models import Assignment
from takt.governance.deciding.hearing.findings import Counts, count, finding
from takt.governance.deciding.hearing.models import Hearing, Party, State
from takt.governance.deciding.hearing.rules import UNDECIDED
from takt.governance.deciding.models import Seat, SeatRole
from takt.governance.deciding.queries import adopted
from takt.governance.flow.models import Initiative


@dataclass(frozen=True, slots=True)
class Voice:
    """One unit in a hearing, and who answers for it."""

    party: Party
    manager: Person | None
    """None: nobody leads the unit in Takt; the coordinator writes what somebody there says."""

    @property
    def shape(self) -> str:
        """The mark beside the word."""
        return {"support": "ok", "remarks": "warn", "against": "bad", "no_remarks": "info"}.get(
            self.party.stance, "none"
        )


@dataclass(frozen=True, slots=True)
class Heard:
    """A hearing as it stands on a day."""

    hearing: Hearing
    state: State
    counts: Counts
    finding: str
    """What the units said, in words; for a heading, an agenda or a paper."""
    voices: Sequence[Voice]

    @property
    def is_done(self) -> bool:
        """Nobody needs to wait for it: it was ended, or its day has passed."""
        return self.state in (State.OVER, State.CLOSED)


def hearings() -> QuerySet[Hearing]:
    """The newest first, with the units and what they said."""
    parties = Party.objects.select_related("unit", "answered_by").order_by("unit__sort_key", "id")
    return Hearing.objects.select_related("initiative__unit", "asked_by").prefetch_related(
        Prefetch("parties", parties)
    )


def heard(found: Iterable[Hearing], today: date, managers: Managers) -> list[Heard]:
    return [_heard(hearing, today, managers) for hearing in found]


def _heard(hearing: Hearing, today: date, managers: Managers) -> Heard:
    parties, state = list(hearing.parties.all()), hearing.state(today)
    counts = count(parties)
    voices = [Voice(party, managers.of(party.unit_id)) for party in parties]
    return Heard(hearing, state, counts, finding(counts, state, hearing.due_date), voices)


def hearing_of(initiative: Initiative, *, today: date, asked_before: datetime | None = None) -> Heard | None:
    """The newest hearing on a case that was not withdrawn; for the meeting and its papers."""
    found = hearings().filter(initiative=initiative, withdrawn_at=None)
    newest = (found.filter(asked_at__lte=asked_before) if asked_before else found).first()
    return _heard(newest, today, Managers.now()) if newest else None


def under_way(initiative: Initiative, today: date) -> Hearing | None:
    """One that still waits for answers."""
    return Hearing.objects.filter(
        initiative=initiative, closed_at=None, withdrawn_at=None, due_date__gte=today
    ).first()


def leads_hearings(initiative: Initiative, person: Person, today: date) -> bool:
    """Whether the person has the case, coordinates, or is secretary of a body today."""
    assignment: Assignment | None = getattr(initiative, "assignment", None)
    return (
        person.holds(Role.COORDINATOR)
        or (assignment is not None and assignment.person_id == person.pk)
        or is_secretary(person, today)
    )


def is_secretary(person: Person, today: date) -> bool:
    now_in_force = adopted().filter(in_force_from__lte=today).values("pk")[:1]
    return Seat.objects.filter(
        Q(to_date=None) | Q(to_date__gte=today),
        body__version__in=now_in_force,
        role=SeatRole.SECRETARY,
        person=person,
        from_date__lte=today,
    ).exists()


def waiting_for(units: Sequence[int]) -> QuerySet[Party]:
    """What these units have not answered though they still may, the most urgent first."""
    return (
        Party.objects.filter(
            unit__in=units,
            answered_at=None,
            hearing__closed_at=None,
            hearing__withdrawn_at=None,
            hearing__initiative__stage__in=UNDECIDED,
        )
        .select_related("hearing__initiative", "unit")
        .order_by("hearing__due_date", "unit__sort_key", "id")
    )

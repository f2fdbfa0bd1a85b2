"""What waits in the bodies where the reader sits: the cases whose turn it is, and when the bodies meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from takt.calculation.governance_path import Level
from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, MeetingState
from takt.governance.deciding.meetings.queries import COMING
from takt.governance.deciding.meetings.turn import Turn, open_cases, turns_of
from takt.governance.deciding.models import SeatRole
from takt.governance.flow.models import Initiative, Obligation

Seats = Mapping[str, SeatRole]
"""What the reader is, by the key of each body in which the reader holds a seat in force."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case whose turn it is in one of the reader's bodies."""

    initiative: Initiative
    body_key: str
    body: str
    level: Level
    """What the body is to do: recommend or decide."""


def cases_before(seats: Seats, reader: Person, at: datetime) -> list[Waiting]:
    """Duties first, then those that have waited longest; none that the reader takes no part in.

    Nothing is asked for a reader without a seat; else the queries do not depend on how many cases there are.
    """
    if not seats:
        return []
    cases = list(open_cases())
    turns, recused = turns_of(cases, at), _recused_from(reader)
    found = [
        waiting
        for case in cases
        if case.pk not in recused and (waiting := _waiting(case, turns[case.pk], seats))
    ]
    return sorted(found, key=lambda one: one.initiative.obligation != Obligation.MUST)


def _waiting(case: Initiative, turn: Turn, seats: Seats) -> Waiting | None:
    if turn.step is None or not any(turn.is_for(key) for key in seats):
        return None
    return Waiting(case, turn.step.body.key, turn.step.body.name, turn.step.level)


def _recused_from(reader: Person) -> set[int | None]:
    items = AgendaItem.objects.filter(recusals__person=reader, meeting__state__in=COMING)
    return set(items.values_list("initiative", flat=True))


def next_meeting(seats: Seats, at: datetime) -> Meeting | None:
    """The nearest of any of the reader's bodies, one that is held now before all others."""
    coming = Q(state__in=(MeetingState.PLANNED, MeetingState.CALLED), starts_at__gte=at)
    found = Meeting.objects.filter(
        coming | Q(state=MeetingState.IN_SESSION), body__key__in=list(seats), is_written=False
    )
    return found.select_related("body").order_by("starts_at", "id").first() if seats else None


def meetings_of(waiting: Sequence[Waiting]) -> dict[int, Meeting]:
    """Where each case stands on the agenda of the body that it waits for; those on none are absent."""
    body_of = {one.initiative.pk: one.body_key for one in waiting}
    items = (
        AgendaItem.objects.filter(initiative__in=list(body_of), meeting__state__in=COMING)
        .select_related("meeting__body")
        .order_by("-meeting__starts_at", "-id")
    )
    return {
        item.initiative_id: item.meeting  # the nearest is read last, and stays
        for item in items
        if item.initiative_id is not None and item.meeting.body.key == body_of[item.initiative_id]
    }

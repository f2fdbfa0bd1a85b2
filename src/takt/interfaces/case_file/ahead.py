"""The body whose turn the case is: what it is to do, when it meets, and who prepares the meeting."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from takt.calculation.governance_path import Level, next_step
from takt.foundation.people.models import Person
from takt.governance.deciding.case_path import DecisionPath
from takt.governance.deciding.meetings.models import AgendaItem, Meeting
from takt.governance.deciding.meetings.models.outcome import RECOMMENDING
from takt.governance.deciding.meetings.on_case import OnCase
from takt.governance.deciding.meetings.queries import COMING
from takt.governance.deciding.meetings.standing import taken
from takt.governance.deciding.models import ModelVersion, Seat, SeatRole
from takt.governance.flow.stages import Stage
from takt.interfaces.case_file.queries import Case


@dataclass(frozen=True, slots=True)
class Ahead:
    body: str
    """Its name in the governance model."""
    level: Level
    """What it is to do: recommend or decide."""
    is_ready: bool
    """Declared ready for the body, or recommended already."""
    item: AgendaItem | None
    """On an agenda that has been sent, as far as the reader may know."""
    meeting: Meeting | None
    """Where it stands, or the next that it can come to; None when none is planned."""
    preparer: Person | None
    """Who is to put it on an agenda: the secretary of the body, or its chair."""


def ahead_of(case: Case, way: DecisionPath | None, bodies: OnCase, at: datetime) -> Ahead | None:
    """None when no body is to treat the case, or nobody can say which."""
    stage = Stage(case.initiative.stage)
    if stage not in {Stage.CLARIFYING, Stage.RECOMMENDED} or way is None or way.path is None:
        return None
    is_recommended = stage == Stage.RECOMMENDED
    step = next_step(way.path, is_recommended=is_recommended, recommended_by=_last_recommender(bodies))
    if step is None:
        return None
    assignment = getattr(case.initiative, "assignment", None)
    is_ready = is_recommended or (assignment is not None and assignment.ready_at is not None)
    key = step.body.key
    item = next((one for one in bodies.coming if one.meeting.body.key == key), None)
    meeting = item.meeting if item else _next_meeting(key, at, is_ready=is_ready)
    preparer = _preparer(way.version, key, at) if is_ready and item is None else None
    return Ahead(step.body.name, step.level, is_ready, item, meeting, preparer)


def _last_recommender(bodies: OnCase) -> str:
    """The key of the body; empty when none has."""
    told = (one.outcome for one in bodies.treated)  # the newest first
    return next((one.item.meeting.body.key for one in told if one.kind in RECOMMENDING), "")


def _next_meeting(key: str, at: datetime, *, is_ready: bool) -> Meeting | None:
    """A case that is not ready comes to the first meeting whose last day for items has not passed."""
    found = Meeting.objects.filter(body__key=key, state__in=COMING, starts_at__gte=at, is_written=False)
    if not is_ready:
        found = found.filter(items_due_date__gte=timezone.localdate(at))
    return found.select_related("body").order_by("starts_at", "id").first()


def _preparer(version: ModelVersion | None, key: str, at: datetime) -> Person | None:
    seats = taken(Seat.objects.filter(body__version=version, body__key=key), at).select_related("person")
    by_role = {seat.role: seat.person for seat in seats.exclude(role=SeatRole.MEMBER)}
    return by_role.get(SeatRole.SECRETARY) or by_role.get(SeatRole.CHAIR)

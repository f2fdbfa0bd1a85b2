"""Open the meeting: every seat that is taken that day is on the attendance list."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import follow_model, locked, touch
from takt.governance.deciding.meetings.models import Attendance, Meeting, MeetingState
from takt.governance.deciding.meetings.standing import seats_of, standing_at


@transaction.atomic
def open_meeting(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """Nobody counts as present before it has been recorded."""
    held = locked(meeting)
    refuse_if(rules.why_not_open(held, standing_at(held, by, at), items=held.items.count()))
    begin(held, at=at)
    record("meeting.opened", about=held, by=by, at=at, model=held.body.version.number)
    return held


def begin(meeting: Meeting, *, at: datetime) -> None:
    follow_model(meeting, at)
    meeting.state, meeting.opened_at = MeetingState.IN_SESSION, at
    touch(meeting)
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person=seat.person, role=seat.role) for seat in seats_of(meeting.body, at)
    )

"""Cancel a meeting that has not begun; its cases wait for the next."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked, touch
from takt.governance.deciding.meetings.models import Meeting, MeetingState
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.deciding.meetings.telling import tell_members, texts


@transaction.atomic
def cancel_meeting(meeting: Meeting, reason: str, *, by: Person, at: datetime) -> Meeting:
    """Those who have been called are told why."""
    held = locked(meeting)
    refuse_if(rules.why_not_cancel(held, standing_at(held, by, at), reason))
    was_called = held.state == MeetingState.CALLED
    held.state, held.cancel_reason = MeetingState.CANCELLED, reason.strip()[:500]
    touch(held)
    if was_called:
        tell_members(held, *texts.CANCELLED, at=at)
    record("meeting.cancelled", about=held, by=by, at=at, reason=held.cancel_reason)
    return held

"""Approve the minutes: from then on they are locked, and their hash stands in the ledger."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked, touch
from takt.governance.deciding.meetings.minutes import content_of, hash_of
from takt.governance.deciding.meetings.models import Meeting, MeetingState, Minutes
from takt.governance.deciding.meetings.standing import standing_at


@transaction.atomic
def approve_minutes(meeting: Meeting, *, seen: str, by: Person, at: datetime) -> Minutes:
    """``seen``: the hash of the minutes as the chair read them; nobody approves words they have not read."""
    held = locked(meeting)
    content = content_of(held)
    refuse_if(
        rules.why_not_approve(held, standing_at(held, by, at))
        or rules.why_not_approve_unread(hash_of(content), seen)
    )
    minutes = Minutes.objects.create(
        meeting=held,
        content=content,
        hash=hash_of(content),
        approved_at=at,
        approved_by=by,
    )
    held.state = MeetingState.APPROVED
    touch(held)
    record("minutes.approved", about=held, by=by, at=at, sha256=minutes.hash)
    return minutes

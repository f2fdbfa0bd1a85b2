"""Open a written procedure: the members read, and vote before the deadline."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.open_meeting import begin
from takt.governance.deciding.meetings.commands.working import locked
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.deciding.meetings.telling import tell_members, texts


@transaction.atomic
def open_written_procedure(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    held = locked(meeting)
    refuse_if(rules.why_not_open_in_writing(held, standing_at(held, by, at), items=held.items.count(), at=at))
    held.called_at = at
    begin(held, at=at)
    tell_members(held, *texts.VOTE, at=at)
    record("meeting.opened", about=held, by=by, at=at, model=held.body.version.number, is_written=True)
    return held

"""Send the agenda: the members are called, and everybody may read the open items."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import follow_model, locked, touch
from takt.governance.deciding.meetings.models import Meeting, MeetingState
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.deciding.meetings.telling import tell_members, texts


@transaction.atomic
def send_agenda(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """May be sent again when it has changed; then the members are told that it has."""
    held = locked(meeting)
    items = held.items.count()
    refuse_if(rules.why_not_send(held, standing_at(held, by, at), items=items))
    is_again = held.state == MeetingState.CALLED
    follow_model(held, at)
    held.state, held.called_at = MeetingState.CALLED, at
    touch(held)
    tell_members(held, *(texts.SENT_AGAIN if is_again else texts.SENT), at=at)
    record("agenda.sent", about=held, by=by, at=at, items=items, model=held.body.version.number)
    return held

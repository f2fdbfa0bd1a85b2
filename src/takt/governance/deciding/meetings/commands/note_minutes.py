"""Write what was said about an item, until the minutes are approved."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked_item
from takt.governance.deciding.meetings.models import AgendaItem
from takt.governance.deciding.meetings.standing import standing_at


@transaction.atomic
def note_minutes(item: AgendaItem, notes: str, *, seen: str, by: Person, at: datetime) -> AgendaItem:
    """``seen``: the notes as they stood when the person began; another's change is refused and shown."""
    found = locked_item(item)
    meeting = found.meeting
    is_recused = found.recusals.filter(person=by).exists()
    refuse_if(
        rules.why_not_note(meeting, standing_at(meeting, by, at))
        or rules.why_not_take_part(is_recused=is_recused)
        or rules.why_not_name_citizens(notes)
    )
    written = notes.strip()[:8_000]
    if written == found.notes:
        return found
    is_changed = found.notes.split() != seen.split()
    refuse_if(rules.why_not_overwrite(found.edition, found.edition - is_changed, f"“{found.notes}”"))
    found.notes, found.noted_at = written, at
    found.edition += 1
    found.save()
    record("minutes.noted", about=meeting, by=by, at=at, item=found.pk)
    return found

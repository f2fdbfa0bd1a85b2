"""Take an item off the agenda before the meeting begins."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked_item, number_items, touch
from takt.governance.deciding.meetings.models import AgendaItem
from takt.governance.deciding.meetings.standing import standing_at


@transaction.atomic
def take_off_agenda(item: AgendaItem, *, edition: int, by: Person, at: datetime) -> None:
    """The case waits for another agenda. ``edition``: of the item as it was seen."""
    found = locked_item(item)
    meeting = found.meeting
    standing, is_recused = standing_at(meeting, by, at), found.recusals.filter(person=by).exists()
    refuse_if(
        rules.why_not_prepare(meeting, standing) or rules.why_not_read(found, standing, is_recused=is_recused)
    )
    refuse_if(rules.why_not_overwrite(found.edition, edition, found.title))
    key, number = found.pk, found.initiative.number if found.initiative and not found.is_closed else None
    found.delete()
    number_items(list(meeting.items.all()))
    touch(meeting)
    record("item.taken_off", about=meeting, by=by, at=at, item=key, case=number)

"""Declare that somebody has a conflict of interest in an item (inhabilitet)."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked_item, touch
from takt.governance.deciding.meetings.models import AgendaItem, Recusal
from takt.governance.deciding.meetings.standing import standing_at, standing_in


@transaction.atomic
def declare_recusal(item: AgendaItem, person: Person, *, ground: str, by: Person, at: datetime) -> Recusal:
    """From now on the person does not count in the item, and does not read it when it is closed.

    A vote given in writing is taken away.
    """
    found = locked_item(item)
    meeting = found.meeting
    refuse_if(
        rules.why_not_recuse(
            meeting,
            standing_at(meeting, by, at),
            is_self=person.pk == by.pk,
            sits=standing_in(meeting.body, person, at).sits,
            is_recused=found.recusals.filter(person=person).exists(),
            ground=ground,
        )
    )
    recusal = Recusal.objects.create(
        item=found, person=person, ground=ground.strip()[:500], declared_by=by, declared_at=at
    )
    found.votes.filter(person=person).delete()
    touch(meeting)
    record("recusal.declared", about=meeting, by=by, at=at, item=found.pk, person=str(person.pseudonym))
    return recusal

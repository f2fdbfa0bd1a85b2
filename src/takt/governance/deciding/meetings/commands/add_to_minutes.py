"""Add to minutes that have been approved. What was approved stays as it is."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked
from takt.governance.deciding.meetings.models import Addendum, AgendaItem, Meeting
from takt.governance.deciding.meetings.standing import standing_at


@transaction.atomic
def add_to_minutes(
    meeting: Meeting, text: str, *, reason: str, item: AgendaItem | None = None, by: Person, at: datetime
) -> Addendum:
    """``item`` None: about the whole meeting."""
    held = locked(meeting)
    refuse_if(rules.why_not_add(held, standing_at(held, by, at), text, reason))
    is_recused = item is not None and item.recusals.filter(person=by).exists()
    refuse_if(rules.why_not_take_part(is_recused=is_recused))
    addendum = Addendum.objects.create(
        meeting=held,
        item=item,
        text=text.strip()[:4_000],
        reason=reason.strip()[:500],
        added_by=by,
        added_at=at,
    )
    record("minutes.added_to", about=held, by=by, at=at, item=item.pk if item else None, addendum=addendum.pk)
    return addendum

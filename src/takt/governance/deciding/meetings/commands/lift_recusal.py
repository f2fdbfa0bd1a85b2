"""Take back a recusal that was a mistake."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked_item, touch
from takt.governance.deciding.meetings.models import Recusal
from takt.governance.deciding.meetings.standing import standing_at


@transaction.atomic
def lift_recusal(recusal: Recusal, *, by: Person, at: datetime) -> None:
    found = locked_item(recusal.item)
    meeting = found.meeting
    person = recusal.person
    is_self = rules.is_the_person(person, by)
    refuse_if(rules.why_not_lift(meeting, standing_at(meeting, by, at), is_self=is_self))
    if not found.recusals.filter(pk=recusal.pk).delete()[0]:  # somebody else took it back in the same moment
        return
    touch(meeting)
    record(
        "recusal.lifted",
        about=meeting,
        by=by,
        at=at,
        item=found.pk,
        person=str(person.pseudonym) if person else None,
    )

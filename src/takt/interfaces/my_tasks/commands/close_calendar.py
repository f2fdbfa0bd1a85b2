"""Close one's calendar address, for example when it has been passed on."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.interfaces.my_tasks.models import Subscription
from takt.interfaces.my_tasks.rules import why_not_subscribe


@transaction.atomic
def close_calendar(*, by: Person, at: datetime) -> None:
    refuse_if(why_not_subscribe(by))
    closed = (
        Subscription.objects.filter(person=by)
        .exclude(calendar_key_hash="")
        .update(calendar_key_hash="", calendar_made_at=None)
    )
    if closed:
        record("calendar.closed", about=by.pseudonym, by=by, at=at)

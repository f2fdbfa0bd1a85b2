"""Say yes or no to the daily e-mail."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.interfaces.my_tasks.models import Subscription
from takt.interfaces.my_tasks.rules import why_not_subscribe


@transaction.atomic
def choose_digest(*, wanted: bool, by: Person, at: datetime) -> None:
    refuse_if(why_not_subscribe(by))
    Subscription.objects.update_or_create(person=by, defaults={"wants_digest": wanted})
    record("digest.chosen", about=by.pseudonym, by=by, at=at, wanted=wanted)

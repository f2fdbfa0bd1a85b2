"""Make a calendar address that nobody can guess. An earlier one stops working at once."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.interfaces.my_tasks.models import Subscription
from takt.interfaces.my_tasks.rules import why_not_subscribe


def hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


@transaction.atomic
def make_calendar(*, by: Person, at: datetime) -> str:
    """The secret of the address. It is told once; only its hash is kept."""
    refuse_if(why_not_subscribe(by))
    key = secrets.token_urlsafe(32)
    Subscription.objects.update_or_create(
        person=by, defaults={"calendar_key_hash": hash_of(key), "calendar_made_at": at}
    )
    record("calendar.made", about=by.pseudonym, by=by, at=at)
    return key

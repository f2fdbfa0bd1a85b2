"""Close or open a person's way in, for example when they leave. What they wrote stays theirs."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import is_last_administrator, locked
from takt.foundation.people.models import Person
from takt.foundation.people.rules import why_not_administer, why_not_take_away
from takt.foundation.refusals import refuse_if


@transaction.atomic
def set_access(person: Person, *, is_open: bool, by: Person, at: datetime) -> Person:
    found = locked(person)
    if is_open:
        refuse_if(why_not_administer(by))
    else:
        refuse_if(why_not_take_away(found, is_last_administrator=is_last_administrator(found), by=by))
    if found.is_active != is_open:
        found.is_active = is_open
        found.save(update_fields=["is_active"])
        record("access.opened" if is_open else "access.closed", about=found.pseudonym, by=by, at=at)
    return found

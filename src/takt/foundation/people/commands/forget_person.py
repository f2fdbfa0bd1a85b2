"""Forget a person who asks for it (GDPR art. 17). The ledger keeps a pseudonym that leads nowhere."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import is_last_administrator, locked
from takt.foundation.people.forgetting import forget_everywhere
from takt.foundation.people.models import Person
from takt.foundation.people.rules import why_not_forget
from takt.foundation.refusals import refuse_if


@transaction.atomic
def forget_person(person: Person, confirmed: str, *, by: Person, at: datetime) -> None:
    """Delete the row; cases, answers and minutes stay, as by somebody who has been deleted.

    ``confirmed``: the e-mail, typed again. Names in free text go where they can be tied to the person (see
    forgetting.py); other free text is its writer's to mind, and is not searched.
    """
    found = locked(person)
    refuse_if(why_not_forget(found, confirmed, is_last_administrator=is_last_administrator(found), by=by))
    record("person.forgotten", about=found.pseudonym, by=by, at=at)
    forget_everywhere(found)
    found.delete()

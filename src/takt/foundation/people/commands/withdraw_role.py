"""Take a role from a person."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import is_last_administrator, locked
from takt.foundation.people.models import Person, Role, RoleHolding
from takt.foundation.people.rules import why_not_take_away
from takt.foundation.refusals import refuse_if


@transaction.atomic
def withdraw_role(holding: RoleHolding, *, by: Person, at: datetime) -> None:
    person = locked(holding.person)
    is_last = holding.role == Role.ADMINISTRATOR and is_last_administrator(person)
    refuse_if(why_not_take_away(person, is_last_administrator=is_last, by=by))
    removed, _ = RoleHolding.objects.filter(pk=holding.pk).delete()
    if removed:
        facts = {"role": holding.role, "unit": str(holding.unit or "")}
        record("role.withdrawn", about=person.pseudonym, by=by, at=at, **facts)

"""Give a person a role, in one unit or in the whole municipality."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked
from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.foundation.people.rules import why_not_administer
from takt.foundation.refusals import refuse_if


@transaction.atomic
def grant_role(
    person: Person, role: Role, *, unit: Unit | None = None, by: Person, at: datetime
) -> RoleHolding:
    """Giving it again changes nothing and leaves no second event."""
    refuse_if(why_not_administer(by))
    held, is_new = RoleHolding.objects.get_or_create(person=locked(person), role=role, unit=unit)
    if is_new:
        record("role.granted", about=person.pseudonym, by=by, at=at, role=str(role), unit=str(unit or ""))
    return held

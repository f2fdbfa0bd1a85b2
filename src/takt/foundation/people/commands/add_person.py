"""Let somebody use Takt."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person, Unit
from takt.foundation.people.rules import why_not_add
from takt.foundation.refusals import refuse_if


@transaction.atomic
def add_person(
    name: str, email: str, *, job_title: str = "", unit: Unit | None = None, by: Person, at: datetime
) -> Person:
    """Without a password: the person signs in by the municipality's sign-on, or gets a password from the host."""
    is_taken = Person.objects.filter(email__iexact=email.strip()).exists()
    refuse_if(why_not_add(name, email, is_taken=is_taken, by=by))
    person = Person.objects.create_user(
        email.strip(), name=name.strip(), job_title=job_title.strip(), unit=unit
    )
    record("person.added", about=person.pseudonym, by=by, at=at, unit=str(unit or ""))
    return person

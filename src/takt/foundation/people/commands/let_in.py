"""Give a person a password, and make the person when there is none: how a new installation gets its first one."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person, Role, RoleHolding


@transaction.atomic
def let_in(
    email: str, password: str, *, name: str = "", as_administrator: bool = False, at: datetime
) -> Person:
    """Called from the host only, where nobody is signed in. Raises ValueError when a new person has no name."""
    person = Person.objects.select_for_update(no_key=True).filter(email__iexact=email.strip()).first()
    if person is None:
        if not name.strip() or "@" not in email:
            raise ValueError("Personen findes ikke. Skriv e-mailen rigtigt, eller giv et navn med --name.")
        person = Person(email=email.strip(), name=name.strip())
    person.set_password(password)
    person.is_active = True
    person.save()
    if as_administrator:
        RoleHolding.objects.get_or_create(person=person, role=Role.ADMINISTRATOR, unit=None)
    record("person.let_in", about=person.pseudonym, by=None, at=at, administrator=as_administrator)
    return person

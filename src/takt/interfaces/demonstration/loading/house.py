"""The units of Fjordby and the people who work in them."""

import uuid

from takt.foundation.people.models import Person, RoleHolding, Unit
from takt.interfaces.demonstration.reading import PersonRow, UnitRow

_NAMES = uuid.UUID("6f1b2c9e-2f5a-4a39-9d0e-3c8f6a1d7b42")


def load_units(rows: list[UnitRow]) -> dict[str, Unit]:
    """By name."""
    units: dict[str, Unit] = {}
    for row in rows:
        parent = units.get(row.parent)
        units[row.name] = Unit.objects.create(name=row.name, parent=parent, headcount=row.headcount)
    return units


def load_people(rows: list[PersonRow], units: dict[str, Unit]) -> list[Person]:
    """In the order of the file. Nobody has a password: the start page signs them in."""
    people = []
    for row in rows:
        person = Person.objects.create_user(
            row.email,
            name=row.name,
            job_title=row.job_title,
            unit=units.get(row.unit),
            is_active=row.can_sign_in,
            pseudonym=uuid.uuid5(_NAMES, row.email),
        )
        RoleHolding.objects.bulk_create([RoleHolding(person=person, role=role) for role in row.roles])
        people.append(person)
    return people

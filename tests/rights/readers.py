"""One person for each role, and nothing but that role: who may do what follows from the role alone."""

from dataclasses import dataclass

from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.governance.deciding.models import Seat, SeatRole
from takt.governance.deciding.queries import latest


@dataclass(frozen=True)
class Reader:
    title: str
    """The column in the table."""
    person: Person | None
    """None: a stranger who has not signed in."""


def readers() -> list[Reader]:
    """A stranger, an employee, one of each role, and one in each seat of a body, all of the same small unit."""
    unit = Unit.objects.get(name="Botilbud Fjordglimt")
    with_roles = [Reader(str(role.label), _person(f"role-{role.value}", unit, role)) for role in Role]
    return [
        Reader("fremmed", None),
        Reader("medarbejder", _person("role-none", unit)),
        *with_roles,
        Reader("formand", _seated("seat-chair", unit, SeatRole.CHAIR)),
        Reader("sekretær", _seated("seat-secretary", unit, SeatRole.SECRETARY)),
        Reader("medlem af forum", _seated("seat-member", unit, SeatRole.MEMBER)),
    ]


def _person(name: str, unit: Unit, *roles: Role) -> Person:
    person = Person.objects.create_user(f"{name}@fjordby.example", name=name, unit=unit)
    RoleHolding.objects.bulk_create([RoleHolding(person=person, role=role, unit=None) for role in roles])
    return person


def _seated(name: str, unit: Unit, role: SeatRole) -> Person:
    """A seat in every body of the model in force; adopted models are never changed but in tests."""
    person = _person(name, unit)
    version = latest()
    assert version is not None
    assert version.in_force_from is not None
    for body in version.bodies.all():
        Seat.objects.create(body=body, person=person, role=role, from_date=version.in_force_from)
    return person

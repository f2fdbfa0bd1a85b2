"""Reach a state the way people do: through the real commands."""

from dataclasses import dataclass

from takt.foundation.people.models import Person, Role, RoleHolding, Unit


@dataclass(frozen=True)
class Cast:
    """The people of the tests. Every command has a Charlie test."""

    anna: Person
    """Employee who writes wishes."""
    nadia: Person
    """Coordinator; leads the digitalisation network."""
    troels: Person
    """Sits on the Technology Council."""
    birgit: Person
    """Director; sits on the board."""
    erik: Person
    """Economist."""
    charlie: Person
    """Cannot even sign in."""


def build_unit(name: str = "Hjemmeplejen Nord", *, parent: Unit | None = None, headcount: int = 184) -> Unit:
    unit, _ = Unit.objects.get_or_create(name=name, defaults={"parent": parent, "headcount": headcount})
    return unit


def build_person(
    name: str, *roles: Role, job_title: str = "", unit: Unit | None = None, **fields: object
) -> Person:
    person = Person.objects.create_user(
        f"{name.split()[0].lower()}@fjordby.example", name=name, job_title=job_title, unit=unit, **fields
    )
    RoleHolding.objects.bulk_create([RoleHolding(person=person, role=role) for role in roles])
    return person


def gather_cast() -> Cast:
    whole = build_unit("Fjordby Kommune", headcount=4600)
    area = build_unit("Ældre og Sundhed", parent=whole, headcount=1620)
    home_care = build_unit("Hjemmeplejen Nord", parent=area)
    staff = build_unit("Digitalisering og It", parent=whole, headcount=60)
    return Cast(
        anna=build_person("Anna Holm", job_title="Social- og sundhedsassistent", unit=home_care),
        nadia=build_person("Nadia Krogh", Role.COORDINATOR, job_title="Digitaliseringskonsulent", unit=staff),
        troels=build_person("Troels Friis", Role.COUNCIL_MEMBER, job_title="Centerchef", unit=area),
        birgit=build_person("Birgit Lund", Role.DIRECTOR, job_title="Kommunaldirektør", unit=whole),
        erik=build_person("Erik Dam", Role.ECONOMIST, job_title="Økonom", unit=staff),
        charlie=build_person("Charlie Nobody", is_active=False),
    )

"""What every command on a person or a unit does first."""

from takt.foundation.people.models import Person, Role, Unit


def locked(person: Person) -> Person:
    return Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def locked_people(*people: Person) -> list[Person]:
    """As they are now, roles too, kept from others who lock them until the transaction ends; always in one order.

    Whoever gives somebody work, and whoever takes all of somebody's work away, calls this first.
    """
    rows = Person.objects.select_for_update(of=("self",), no_key=True).filter(
        pk__in=[one.pk for one in people]
    )
    found = {row.pk: row for row in rows.order_by("pk")}
    return [found[one.pk] for one in people]


def is_last_administrator(person: Person) -> bool:
    """Nobody else who may sign in holds the role. The holders are locked, so that two cannot leave at once."""
    holders = Person.objects.filter(is_active=True, role_holdings__role=Role.ADMINISTRATOR)
    left = {
        one.pk for one in Person.objects.select_for_update(no_key=True).filter(pk__in=holders.values("pk"))
    }
    return left == {person.pk}


def locked_units() -> dict[int, Unit]:
    """By key, kept from others who change them: a tree that two reshape at once must still be a tree."""
    return {unit.pk: unit for unit in Unit.objects.select_for_update(no_key=True).order_by("pk")}

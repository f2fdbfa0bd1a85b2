"""What every command on a person does first."""

from takt.foundation.people.models import Person, Role


def locked(person: Person) -> Person:
    return Person.objects.select_for_update().get(pk=person.pk)


def is_last_administrator(person: Person) -> bool:
    """Nobody else who may sign in holds the role. The holders are locked, so that two cannot leave at once."""
    holders = Person.objects.filter(is_active=True, role_holdings__role=Role.ADMINISTRATOR)
    left = {one.pk for one in Person.objects.select_for_update().filter(pk__in=holders.values("pk"))}
    return left == {person.pk}

"""A name that somebody else wrote in an answer goes with the person of that name."""

from takt.foundation.people.forgetting import somebody_forgotten, when_forgotten
from takt.foundation.people.models import Person
from takt.governance.deciding.hearing.models import Party


@when_forgotten
def forget_speaker(person: Person) -> None:
    Party.objects.filter(said_by__iexact=person.name).update(said_by=somebody_forgotten())

"""A name that somebody else wrote in an answer goes with the person of that name."""

from takt.foundation.people.forgetting import somebody_forgotten, when_forgotten
from takt.foundation.people.models import Person
from takt.governance.clarifying.readiness.models import Readiness


@when_forgotten
def forget_speaker(person: Person) -> None:
    Readiness.objects.filter(on_behalf_of__iexact=person.name).update(on_behalf_of=somebody_forgotten())

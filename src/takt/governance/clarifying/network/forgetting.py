"""Why somebody left is about that person, and goes with them."""

from takt.foundation.people.forgetting import when_forgotten
from takt.foundation.people.models import Person
from takt.governance.clarifying.network.models import Membership


@when_forgotten
def forget_why_they_left(person: Person) -> None:
    Membership.objects.filter(person=person).update(handover_reason="")

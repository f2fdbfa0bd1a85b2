"""The e-mail that a wish came from is named after its sender."""

from takt.foundation.people.forgetting import when_forgotten
from takt.foundation.people.models import Person
from takt.governance.asking.models import Wish


@when_forgotten
def forget_sender(person: Person) -> None:
    Wish.objects.filter(wished_by=person, source__contains=person.name).update(source="")

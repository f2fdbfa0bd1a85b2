"""Throw the draft away. What is in force stays as it is."""

from django.db import transaction

from takt.foundation.people.models import Person
from takt.governance.deciding.drafting import locked_draft


@transaction.atomic
def discard_draft(*, by: Person) -> None:
    locked_draft(by).delete()

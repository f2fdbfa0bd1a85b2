"""Throw away the draft of a body's criteria. It bound nobody, so it leaves no event."""

from django.db import transaction

from takt.foundation.people.models import Person
from takt.governance.clarifying.scoring.commands.drafting import locked_draft


@transaction.atomic
def discard_criteria(body_key: str, *, edition: int, by: Person) -> None:
    locked_draft(body_key, edition, by).delete()

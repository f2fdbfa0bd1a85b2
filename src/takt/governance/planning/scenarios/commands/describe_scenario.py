"""Give a scenario another name or note."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.models import Scenario
from takt.governance.planning.scenarios.queries import says_now


@transaction.atomic
def describe_scenario(
    scenario: Scenario, name: str, note: str, *, seen: int, by: Person, at: datetime
) -> Scenario:
    """``seen``: the edition that the person had before them."""
    held = Scenario.objects.select_for_update(no_key=True).get(pk=scenario.pk)
    refuse_if(rules.why_not_edit(held, seen, by, says_now(held)) or rules.why_not_name(name, note))
    held.name, held.note = name.strip()[:80], note.strip()[:1_000]
    held.edition += 1
    held.save(update_fields=["name", "note", "edition"])
    record("scenario.described", about=held.reference, by=by, at=at, edition=held.edition)
    return held

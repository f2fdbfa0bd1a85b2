"""Put a scenario away. What was computed is kept, for the ledger tells of it."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.models import Scenario
from takt.governance.planning.scenarios.queries import says_now


@transaction.atomic
def discard_scenario(scenario: Scenario, *, seen: int, by: Person, at: datetime) -> Scenario:
    """``seen``: the edition that the person had before them."""
    held = Scenario.objects.select_for_update(no_key=True).get(pk=scenario.pk)
    refuse_if(rules.why_not_edit(held, seen, by, says_now(held)))
    held.discarded_at = at
    held.edition += 1
    held.save(update_fields=["discarded_at", "edition"])
    record("scenario.discarded", about=held.reference, by=by, at=at)
    return held

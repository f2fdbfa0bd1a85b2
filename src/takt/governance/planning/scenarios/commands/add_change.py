"""Add a named change to a scenario, if the question can bear it."""

from datetime import datetime

from django.db import transaction

from takt.calculation.scenarios.changes import Change
from takt.calculation.scenarios.writing import as_json
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.asking import changed_question, changes_in, question_of
from takt.governance.planning.scenarios.models import Scenario
from takt.governance.planning.scenarios.queries import says_now


@transaction.atomic
def add_change(scenario: Scenario, change: Change, *, seen: int, by: Person, at: datetime) -> Scenario:
    """``seen``: the edition that the person had before them. Raises Refused when the question lacks what it names."""
    held = (
        Scenario.objects.select_for_update(of=("self",), no_key=True)
        .select_related("base")
        .get(pk=scenario.pk)
    )
    refuse_if(rules.why_not_edit(held, seen, by, says_now(held)) or rules.why_not_more(held))
    changed_question(question_of(held.base, at=at), (*changes_in(held), change))
    held.changes = [*held.changes, as_json(change)]
    held.edition += 1
    held.save(update_fields=["changes", "edition"])
    record(
        "scenario.changed",
        about=held.reference,
        by=by,
        at=at,
        edition=held.edition,
        added=as_json(change),
    )
    return held

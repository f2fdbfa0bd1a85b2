"""Begin a scenario: a name for another future, with nothing changed yet."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.models import PlanRun
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.models import Scenario


@transaction.atomic
def create_scenario(name: str, note: str = "", *, base: PlanRun | None, by: Person, at: datetime) -> Scenario:
    """``base``: the plan whose question is changed; None: the house as it stands when it is computed."""
    refuse_if(rules.why_not_change(by) or rules.why_not_name(name, note))
    scenario = Scenario.objects.create(
        name=name.strip()[:80], note=note.strip()[:1_000], base=base, created_by=by, created_at=at
    )
    record(
        "scenario.created", about=scenario.reference, by=by, at=at, base=base.reference if base else "today"
    )
    return scenario

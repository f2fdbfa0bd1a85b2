"""Keep the answer that no plan can satisfy a scenario, and which demands contradict each other."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from takt.foundation.jobs.commands import Claim
from takt.foundation.jobs.models import State
from takt.foundation.ledger.commands import record
from takt.governance.planning.scenarios.models import ScenarioRun

IMPOSSIBLE = "impossible"


@transaction.atomic
def record_no_plan(run: ScenarioRun, demands: Sequence[str], *, claim: Claim, at: datetime) -> ScenarioRun:
    """``demands``: a smallest set that contradict each other, in words. Ends the job as failed."""
    claim.end(State.FAILED, at=at, error="; ".join(demands))
    run.status = IMPOSSIBLE
    run.save(update_fields=["status"])
    record("scenario.impossible", about=run.scenario.reference, by=None, at=at, demands=list(demands))
    return run

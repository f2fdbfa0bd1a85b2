"""Keep the answer that no plan can satisfy the question, and which limits contradict each other."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from takt.foundation.jobs.commands import Claim
from takt.foundation.jobs.models import State
from takt.foundation.ledger.commands import record
from takt.governance.planning.models import PlanRun


@transaction.atomic
def record_impossible(run: PlanRun, limits: Sequence[str], *, claim: Claim, at: datetime) -> PlanRun:
    """``limits``: a smallest set that contradict each other, in words. Ends the job as failed."""
    claim.end(State.FAILED, at=at, error="; ".join(limits))
    run.status = "impossible"
    run.save(update_fields=["status"])
    record("plan.impossible", about=run.reference, by=None, at=at, limits=list(limits))
    return run

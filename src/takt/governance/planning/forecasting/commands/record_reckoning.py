"""Keep what was reckoned, and end its job."""

from datetime import datetime
from typing import Any

from django.db import transaction

from takt.foundation.jobs.commands import Claim
from takt.foundation.jobs.models import State
from takt.foundation.ledger.commands import record
from takt.governance.planning.forecasting.models import Reckoning


@transaction.atomic
def record_reckoning(
    reckoning: Reckoning, told: dict[str, Any], *, asked_sha256: str, claim: Claim, at: datetime
) -> Reckoning:
    """``asked_sha256``: of the question that was answered. Raises LostClaim when another worker has the job."""
    claim.end(State.DONE, at=at)
    reckoning.told, reckoning.told_sha256, reckoning.computed_at = told, asked_sha256, at
    reckoning.save(update_fields=["told", "told_sha256", "computed_at"])
    record(
        f"{reckoning.kind}.recorded",
        about=reckoning.run.reference,
        by=None,
        at=at,
        question_sha256=asked_sha256,
    )
    return reckoning

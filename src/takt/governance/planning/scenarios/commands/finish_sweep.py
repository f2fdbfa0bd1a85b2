"""End a sweep, with or without all its points."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from takt.foundation.jobs.commands import Claim
from takt.foundation.jobs.models import State
from takt.foundation.ledger.commands import record
from takt.governance.planning.kept import fingerprint, unpacked
from takt.governance.planning.scenarios.models import Sweep


@transaction.atomic
def finish_sweep(sweep: Sweep, *, is_complete: bool, claim: Claim, at: datetime) -> Sweep:
    """``plans_sha256`` in the ledger is of the fingerprints of all plans, by their place in the grid."""
    claim.end(State.DONE if is_complete else State.CANCELLED, at=at)
    plans = sweep.cells.order_by("x", "y").values_list("plan", flat=True)
    prints = [fingerprint(unpacked(plan)) if plan is not None else "none" for plan in plans]
    record(
        "sweep.completed" if is_complete else "sweep.stopped",
        about=sweep.reference,
        by=None,
        at=at,
        points=len(prints),
        plans_sha256=sha256("\n".join(prints).encode()).hexdigest(),
    )
    return sweep

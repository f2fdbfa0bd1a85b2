"""Stop a sweep. The points that are computed are kept."""

from datetime import datetime

from django.db import transaction

from takt.foundation.jobs.commands import cancel_job
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.models import Sweep


@transaction.atomic
def cancel_sweep(sweep: Sweep, *, by: Person, at: datetime) -> Sweep:
    """Raises Refused when this person may not, or the sweep is already over."""
    sweep.job.refresh_from_db()
    refuse_if(rules.why_not_cancel(sweep.job, by))
    cancel_job(sweep.job, at=at)
    record("sweep.cancelled", about=sweep.reference, by=by, at=at)
    sweep.job.refresh_from_db()
    return sweep

"""Stop a computation. What it has found so far is kept, when there is anything."""

from datetime import datetime

from django.db import transaction

from takt.foundation.jobs.commands import cancel_job
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning import rules
from takt.governance.planning.models import PlanRun


@transaction.atomic
def cancel_plan(run: PlanRun, *, by: Person, at: datetime) -> PlanRun:
    """Raises Refused when this person may not, or the computation is already over."""
    run.job.refresh_from_db()
    refuse_if(rules.why_not_cancel_plan(by, run))
    cancel_job(run.job, at=at)
    record("plan.cancelled", about=run.reference, by=by, at=at)
    run.job.refresh_from_db()
    return run

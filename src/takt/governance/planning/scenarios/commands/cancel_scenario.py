"""Stop the computation of a scenario. The best plan so far is kept, when there is one."""

from datetime import datetime

from django.db import transaction

from takt.foundation.jobs.commands import cancel_job
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.models import ScenarioRun


@transaction.atomic
def cancel_scenario(run: ScenarioRun, *, by: Person, at: datetime) -> ScenarioRun:
    """Raises Refused when this person may not, or the computation is already over."""
    run.job.refresh_from_db()
    refuse_if(rules.why_not_cancel(run.job, by))
    cancel_job(run.job, at=at)
    record("scenario.cancelled", about=run.scenario.reference, by=by, at=at)
    run.job.refresh_from_db()
    return run

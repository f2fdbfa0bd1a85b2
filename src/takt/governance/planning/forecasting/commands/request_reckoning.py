"""Ask how sure a plan is, or what more of its limits is worth; a worker finds the answer."""

from datetime import datetime

from django.db import transaction

from takt.foundation.jobs.commands import request_job
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.forecasting import rules
from takt.governance.planning.forecasting.models import Kind, Reckoning
from takt.governance.planning.forecasting.questions import Asked
from takt.governance.planning.models import PlanRun

JOBS = {Kind.SURENESS: "reckon_sureness", Kind.WORTH: "reckon_worth"}
"""The kinds of job that ``background`` does."""


@transaction.atomic
def request_reckoning(run: PlanRun, kind: Kind, *, by: Person | None, at: datetime) -> Reckoning:
    """``by`` None: by itself, after a change. Raises Refused, also when it is reckoned already or under way."""
    held_run = PlanRun.objects.select_for_update(no_key=True).defer("problem", "plan").get(pk=run.pk)
    held = Reckoning.objects.select_related("job").filter(run=run, kind=kind).first()
    asked = Asked(held_run, kind)
    refuse_if(rules.why_not_reckon(held_run, held, asked.sha256 if held_run.recorded_at else "", by))
    reckoning = held or Reckoning(run=held_run, kind=kind)
    reckoning.job = request_job(JOBS[kind], {}, by=by, at=at)
    reckoning.asked_sha256, reckoning.requested_by, reckoning.requested_at = asked.sha256, by, at
    reckoning.save()
    record(f"{kind}.requested", about=held_run.reference, by=by, at=at, question_sha256=asked.sha256)
    return reckoning

"""The board of Fjordby decides the first plan as soon as it is computed, so that there is one in force to look at."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.jobs.commands import Claim, handles, request_job
from takt.foundation.jobs.models import State
from takt.foundation.people.models import Person, Role
from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.commands.propose_plan import propose_plan
from takt.governance.planning.publishing.commands.publish_plan import publish_plan
from takt.governance.planning.publishing.queries import deciders, facts_of, may_run

PUBLISH_FIRST_PLAN = "demonstration.publish"
NOTE = "Planen følger rammerne i det vedtagne budget og lofterne fra Direktionen."
MINUTES = "Direktionens referat, punkt 5"


def request_publication(run: PlanRun, *, at: datetime) -> None:
    request_job(PUBLISH_FIRST_PLAN, {"run": run.pk}, by=None, at=at)


@handles(PUBLISH_FIRST_PLAN)
def publish_first_plan(claim: Claim) -> None:
    """Waits for the plan; when it was stopped there is nothing to decide."""
    run, at = PlanRun.objects.select_related("job").get(pk=claim.payload["run"]), timezone.now()
    if not run.job.is_over:
        claim.step_aside(at=at)
        return
    with transaction.atomic():
        if run.recorded_at is not None:
            _decide(run, at)
        claim.end(State.DONE, at=at)


def _decide(run: PlanRun, at: datetime) -> None:
    coordinator, director = _first(Role.COORDINATOR), _first(Role.DIRECTOR)
    seats = may_run(director, at)
    able = [one.body for one in deciders(facts_of(run), at) if one.may_decide and one.body.key in seats]
    if able:
        proposal = propose_plan(run, note=NOTE, by=coordinator, at=at)
        publish_plan(
            proposal,
            able[0].key,
            decided_on=timezone.localdate(at),
            minutes=MINUTES,
            by=director,
            at=at,
        )


def _first(role: Role) -> Person:
    return Person.objects.filter(role_holdings__role=role, is_active=True).order_by("pk")[0]

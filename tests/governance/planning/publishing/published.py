"""A small house whose board has published a plan, through the real commands."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localdate

from takt.foundation.jobs.commands import claim_job
from takt.foundation.jobs.models import State
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import COMPUTE_PLAN, request_plan
from takt.governance.planning.kept import kept_problem
from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.commands.propose_plan import propose_plan
from takt.governance.planning.publishing.commands.publish_plan import publish_plan
from takt.governance.planning.publishing.models import Publication
from tests.builders import Cast
from tests.governance.planning.house import plan_with

MINUTES = "Referat af mødet, punkt 4"


def computed(cast: Cast, at: datetime, starts: Mapping[str, int]) -> PlanRun:
    """A plan with these starts, of what the house would ask now."""
    run = request_plan(by=cast.nadia, at=at)
    while (claim := claim_job(at=at)) and claim.kind != COMPUTE_PLAN:
        claim.end(State.DONE, at=at)  # letters that wait
    assert claim
    return record_plan(run, plan_with(kept_problem(run), starts), claim=claim, at=at)


def published(cast: Cast, run: PlanRun, at: datetime) -> Publication:
    proposal = propose_plan(run, by=cast.erik, at=at)
    return publish_plan(
        proposal, "direktionen", decided_on=localdate(at), minutes=MINUTES, by=cast.birgit, at=at
    )

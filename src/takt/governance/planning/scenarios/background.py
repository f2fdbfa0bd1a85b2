"""What the worker does with a request for a scenario: as for a plan, in a child process, outside any transaction."""

from django.utils import timezone

from takt.calculation.planner.solve import Effort
from takt.foundation.jobs.commands import Claim, handles
from takt.foundation.jobs.models import State
from takt.governance.planning.background import follow
from takt.governance.planning.kept import unpacked
from takt.governance.planning.scenarios import sweeping
from takt.governance.planning.scenarios.commands.record_no_plan import record_no_plan
from takt.governance.planning.scenarios.commands.record_scenario import record_scenario
from takt.governance.planning.scenarios.commands.request_scenario import COMPUTE_SCENARIO
from takt.governance.planning.scenarios.models import ScenarioRun
from takt.governance.planning.solving import solving

__all__ = ["compute_scenario", "sweeping"]


@handles(COMPUTE_SCENARIO)
def compute_scenario(claim: Claim) -> None:
    run = ScenarioRun.objects.select_related("job", "scenario", "base").get(job_id=claim.job_id)
    with solving(unpacked(run.problem), Effort(run.effort)) as solver:
        answer = follow(solver, claim)
    at = timezone.now()
    if answer is None:
        claim.end(State.CANCELLED, at=at)
    elif answer.plan is None:
        record_no_plan(run, answer.contradicting, claim=claim, at=at)
    else:
        record_scenario(run, answer.plan, claim=claim, at=at)

"""Keep the plan of a scenario, if the checker certifies it; or the answer that there is none."""

from datetime import datetime

from django.db import transaction

from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.check import check
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.reading import read_problem
from takt.calculation.scenarios.keeping import better_of
from takt.calculation.scenarios.outcome import outcome_of
from takt.foundation.jobs.commands import Claim
from takt.foundation.jobs.models import State
from takt.foundation.ledger.commands import record
from takt.foundation.refusals import refuse_if
from takt.governance.planning.kept import fingerprint, packed, situation_of, unpacked
from takt.governance.planning.queries import current_plan
from takt.governance.planning.rules import why_not_record_plan
from takt.governance.planning.scenarios.models import ScenarioRun


def record_scenario(run: ScenarioRun, plan: Plan, *, claim: Claim, at: datetime) -> ScenarioRun:
    """Keep plan and figures and end the job: all or nothing.

    Where the plan it is held against is lawful here too and worth more, that one is kept instead.
    Raises Refused when the plan is not lawful, LostClaim when another worker has taken the job over.
    """
    problem = read_problem(unpacked(run.problem))
    plan_there_is = run.base if run.base and run.base.recorded_at else current_plan()
    if plan_there_is is not None:
        plan = better_of(problem, plan, situation_of(plan_there_is).start)
    refuse_if(why_not_record_plan(check(problem, plan).breaches))
    raw, outcome = plan_bytes(plan), outcome_of(problem, plan).as_json()
    # the reckoning is done before the transaction, so that others may write meanwhile
    with transaction.atomic():
        claim.end(State.DONE, at=at)
        run.plan, run.outcome, run.recorded_at = packed(raw), outcome, at
        run.status, run.engine = plan.status, dict(plan.engine)
        run.save(update_fields=["plan", "outcome", "recorded_at", "status", "engine"])
        record(
            "scenario.recorded",
            about=run.scenario.reference,
            by=None,
            at=at,
            edition=run.edition,
            problem_sha256=problem.sha256,
            plan_sha256=fingerprint(raw),
            placed=len(plan.placements),
        )
    return run

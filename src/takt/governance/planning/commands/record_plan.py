"""Keep a computed plan, if the checker certifies it."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.check import check
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Initiative, Problem
from takt.foundation.jobs.commands import Claim
from takt.foundation.jobs.models import State
from takt.foundation.ledger.commands import record
from takt.foundation.refusals import refuse_if
from takt.governance.flow import models as flow
from takt.governance.planning import rules
from takt.governance.planning.figures import figures_of
from takt.governance.planning.kept import fingerprint, kept_problem, packed
from takt.governance.planning.models import Placement, PlanRun
from takt.governance.planning.pinning.asking import without_pins
from takt.governance.planning.question import first_day_of


def record_plan(
    run: PlanRun, plan: Plan, *, claim: Claim, at: datetime, still_here: Callable[[], None] = lambda: None
) -> PlanRun:
    """Keep the plan with its figures, put every initiative in its place, and end the job: all or nothing.

    ``still_here`` is called while the figures are reckoned, so that the caller can keep its claim alive.
    Raises Refused when the plan is not lawful, LostClaim when another worker has taken the job over.
    """
    problem = kept_problem(run)
    verdict = check(problem, plan)
    refuse_if(rules.why_not_record_plan(verdict.breaches))
    raw = plan_bytes(plan)
    figures = figures_of(
        without_pins(problem, run.figures["asked"].get("pins", ())),
        plan,
        verdict,
        plan_sha256=fingerprint(raw),
        asked=run.figures["asked"],
        still_here=still_here,
    )
    # the reckoning is done before the transaction, so that others may write meanwhile
    with transaction.atomic():
        claim.end(State.DONE, at=at)
        run.plan, run.figures, run.recorded_at = packed(raw), figures.as_json(), at
        run.status, run.engine = plan.status, dict(plan.engine)
        run.value, run.value_bound = plan.value_twelfths / 12, plan.value_bound_twelfths / 12
        run.save()
        Placement.objects.bulk_create(_placements(run, problem, plan), batch_size=1_000)
        record(
            "plan.recorded",
            about=run.reference,
            by=None,
            at=at,
            problem_sha256=problem.sha256,
            plan_sha256=figures.plan_sha256,
            status=str(plan.status),
            placed=len(plan.placements),
            engine=dict(plan.engine),
        )
    return run


def _placements(run: PlanRun, problem: Problem, plan: Plan) -> list[Placement]:
    pks = dict(
        flow.Initiative.objects.filter(number__in=list(problem.initiative)).values_list("number", "pk")
    )
    return [
        _placement(run, pks[one.id], problem, one, plan.start.get(one.id))
        for one in problem.initiatives
        if one.id in pks
    ]


def _placement(run: PlanRun, pk: int, problem: Problem, one: Initiative, start: int | None) -> Placement:
    if start is None:
        return Placement(run=run, initiative_id=pk)
    months = (start, start + one.prepare, start + one.lead_time, start + one.lead_time + one.settle)
    first, roll_out, go_live, settled = (first_day_of(problem.first_month.plus(month)) for month in months)
    return Placement(
        run=run,
        initiative_id=pk,
        start_month=first,
        roll_out_month=roll_out,
        go_live_month=go_live,
        settled_month=settled,
    )

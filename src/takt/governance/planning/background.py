"""What the worker does with a request for a plan. Never inside a transaction: solving takes minutes."""

from time import monotonic
from typing import Any

from django.utils import timezone

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.solve import Effort
from takt.foundation.jobs.commands import Claim, handles
from takt.foundation.jobs.models import State
from takt.governance.planning.afterwards import follow_up
from takt.governance.planning.commands.record_impossible import record_impossible
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import COMPUTE_PLAN
from takt.governance.planning.kept import unpacked
from takt.governance.planning.models import PlanRun
from takt.governance.planning.solving import GRACE_SECONDS, Answer, Solving, Step, solving

HEARTBEAT_SECONDS = 1.0


@handles(COMPUTE_PLAN)
def compute_plan(claim: Claim) -> None:
    """Solve in a child process, tell how far it is every second, and record the answer."""
    run = PlanRun.objects.select_related("job").get(job_id=claim.job_id)
    with solving(unpacked(run.problem), Effort(run.effort)) as solver:
        answer = follow(solver, claim)
    at = timezone.now()
    if answer is None:
        claim.end(State.CANCELLED, at=at)
    elif answer.plan is None:
        record_impossible(run, answer.contradicting, claim=claim, at=at)
    else:
        record_plan(run, answer.plan, claim=claim, at=at, still_here=_Pulse(claim, _of_plan(answer.plan)))
        follow_up(run, at)


def follow(solver: Solving, claim: Claim) -> Answer | None:
    """The answer; when stopped, the best plan found so far; None when there is none."""
    told: dict[str, Any] = {"step": "start", "share_done": 0.0}
    waited = 0.0
    while solver.answer is None:
        if step := solver.listen(HEARTBEAT_SECONDS):
            told = _words(step)
        if claim.report(told, at=timezone.now()):
            solver.ask_to_stop()
            waited += HEARTBEAT_SECONDS
            if waited > GRACE_SECONDS:
                return Answer(plan=solver.best) if solver.best else None
    return solver.answer


class _Pulse:
    """Called often, it renews the claim every second or so."""

    def __init__(self, claim: Claim, told: dict[str, Any]) -> None:
        self._claim, self._told, self._beat_at = claim, told | {"step": "figures", "share_done": 1.0}, 0.0

    def __call__(self) -> None:
        if monotonic() - self._beat_at >= HEARTBEAT_SECONDS:
            self._beat_at = monotonic()
            self._claim.report(self._told, at=timezone.now())


def _words(step: Step) -> dict[str, Any]:
    told: dict[str, Any] = {
        "step": step.step,
        "share_done": round(step.share_done, 3),
        "seconds": step.seconds,
    }
    return told | _of_plan(step.plan) if step.plan else told


def _of_plan(plan: Plan) -> dict[str, Any]:
    return {
        "placed": len(plan.placements),
        "value": plan.value_twelfths / 12,
        "value_bound": plan.value_bound_twelfths / 12,
        "months_late": plan.months_late,
    }

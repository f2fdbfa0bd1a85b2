"""Compute an archived question again, to prove that it gives the archived plan."""

from dataclasses import dataclass, replace

from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.solve import Effort, solve
from takt.governance.planning.kept import kept_plan, kept_problem
from takt.governance.planning.models import PlanRun


@dataclass(frozen=True, slots=True)
class Recomputed:
    plan: Plan
    same: bool
    """To the byte, save for the seconds it took."""
    other_engine: tuple[str, ...]
    """Parts of the engine that have another version now; with any of these the plan may well differ."""


def recompute(run: PlanRun) -> Recomputed:
    """Solve the question of a recorded run once more; takes as long as the first time.

    A plan that was stopped before its time cannot be expected to come out the same. Raises ValueError when
    the run has no plan.
    """
    kept = kept_plan(run)
    again = solve(kept_problem(run), effort=Effort(run.effort))
    return Recomputed(
        plan=again,
        same=_apart_from_seconds(again) == _apart_from_seconds(kept),
        other_engine=tuple(
            part for part, version in sorted(run.engine.items()) if again.engine.get(part) != version
        ),
    )


def _apart_from_seconds(plan: Plan) -> bytes:
    return plan_bytes(replace(plan, seconds=0.0))

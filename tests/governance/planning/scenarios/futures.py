"""A small house with a recorded plan, and scenarios beside it, through the real commands."""

from datetime import datetime

from takt.calculation.scenarios.changes import Change
from takt.foundation.jobs.commands import claim_job
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.kept import kept_problem
from takt.governance.planning.models import PlanRun
from takt.governance.planning.scenarios import background
from takt.governance.planning.scenarios.commands.add_change import add_change
from takt.governance.planning.scenarios.commands.create_scenario import create_scenario
from takt.governance.planning.scenarios.models import Scenario
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits, plan_with

__all__ = ["background", "build_plan", "build_scenario"]
"""``background`` so that a worker in a test knows the jobs."""


def build_plan(cast: Cast, at: datetime) -> PlanRun:
    """Three wishes, of which the first two are in the plan, from January and March 2027."""
    build_limits()
    for number in ("2026-001", "2026-002", "2026-003"):
        build_initiative(number, f"Ønske {number[-1]}")
    run = request_plan(by=cast.nadia, at=at)
    claim = claim_job(at=at)
    assert claim
    plan = plan_with(kept_problem(run), {"2026-001": 0, "2026-002": 2})
    return record_plan(run, plan, claim=claim, at=at)


def build_scenario(cast: Cast, base: PlanRun | None, at: datetime, *changes: Change) -> Scenario:
    scenario = create_scenario("En anden fremtid", base=base, by=cast.nadia, at=at)
    for change in changes:
        scenario = add_change(scenario, change, seen=scenario.edition, by=cast.nadia, at=at)
    return scenario

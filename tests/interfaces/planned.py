"""A house with a recorded plan: initiatives are placed where the test says."""

from collections.abc import Mapping
from datetime import datetime

from takt.foundation.jobs.commands import claim_job
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.kept import kept_problem
from takt.governance.planning.models import PlanRun
from tests.builders import Cast
from tests.governance.planning.house import plan_with


def record_plan_of(cast: Cast, at: datetime, starts: Mapping[str, int]) -> PlanRun:
    """Start months by number, counted from January 2027; those not named get no place."""
    run = request_plan(by=cast.nadia, at=at)
    claim = claim_job(at=at)
    assert claim
    return record_plan(run, plan_with(kept_problem(run), starts), claim=claim, at=at)

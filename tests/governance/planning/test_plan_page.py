from datetime import date, datetime

import pytest
from django.test import Client

from takt.foundation.jobs.commands import claim_job
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.kept import kept_problem
from takt.governance.planning.models import PlanRun
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits, plan_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()


@pytest.fixture
def run(cast: Cast, now: datetime) -> PlanRun:
    """Two initiatives one after the other, a duty in time, and one without a place."""
    build_initiative("2026-001", "Fælles stamkort", obligation="must", latest_go_live_month=date(2028, 1, 1))
    build_initiative("2026-002", "Skærmbesøg", requires="2026-001")
    build_initiative("2026-003", "Talegenkendelse", obligation="could")
    run = request_plan(by=cast.nadia, at=now)
    plan = plan_with(kept_problem(run), {"2026-001": 0, "2026-002": 10})
    claim = claim_job(at=now)
    assert claim
    return record_plan(run, plan, claim=claim, at=now)


def test_the_heading_is_the_finding(client: Client, cast: Cast, run: PlanRun) -> None:
    client.force_login(cast.anna)
    html = client.get("/plan/").content.decode()
    assert "<h1>2 af 3 ønsker får plads." in html

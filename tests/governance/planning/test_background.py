"""The worker, the solver in its own process, and what happens when one of them dies."""

from datetime import datetime, timedelta

import pytest

from takt.calculation.planner.solve import Effort
from takt.foundation.jobs.commands import claim_job
from takt.foundation.jobs.models import Job, State
from takt.foundation.jobs.worker import work_once
from takt.foundation.ledger.models import Event
from takt.governance.planning import afterwards, background
from takt.governance.planning.commands.cancel_plan import cancel_plan
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.kept import kept_plan, unpacked
from takt.governance.planning.models import Placement, PlanRun
from takt.governance.planning.queries import current_plan
from takt.governance.planning.recompute import recompute
from takt.governance.planning.solving import SolverDied, solving
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other parts ask for when a plan is computed is tested with them."""
    monkeypatch.setattr(afterwards, "_afterwards", [])


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()
    build_initiative("2026-001", obligation="must")
    build_initiative("2026-002", requires="2026-001")


def test_a_request_becomes_a_certified_plan(cast: Cast, now: datetime) -> None:
    request_plan(effort=Effort.QUICK, by=cast.nadia, at=now)
    assert work_once()
    job = Job.objects.get()
    assert (job.state, job.error) == (State.DONE, "")
    run = current_plan()
    assert run is not None
    assert set(kept_plan(run).start) == {"2026-001", "2026-002"}
    assert Placement.objects.filter(run=run, start_month__isnull=False).count() == 2
    assert [event.verb for event in Event.objects.all()] == ["plan.requested", "plan.recorded"]


def test_an_archived_question_gives_the_same_plan_again(cast: Cast, now: datetime) -> None:
    request_plan(effort=Effort.QUICK, by=cast.nadia, at=now)
    work_once()
    run = PlanRun.objects.get()
    again = recompute(run)
    assert again.same
    assert again.plan.placements == kept_plan(run).placements


def test_a_plan_from_another_engine_is_not_called_the_same(cast: Cast, now: datetime) -> None:
    request_plan(effort=Effort.QUICK, by=cast.nadia, at=now)
    work_once()
    run = PlanRun.objects.get()
    run.engine = {**run.engine, "ortools": "1.0"}
    again = recompute(run)
    assert again.other_engine == ("ortools",)


def test_stopping_ends_the_job_and_keeps_what_was_found(cast: Cast, now: datetime) -> None:
    run = request_plan(effort=Effort.THOROUGH, by=cast.nadia, at=now)
    claim = claim_job(at=now)
    assert claim
    cancel_plan(run, by=cast.nadia, at=now)
    background.compute_plan(claim)
    job = Job.objects.get()
    assert job.state in {State.DONE, State.CANCELLED}
    assert (job.state == State.DONE) == (current_plan() is not None)


def test_a_solver_that_dies_is_noticed(cast: Cast, now: datetime) -> None:
    run = request_plan(effort=Effort.QUICK, by=cast.nadia, at=now)
    with solving(unpacked(run.problem), Effort.QUICK) as solver:
        solver._child.kill()
        with pytest.raises(SolverDied):
            while solver.answer is None:
                solver.listen(0.1)


def test_a_failing_solver_fails_the_job_and_nothing_else(cast: Cast, now: datetime) -> None:
    run = request_plan(effort=Effort.QUICK, by=cast.nadia, at=now)
    PlanRun.objects.filter(pk=run.pk).update(effort="unheard")
    assert work_once()
    assert Job.objects.get().state == State.FAILED
    assert current_plan() is None
    assert not Placement.objects.exists()


def test_a_killed_workers_job_is_done_by_the_next_and_only_once(cast: Cast, now: datetime) -> None:
    run = request_plan(effort=Effort.QUICK, by=cast.nadia, at=now)
    assert claim_job(at=now - timedelta(hours=1))  # and then the power went
    assert work_once()
    assert current_plan() == run
    assert Placement.objects.count() == 2
    assert not work_once()

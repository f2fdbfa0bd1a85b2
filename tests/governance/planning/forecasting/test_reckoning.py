"""How sure and what it is worth: asked for when a plan is recorded, reckoned by the worker, kept, and reckoned anew."""

from datetime import datetime

import pytest

from takt.calculation.planner.solve import Effort
from takt.foundation.jobs.commands import LostClaim, claim_job, handlers
from takt.foundation.jobs.models import Job, State
from takt.foundation.jobs.worker import work_once
from takt.foundation.ledger.models import Event
from takt.foundation.refusals import Refused
from takt.governance.clarifying.models import Estimate
from takt.governance.planning import background as computing
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.forecasting import background
from takt.governance.planning.forecasting.commands.record_reckoning import record_reckoning
from takt.governance.planning.forecasting.commands.request_reckoning import request_reckoning
from takt.governance.planning.forecasting.models import Kind, Reckoning
from takt.governance.planning.forecasting.questions import Asked, SurenessQuestion
from takt.governance.planning.models import PlanRun
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits

pytestmark = pytest.mark.django_db


def of(plan: PlanRun, kind: Kind) -> Reckoning:
    return Reckoning.objects.select_related("job").get(run=plan, kind=kind)


def test_a_computed_plan_asks_for_both_by_itself(cast: Cast, now: datetime) -> None:
    build_limits()
    build_initiative("2026-001")
    assert handlers["compute_plan"] is computing.compute_plan
    plan = request_plan(effort=Effort.QUICK, by=cast.nadia, at=now)
    work_once()
    for kind in Kind:
        reckoning = of(plan, kind)
        assert (reckoning.job.state, reckoning.requested_by, reckoning.told) == (State.WAITING, None, {})
        assert Event.objects.filter(verb=f"{kind}.requested", about=plan.reference, actor=None).exists()


@pytest.mark.usefixtures("in_processes")
def test_the_worker_reckons_and_keeps_both(plan: PlanRun) -> None:
    assert work_once()
    assert work_once()
    for kind in Kind:
        reckoning = of(plan, kind)
        assert (reckoning.job.state, reckoning.job.error) == (State.DONE, "")
        assert reckoning.told_sha256 == reckoning.asked_sha256 == Asked(plan, kind).sha256
        assert Event.objects.filter(verb=f"{kind}.recorded", about=plan.reference).exists()
    sureness, worth = of(plan, Kind.SURENESS).told, of(plan, Kind.WORTH).told
    assert [one["id"] for one in sureness["go_lives"]] == ["2026-001", "2026-002"]
    assert {one["id"] for one in sureness["frames"]} == {"anlaeg", "drift"}
    assert sureness["buffer"]["percent"] == 10
    assert [way["id"] for way in worth["ways"]] == ["2026-003"]
    assert worth["ways"][0]["title"]["da"]
    assert {one["more"]["id"] for one in worth["worth"]} | {one["id"] for one in worth["room"]} == {
        "pl",
        "anlaeg",
        "drift",
        "",
    }


def test_the_same_plan_and_estimates_are_reckoned_once(cast: Cast, plan: PlanRun, now: datetime) -> None:
    with pytest.raises(Refused, match="ved at blive regnet"):
        request_reckoning(plan, Kind.SURENESS, by=cast.nadia, at=now)
    work_once()
    with pytest.raises(Refused, match="er de samme"):
        request_reckoning(plan, Kind.SURENESS, by=cast.nadia, at=now)


def test_a_changed_estimate_makes_it_old_and_the_morning_asks_again(plan: PlanRun, now: datetime) -> None:
    work_once()
    work_once()
    before = of(plan, Kind.SURENESS)
    Estimate.objects.filter(initiative__number="2026-001").update(investment_high_dkk=2_000_000)
    question = Asked(plan, Kind.SURENESS)
    assert question.sha256 != before.told_sha256
    assert isinstance(question.question, SurenessQuestion)
    assert question.question.own == {"money": 1, "staff": 0, "change": 0}
    background.refresh(now.date(), now)
    background.refresh(now.date(), now)
    after = of(plan, Kind.SURENESS)
    assert (after.pk, after.job.state) == (before.pk, State.WAITING)
    assert after.told == before.told
    assert of(plan, Kind.WORTH).job.state == State.DONE
    work_once()
    assert of(plan, Kind.SURENESS).told != before.told


def test_charlie_may_not_ask_and_leaves_no_trace(cast: Cast, plan: PlanRun, now: datetime) -> None:
    work_once()
    Estimate.objects.update(investment_high_dkk=2_000_000)
    before = Event.objects.count(), Job.objects.count()
    with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
        request_reckoning(plan, Kind.SURENESS, by=cast.charlie, at=now)
    assert (Event.objects.count(), Job.objects.count()) == before


def test_what_was_cancelled_tells_nothing(plan: PlanRun) -> None:
    reckoning = of(plan, Kind.SURENESS)
    claim = claim_job(at=reckoning.requested_at)
    assert claim
    Job.objects.filter(pk=claim.job_id).update(cancel_requested=True)
    handlers[claim.kind](claim)
    job = Job.objects.get(pk=claim.job_id)
    assert job.state == State.CANCELLED
    assert job.reckoning.told == {}


def test_a_worker_that_lost_its_claim_writes_nothing(plan: PlanRun, now: datetime) -> None:
    claim = claim_job(at=now)
    assert claim
    Job.objects.filter(pk=claim.job_id).update(fence=claim.fence + 1)
    reckoning = Reckoning.objects.get(job_id=claim.job_id)
    with pytest.raises(LostClaim):
        record_reckoning(reckoning, {"told": 1}, asked_sha256="x", claim=claim, at=now)
    reckoning.refresh_from_db()
    assert reckoning.told == {}

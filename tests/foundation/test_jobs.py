from datetime import datetime, timedelta

import pytest
from django.db import transaction

from takt.foundation.jobs import worker
from takt.foundation.jobs.commands import (
    LEASE,
    MOST_ATTEMPTS,
    PAUSE,
    Claim,
    LostClaim,
    cancel_job,
    claim_job,
    handlers,
    request_job,
    somebody_waits,
)
from takt.foundation.jobs.models import Job, State
from tests.builders import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(cast: Cast, now: datetime) -> Job:
    return request_job("count", {"to": 3}, by=cast.nadia, at=now)


def claimed(now: datetime) -> Claim:
    claim = claim_job(at=now)
    assert claim is not None
    return claim


def test_a_job_is_claimed_once(job: Job, now: datetime) -> None:
    claim = claimed(now)
    assert (claim.job_id, claim.payload, claim.attempt) == (job.pk, {"to": 3}, 1)
    assert claim_job(at=now) is None


def test_the_oldest_job_comes_first(job: Job, cast: Cast, now: datetime) -> None:
    request_job("count", {}, by=cast.nadia, at=now)
    assert claimed(now).job_id == job.pk


def test_reporting_renews_the_lease_and_tells_of_a_wish_to_cancel(job: Job, now: datetime) -> None:
    claim = claimed(now)
    assert claim.report({"share": 0.5}, at=now + LEASE) is False
    assert claim_job(at=now + LEASE + timedelta(seconds=1)) is None
    cancel_job(job, at=now)
    assert claim.report({"share": 0.6}, at=now + LEASE) is True
    job.refresh_from_db()
    assert job.progress == {"share": 0.6}


def test_a_silent_worker_loses_its_job_and_can_no_longer_write(job: Job, now: datetime) -> None:
    silent = claimed(now)
    later = now + LEASE + timedelta(seconds=1)
    second = claimed(later)
    assert second.attempt == 2
    with pytest.raises(LostClaim):
        silent.report({}, at=later)
    with pytest.raises(LostClaim):
        silent.end(State.DONE, at=later)
    second.end(State.DONE, at=later)
    job.refresh_from_db()
    assert job.state == State.DONE


def test_a_result_and_its_job_end_together(job: Job, now: datetime) -> None:
    claim = claimed(now)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        claim.end(State.DONE, at=now)
        raise ZeroDivisionError
    job.refresh_from_db()
    assert job.state == State.RUNNING


def test_a_job_that_kills_its_worker_is_given_up(job: Job, now: datetime) -> None:
    moment = now
    for _ in range(MOST_ATTEMPTS):
        claimed(moment)
        moment += LEASE + timedelta(seconds=1)
    assert claim_job(at=moment) is None
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "3" in job.error


def test_a_waiting_job_is_cancelled_at_once(job: Job, now: datetime) -> None:
    cancel_job(job, at=now)
    job.refresh_from_db()
    assert (job.state, job.finished_at) == (State.CANCELLED, now)
    assert claim_job(at=now) is None


def test_a_handler_that_fails_leaves_its_reason(
    job: Job, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_claim: Claim) -> None:
        raise ValueError("the frame is missing")

    monkeypatch.setitem(handlers, "count", fail)
    assert worker.work_once() is True
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "the frame is missing" in job.error
    assert worker.work_once() is False


def test_headway_counts_deaths_anew(job: Job, now: datetime) -> None:
    moment = now
    for _ in range(2 * MOST_ATTEMPTS):
        claimed(moment).made_headway(at=moment)
        moment += LEASE + timedelta(seconds=1)
    assert claim_job(at=moment) is not None


def test_a_long_job_steps_aside_for_one_that_waits(job: Job, cast: Cast, now: datetime) -> None:
    long = claimed(now)
    assert not somebody_waits(at=now)
    other = request_job("count", {}, by=cast.nadia, at=now)
    later = now + 2 * PAUSE
    assert not somebody_waits(at=now)  # a worker that is free would have taken it by now
    assert somebody_waits(at=later)
    long.step_aside(at=later)
    assert claimed(later).job_id == other.pk
    assert claim_job(at=later) is None
    again = claimed(later + PAUSE)
    assert (again.job_id, again.attempt) == (job.pk, 1)
    with pytest.raises(LostClaim):
        long.report({}, at=later)

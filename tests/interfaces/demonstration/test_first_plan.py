"""The board of Fjordby decides the first plan when it is there, and not before."""

from datetime import datetime

from django.utils import timezone

from takt.foundation.jobs.commands import claim_job
from takt.foundation.jobs.models import Job, State
from takt.governance.planning.publishing.queries import publication_in_force
from takt.interfaces.demonstration.background import (
    PUBLISH_FIRST_PLAN,
    publish_first_plan,
    request_publication,
)
from tests.rights.samples import a_computed_plan


def test_it_is_in_force_by_decision_of_the_board(fjordby: None) -> None:
    run, at = a_computed_plan(), timezone.now()
    request_publication(run, at=at)
    assert the_job_after_others(at) == State.DONE
    publication = publication_in_force()
    assert publication is not None
    assert (publication.run, publication.proposal.body.name) == (run, "Direktionen")


def test_it_waits_for_the_plan_and_does_without_one_that_was_stopped(fjordby: None) -> None:
    run, at = a_computed_plan(), timezone.now()
    type(run).objects.filter(pk=run.pk).update(recorded_at=None)
    Job.objects.filter(pk=run.job_id).update(state=State.WAITING, not_before=None)
    Job.objects.filter(pk=run.job_id).update(state=State.RUNNING, lease_until=at.replace(year=at.year + 1))
    request_publication(run, at=at)
    assert the_job_after_others(at) == State.WAITING
    Job.objects.filter(pk=run.job_id).update(state=State.CANCELLED)
    Job.objects.filter(kind=PUBLISH_FIRST_PLAN).update(not_before=None)
    assert the_job_after_others(at) == State.DONE
    assert publication_in_force() is None


def the_job_after_others(at: datetime) -> str:
    """Its state when a worker has come to it."""
    Job.objects.filter(state=State.WAITING).exclude(kind=PUBLISH_FIRST_PLAN).update(state=State.DONE)
    claim = claim_job(at=at)
    assert claim is not None
    assert claim.kind == PUBLISH_FIRST_PLAN
    publish_first_plan(claim)
    return Job.objects.get(pk=claim.job_id).state

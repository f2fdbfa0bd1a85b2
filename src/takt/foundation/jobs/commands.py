"""Ask for work, claim it, report on it, end it. A claim is a lease: it must be renewed by reporting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q

from takt.foundation.jobs.models import Job, State
from takt.foundation.people.models import Person

LEASE = timedelta(seconds=settings.LEASE_SECONDS)
MOST_ATTEMPTS = 3
PAUSE = timedelta(seconds=3)


class LostClaim(Exception):  # noqa: N818 - not our fault: somebody else has the job now
    """The lease ran out and another worker has claimed the job; stop at once and write nothing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A worker's right to do one job, good until the lease runs out."""

    job_id: int
    fence: int
    kind: str
    payload: dict[str, Any]
    attempt: int

    def report(self, progress: dict[str, Any], *, at: datetime) -> bool:
        """Renew the lease and show how far we are. Returns whether someone asked to cancel."""
        self._write(progress=progress, lease_until=at + LEASE)
        return bool(Job.objects.values_list("cancel_requested", flat=True).get(pk=self.job_id))

    def made_headway(self, *, at: datetime) -> None:
        """Call in the transaction that keeps a part of the result: deaths are counted anew from here."""
        self._write(attempts=1, lease_until=at + LEASE)

    def step_aside(self, *, at: datetime) -> None:
        """Put the job back for a moment, so that one that waits is taken first."""
        self._write(state=State.WAITING, attempts=0, lease_until=None, not_before=at + PAUSE)

    def end(self, state: State, *, at: datetime, error: str = "") -> None:
        """Call in the same transaction that records the result, so that both or neither happen."""
        self._write(state=state, finished_at=at, error=error, lease_until=None)

    def _write(self, **fields: Any) -> None:
        ours = Job.objects.filter(pk=self.job_id, fence=self.fence, state=State.RUNNING)
        if not ours.update(**fields):
            raise LostClaim(f"job {self.job_id}")


def request_job(
    kind: str,
    payload: dict[str, Any],
    *,
    by: Person | None,
    at: datetime,
    not_before: datetime | None = None,
) -> Job:
    return Job.objects.create(
        kind=kind, payload=payload, requested_by=by, requested_at=at, not_before=not_before
    )


@transaction.atomic
def claim_job(*, at: datetime) -> Claim | None:
    """The oldest job that waits or whose worker has gone silent, or None. Many workers may ask at once."""
    due = Q(not_before=None) | Q(not_before__lte=at)
    free = Job.objects.filter(Q(state=State.WAITING) & due | Q(state=State.RUNNING, lease_until__lt=at))
    if connection.features.has_select_for_update_skip_locked:
        free = free.select_for_update(skip_locked=True)
    job = free.order_by("id").first()
    if job is None:
        return None
    if job.cancel_requested or job.attempts >= MOST_ATTEMPTS:
        job.state = State.CANCELLED if job.cancel_requested else State.FAILED
        job.error = "" if job.cancel_requested else f"The worker died {job.attempts} times."
        job.finished_at = at
        job.save()
        return None
    Job.objects.filter(pk=job.pk).update(
        state=State.RUNNING, fence=F("fence") + 1, attempts=F("attempts") + 1, lease_until=at + LEASE
    )
    return Claim(job.pk, job.fence + 1, job.kind, job.payload, job.attempts + 1)


def somebody_waits(*, at: datetime) -> bool:
    """Whether a job has been due for a while, so that no other worker seems to be free to take it."""
    due = Q(not_before=None, requested_at__lt=at - PAUSE) | Q(not_before__lt=at - PAUSE)
    return Job.objects.filter(due, state=State.WAITING).exists()


def cancel_job(job: Job, *, at: datetime) -> None:
    """Ask a running job to stop; a waiting one is cancelled at once."""
    Job.objects.filter(pk=job.pk).update(cancel_requested=True)
    Job.objects.filter(pk=job.pk, state=State.WAITING).update(state=State.CANCELLED, finished_at=at)


Handler = Callable[[Claim], None]
handlers: dict[str, Handler] = {}


def handles(kind: str) -> Callable[[Handler], Handler]:
    """Mark the function that does jobs of this kind; it must end its claim."""

    def register(handler: Handler) -> Handler:
        handlers[kind] = handler
        return handler

    return register

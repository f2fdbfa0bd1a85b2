"""Every weekday morning, a letter to each person for whom something waits."""

from datetime import date, datetime

from django.utils import timezone

from takt.foundation.jobs.commands import Claim, handles, request_job
from takt.foundation.jobs.daily import every_day
from takt.foundation.jobs.models import State
from takt.foundation.people.models import Person
from takt.interfaces.my_tasks.digest import write_digest

WRITE_DIGESTS = "digest.write"
SATURDAY = 5


@every_day("digest")
def ask_for_digests(today: date, at: datetime) -> None:
    """A job of its own: a large municipality has thousands of people, and each is asked about."""
    if today.weekday() < SATURDAY:
        request_job(WRITE_DIGESTS, {"day": today.isoformat()}, by=None, at=at)


@handles(WRITE_DIGESTS)
def write_digests(claim: Claim) -> None:
    """Each letter is its own transaction, so that a worker that dies has not written in vain."""
    today = date.fromisoformat(claim.payload["day"])
    written = 0
    for person in Person.objects.filter(is_active=True).order_by("pk").iterator():
        written += write_digest(person, today=today, at=timezone.now())
        claim.report({"written": written}, at=timezone.now())
    claim.end(State.DONE, at=timezone.now())

"""What is done once a day: reminders, digests, cases that come back by themselves.

A worker asks now and then; the first one to ask on a day makes a job of it, and the others find it made. A day on
which no worker ran is not made up for, so what is done daily must look at what is due, not at what is due today.
"""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.jobs.commands import Claim, handles, request_job
from takt.foundation.jobs.models import DailyRun, State

FIRST_HOUR = 6
"""Not before six in the morning, local time, so that people read of it when the day begins."""

Daily = Callable[[date, datetime], None]
_names: list[str] = []


def every_day(name: str) -> Callable[[Daily], Daily]:
    """Mark what is to be done each day with ``(today, at)``. Safe to run again: it must not tell anyone twice."""

    def register(function: Daily) -> Daily:
        @handles(f"daily.{name}")
        def do(claim: Claim) -> None:
            at = timezone.now()
            with transaction.atomic():
                function(timezone.localdate(at), at)
                claim.end(State.DONE, at=timezone.now())

        _names.append(name)
        return function

    return register


def ask_for_todays(*, at: datetime) -> None:
    """Make jobs of what has not been done today; any number of workers may ask at once."""
    here = timezone.localtime(at)
    if here.hour < FIRST_HOUR:
        return
    done = set(DailyRun.objects.filter(day=here.date()).values_list("name", flat=True))
    for name in _names:
        if name not in done:
            _ask(name, here.date(), at)


@transaction.atomic
def _ask(name: str, day: date, at: datetime) -> None:
    _, is_ours = DailyRun.objects.get_or_create(name=name, day=day)
    if is_ours:
        request_job(f"daily.{name}", {}, by=None, at=at)

"""The worker: claim a job, do it, take the next. Any number may run, on any number of hosts."""

import logging
import time
import traceback
from collections.abc import Callable

from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from takt.foundation.jobs.commands import Claim, LostClaim, claim_job, handlers
from takt.foundation.jobs.daily import ask_for_todays
from takt.foundation.jobs.models import State

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.5
OUTAGE_SECONDS = 5.0
LOOK_SECONDS = 60.0
"""How often to look for what is done once a day."""


def work(*, should_stop: Callable[[], bool]) -> None:
    """Do jobs until told to stop. Handlers are found in each app's ``background`` module."""
    autodiscover_modules("background")
    looked_at = -LOOK_SECONDS
    while not should_stop():
        try:
            close_old_connections()
            if time.monotonic() - looked_at >= LOOK_SECONDS:
                ask_for_todays(at=timezone.now())
                looked_at = time.monotonic()
            did_something = work_once()
        except OperationalError:
            log.exception("The database does not answer; waiting.")
            connection.close()
            time.sleep(OUTAGE_SECONDS)
            continue
        if not did_something:
            time.sleep(PAUSE_SECONDS)


def work_once() -> bool:
    """Do one job; False when there was none."""
    claim = claim_job(at=timezone.now())
    if claim is None:
        return False
    try:
        handlers[claim.kind](claim)
    except LostClaim:
        log.warning("Lost the claim on job %s; another worker has it.", claim.job_id)
    except Exception:
        log.exception("Job %s failed.", claim.job_id)
        _fail(claim)
    return True


def _fail(claim: Claim) -> None:
    try:
        claim.end(State.FAILED, at=timezone.now(), error=traceback.format_exc(limit=-5))
    except LostClaim:
        log.warning("Job %s was taken over before its failure could be written.", claim.job_id)

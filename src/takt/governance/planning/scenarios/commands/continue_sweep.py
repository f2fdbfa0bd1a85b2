"""Compute the points that a stopped or failed sweep still lacks."""

from datetime import datetime

from django.db import transaction

from takt.calculation.scenarios.axes import cells, read_axis
from takt.foundation.jobs.commands import request_job
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.commands.request_sweep import COMPUTE_SWEEP
from takt.governance.planning.scenarios.models import Sweep
from takt.governance.planning.scenarios.queries import unfinished_sweep


@transaction.atomic
def continue_sweep(sweep: Sweep, *, by: Person, at: datetime) -> Sweep:
    """Raises Refused when nothing is missing or a sweep is under way."""
    held = Sweep.objects.select_for_update(no_key=True).get(pk=sweep.pk)
    missing = len(cells([read_axis(axis) for axis in held.axes])) - held.cells.count()
    refuse_if(rules.why_not_continue(missing, by, unfinished_sweep()))
    held.job = request_job(COMPUTE_SWEEP, {}, by=by, at=at)
    held.save(update_fields=["job"])
    record("sweep.continued", about=held.reference, by=by, at=at, missing=missing)
    return held

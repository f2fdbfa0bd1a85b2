"""Ask for a scenario to be computed: freeze the changed question, and let a worker find the answer."""

from datetime import datetime

from django.db import transaction

from takt.calculation.planner.solve import Effort
from takt.foundation.jobs.commands import request_job
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.kept import fingerprint, packed
from takt.governance.planning.queries import current_plan
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.asking import changed_question, changes_in, question_of
from takt.governance.planning.scenarios.models import Scenario, ScenarioRun
from takt.governance.planning.scenarios.queries import unfinished_run

COMPUTE_SCENARIO = "compute_scenario"
"""The kind of job that ``background`` does."""


@transaction.atomic
def request_scenario(
    scenario: Scenario, *, effort: Effort = Effort.QUICK, by: Person, at: datetime
) -> ScenarioRun:
    """Raises Refused when this person may not, nothing is changed, or it is being computed already."""
    held = (
        Scenario.objects.select_for_update(of=("self",), no_key=True)
        .select_related("base")
        .get(pk=scenario.pk)
    )
    refuse_if(rules.why_not_compute(held, by, unfinished_run(held)))
    raw = changed_question(question_of(held.base, at=at), changes_in(held))
    run = ScenarioRun.objects.create(
        scenario=held,
        edition=held.edition,
        base=held.base or current_plan(),
        job=request_job(COMPUTE_SCENARIO, {}, by=by, at=at),
        effort=effort,
        requested_by=by,
        requested_at=at,
        problem=packed(raw),
    )
    record(
        "scenario.requested",
        about=held.reference,
        by=by,
        at=at,
        edition=held.edition,
        effort=str(effort),
        problem_sha256=fingerprint(raw),
    )
    return run

"""Say how far a required assessment has come; approve it, or set it aside as not relevant."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import locked
from takt.governance.clarifying.models import Assignment
from takt.governance.clarifying.screening import rules
from takt.governance.clarifying.screening.models import Assessment
from takt.governance.clarifying.screening.rules import AssessmentTold
from takt.governance.flow.models import Initiative


@transaction.atomic
def record_assessment(
    initiative: Initiative, key: str, told: AssessmentTold, *, edition: int, by: Person, at: datetime
) -> Assessment:
    """``edition``: of the assessment as the person last saw it. Taking an approval back unreadies the case."""
    case = locked(initiative)
    assessment = Assessment.objects.select_for_update(of=("self",), no_key=True).get(initiative=case, key=key)
    settles = told.status in rules.SETTLED or assessment.is_settled
    refuse_if(
        rules.why_not_assess(case, by)
        or (rules.why_not_settle(key, by) if settles else None)
        or rules.why_not_told(told)
        or rules.why_not_overwrite(assessment, edition)
    )
    if assessment.is_settled and told.status not in rules.SETTLED:
        Assignment.objects.filter(initiative=case).update(ready_at=None)
    is_settled = told.status in rules.SETTLED
    assessment.status, assessment.link = told.status, told.link.strip()
    assessment.evidence = told.evidence.strip()[:1_000]
    assessment.decided_by, assessment.decided_at = (by, at) if is_settled else (None, None)
    assessment.edition += 1
    assessment.save()
    record("assessment.recorded", about=case, by=by, at=at, assessment=key, status=told.status)
    return assessment

"""Declare a case ready for the council. What the council then decides is the council's."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.checklist import missing
from takt.governance.clarifying.commands.working import give_to, locked
from takt.governance.clarifying.models import Assignment
from takt.governance.clarifying.queries import checklist_of
from takt.governance.flow.models import Initiative


@transaction.atomic
def mark_ready(initiative: Initiative, *, by: Person, at: datetime) -> Assignment:
    """The stage stays; only the council moves the case on. A later change takes the mark away again."""
    case = locked(initiative)
    assignment = Assignment.objects.filter(initiative=case).first()
    refuse_if(rules.why_not_ready(case, assignment, missing(checklist_of(case)), by))
    assignment = assignment or give_to(by, case, at=at)
    assignment.ready_at = at
    assignment.save()
    record("case.ready", about=case, by=by, at=at)
    return assignment

"""Send a case on: declare it ready for the body that receives it. What that body decides is its own."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import give_to, locked
from takt.governance.clarifying.models import Assignment
from takt.governance.deciding.checklists.gathering import gather
from takt.governance.deciding.sending import why_not_send_on
from takt.governance.flow.models import Initiative


@transaction.atomic
def send_on(initiative: Initiative, *, by: Person, at: datetime) -> Assignment:
    """The stage stays; only the body moves the case on. A later change takes the mark away again."""
    case = locked(initiative)
    assignment = Assignment.objects.filter(initiative=case).first()
    gathered = gather(case, at=at)
    refuse_if(why_not_send_on(case, assignment, gathered, by))
    assignment = assignment or give_to(by, case, at=at)
    assignment.ready_at = at
    assignment.save()
    record("case.ready", about=case, by=by, at=at, body=gathered.body_key)
    return assignment

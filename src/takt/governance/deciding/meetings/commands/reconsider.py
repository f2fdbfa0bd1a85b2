"""Take a decided or declined case up again, because something new is known."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import locked, reply
from takt.governance.clarifying.models import Assignment, Reply, ReplyKind
from takt.governance.deciding.meetings import outcome_rules
from takt.governance.deciding.meetings.reconsidering import may_ask
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def reconsider(initiative: Initiative, new_fact: str, *, by: Person, at: datetime) -> Reply:
    """The case is clarified again and goes its whole way to a decision. Raises Refused without a new fact."""
    case = locked(initiative)
    refuse_if(outcome_rules.why_not_reconsider(case, by, may_ask=may_ask(case, by, at), new_fact=new_fact))
    move(case, Stage.CLARIFYING, by=by, at=at, reason=new_fact.strip())
    Assignment.objects.filter(initiative=case).update(ready_at=None)
    record("case.reconsidered", about=case, by=by, at=at)
    return reply(case, ReplyKind.REOPENED, new_fact, by=by, at=at)

"""Take a postponed or declined wish up again; whoever does it has it from now on."""

from datetime import datetime

from django.db import transaction

from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import declined_by, give_to, locked, reply
from takt.governance.clarifying.models import Reply, ReplyKind
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def reopen_wish(initiative: Initiative, reason: str, *, by: Person, at: datetime) -> Reply:
    [by] = locked_people(by)  # who may be leaving in this very moment
    case = locked(initiative)
    refuse_if(
        rules.why_not_reopen(case, by, declined_by=declined_by(case)) or rules.why_not_give_reason(reason)
    )
    move(case, Stage.CLARIFYING, by=by, at=at, reason=reason.strip())
    give_to(by, case, at=at)
    return reply(case, ReplyKind.REOPENED, reason, by=by, at=at)

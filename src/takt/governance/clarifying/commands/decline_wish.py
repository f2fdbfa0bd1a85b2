"""Say no to a wish, with the reason that the wisher will read."""

from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import locked, reply
from takt.governance.clarifying.models import Reply, ReplyKind
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def decline_wish(initiative: Initiative, reason: str, *, by: Person, at: datetime) -> Reply:
    case = locked(initiative)
    refuse_if(rules.why_not_decline(case, by) or rules.why_not_give_reason(reason))
    move(case, Stage.DECLINED, by=by, at=at, reason=reason.strip())
    return reply(case, ReplyKind.DECLINED, reason, by=by, at=at)

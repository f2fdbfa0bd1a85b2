"""Put a wish aside until a day, with the reason that the wisher will read."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import locked, reply
from takt.governance.clarifying.models import Reply, ReplyKind
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def park_wish(
    initiative: Initiative, reason: str, *, reopen_date: date | None, by: Person, at: datetime
) -> Reply:
    """``reopen_date``: the day on which it stands among the network's tasks again."""
    case = locked(initiative)
    refuse_if(
        rules.why_not_park(case, by)
        or rules.why_not_park_until(reopen_date, timezone.localdate(at))
        or rules.why_not_give_reason(reason)
    )
    move(case, Stage.POSTPONED, by=by, at=at, reason=reason.strip())
    return reply(case, ReplyKind.POSTPONED, reason, by=by, at=at, reopen_date=reopen_date)

"""Close a round, also while somebody has not answered; then with a reason."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.rules import why_not_say
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.commands.working import locked_round, seal_scores
from takt.governance.clarifying.scoring.models import Round
from takt.governance.flow.models import Initiative


@transaction.atomic
def close_round(initiative: Initiative, reason: str, *, by: Person, at: datetime) -> Round:
    """The answers that are there are opened. Nobody can assess in this round any more."""
    case, one = locked_round(initiative)
    refuse_if(rules.why_not_close(one, by) or why_not_say(reason))
    assert one is not None  # noqa: S101 - why_not_close has seen to it
    was_open = one.revealed_at is not None
    one.closed_at, one.closed_by, one.close_reason = at, by, reason.strip()[:500]
    one.revealed_at = one.revealed_at or at
    one.save()
    record("assessment.closed", about=case, by=by, at=at, round=one.number, reason=one.close_reason)
    if not was_open:
        seal_scores(one, by=by, at=at)
    return one

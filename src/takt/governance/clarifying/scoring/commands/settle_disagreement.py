"""Write what the assessors agreed on, beside the scores, which stay as they were given."""

from datetime import datetime

from django.db import transaction
from django.shortcuts import get_object_or_404

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.rules import why_not_say
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.commands.working import locked_round
from takt.governance.clarifying.scoring.models import Criterion, Settlement
from takt.governance.clarifying.scoring.queries import result_of
from takt.governance.flow.models import Initiative


@transaction.atomic
def settle_disagreement(
    initiative: Initiative, criterion_pk: int, text: str, *, edition: int, by: Person, at: datetime
) -> Settlement:
    """``edition``: of the settlement as the person last saw it, 0 when there was none."""
    case, one = locked_round(initiative)
    result = result_of(one, by) if one else None
    refuse_if(rules.why_not_settle(result, by))
    assert one is not None  # noqa: S101 - why_not_settle has seen to it
    assert result is not None  # noqa: S101 - why_not_settle has seen to it
    criterion = get_object_or_404(Criterion, pk=criterion_pk, version=one.criteria)
    row = next(row for row in result.rows if row.criterion.pk == criterion.pk)
    refuse_if(
        rules.why_not_settle_this(row.name, is_disagreement=row.is_disagreement)
        or rules.why_not_settle_over(row.settlement, edition)
        or why_not_say(text)
    )
    settlement = row.settlement or Settlement(round=one, criterion=criterion, edition=0)
    settlement.text, settlement.settled_by, settlement.settled_at = text.strip()[:2_000], by, at
    settlement.edition += 1
    settlement.save()
    record(
        "assessment.settled", about=case, by=by, at=at, round=one.number, criterion=row.name, steps=row.steps
    )
    return settlement

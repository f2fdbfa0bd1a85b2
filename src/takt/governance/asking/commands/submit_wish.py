"""Hand a wish to the network that will qualify it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import rules
from takt.governance.asking.behalf import Behalf
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.indexing import index_wishes
from takt.governance.asking.models import Wish
from takt.governance.asking.rules import Answers
from takt.governance.asking.telling import tell_of_receipt
from takt.governance.flow.commands import move, next_number
from takt.governance.flow.stages import Stage

ANSWER_WITHIN = timedelta(weeks=4)


@transaction.atomic
def submit_wish(
    answers: Answers,
    *,
    behalf: Behalf | None = None,
    draft: Wish | None = None,
    version: int = 0,
    by: Person,
    at: datetime,
) -> Wish:
    """Give the wish its number and promise an answer within four weeks. The rest as in save_draft."""
    refuse_if(rules.why_not_submit(answers, by))
    wish = save_draft(answers, behalf=behalf, draft=draft, version=version, by=by, at=at)
    wish.initiative.number = next_number(at=at)
    wish.initiative.save()
    move(wish.initiative, Stage.SUBMITTED, by=by, at=at)
    if behalf is not None:
        wish.wished_by, wish.written_by, wish.wished_for = behalf.person or by, by, None
    wish.submitted_at = at
    wish.answer_due_date = timezone.localdate(at) + ANSWER_WITHIN
    wish.save()
    record(
        "wish.submitted",
        about=wish.initiative,
        by=by,
        at=at,
        unit=wish.initiative.unit.name,
        answer_due=wish.answer_due_date.isoformat(),
        for_another=behalf is not None,
    )
    index_wishes([wish])
    tell_of_receipt(wish, at=at)
    return wish

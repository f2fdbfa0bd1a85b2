"""Take one's own wish back."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import rules
from takt.governance.asking.models import Wish
from takt.governance.flow.commands import move
from takt.governance.flow.stages import Stage


@transaction.atomic
def withdraw_wish(wish: Wish, *, by: Person, at: datetime) -> Wish:
    """A draft disappears from its writer's list; a sent wish stays to be read, with its history."""
    refuse_if(rules.why_not_withdraw(wish, by))
    was_draft = wish.initiative.stage == Stage.DRAFT
    move(wish.initiative, Stage.WITHDRAWN, by=by, at=at)
    if not was_draft:
        record("wish.withdrawn", about=wish.initiative, by=by, at=at)
    return wish

"""Take one's own wish back."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import rules
from takt.governance.asking.models import Wish
from takt.governance.asking.storage import delete_after_commit
from takt.governance.asking.telling import tell_of_withdrawal
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def withdraw_wish(wish: Wish, *, by: Person, at: datetime) -> Wish:
    """A draft is deleted and leaves no event, as when it was saved; a sent wish stays to be read, with its history."""
    wish.initiative = Initiative.objects.select_for_update(no_key=True).get(pk=wish.initiative_id)
    refuse_if(rules.why_not_withdraw(wish, by))
    if wish.initiative.stage == Stage.DRAFT:
        delete_after_commit(wish.initiative.attachments.values_list("file", flat=True))
        wish.initiative.delete()
        return wish
    move(wish.initiative, Stage.WITHDRAWN, by=by, at=at)
    record("wish.withdrawn", about=wish.initiative, by=by, at=at)
    tell_of_withdrawal(wish, by=by, at=at)
    return wish

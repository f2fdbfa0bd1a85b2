"""Let a start go: the planner may place the initiative where it likes again."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.limits.months import month_of
from takt.governance.planning.pinning import rules
from takt.governance.planning.pinning.models import Pin


@transaction.atomic
def withdraw_pin(pin: Pin, *, seen: int, by: Person, at: datetime) -> Pin:
    """``seen``: the edition that the person had before them. Raises Refused."""
    held = (
        Pin.objects.select_for_update(of=("self",), no_key=True)
        .select_related("initiative", "pinned_by")
        .get(pk=pin.pk)
    )
    refuse_if(rules.why_not_wish(by) or rules.why_not_withdraw(held, seen))
    held.withdrawn_by, held.withdrawn_at = by, at
    held.save(update_fields=["withdrawn_by", "withdrawn_at"])
    record("pin.withdrawn", about=held.initiative, by=by, at=at, month=str(month_of(held.month)))
    return held

"""Say what a member knows about. Two who write at once both get what they added and removed."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.network import rules
from takt.governance.clarifying.network.commands.working import locked, set_fields
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.terms import tidy


@transaction.atomic
def describe_knowledge(
    membership: Membership, wanted: Sequence[str], *, seen: Sequence[str], by: Person, at: datetime
) -> list[str]:
    """``seen``: the fields as they stood when the person began. Returns what now stands."""
    changed = locked(membership)
    refuse_if(rules.why_not_edit(changed, by) or rules.why_not_reach(changed))
    now = [field.name for field in changed.fields.all()]
    names = tidy(_merged(tidy(wanted), tidy(seen), now))
    refuse_if(rules.why_not_know(names))
    set_fields(changed, names)
    changed.edition += 1
    changed.save(update_fields=["edition"])
    record("member.knowledge", about=f"network {changed.pk}", by=by, at=at, fields=len(names))
    return names


def _merged(wanted: Sequence[str], seen: Sequence[str], now: Sequence[str]) -> list[str]:
    """What stands now, without what this person took away, and with what they added."""
    before, kept = {name.casefold() for name in seen}, {name.casefold() for name in wanted}
    removed = before - kept
    added = [name for name in wanted if name.casefold() not in before]
    return [name for name in now if name.casefold() not in removed] + added

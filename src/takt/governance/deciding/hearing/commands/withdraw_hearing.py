"""Take a hearing back, and say why; what was answered stays."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.hearing import rules
from takt.governance.deciding.hearing.commands.working import locked, tell_units
from takt.governance.deciding.hearing.models import Hearing
from takt.governance.deciding.hearing.queries import leads_hearings


@transaction.atomic
def withdraw_hearing(hearing: Hearing, reason: str, *, edition: int, by: Person, at: datetime) -> Hearing:
    """``edition``: of the hearing as the person last saw it."""
    changed, today = locked(hearing), timezone.localdate(at)
    leads = leads_hearings(changed.initiative, by, today)
    refuse_if(
        rules.why_not_withdraw(changed, by, leads=leads, today=today)
        or rules.why_not_change_over(changed, edition)
        or rules.why_not_give_reason(reason)
    )
    changed.withdrawn_at, changed.withdrawn_reason = at, reason.strip()
    changed.edition += 1
    changed.save()
    tell_units(
        changed,
        changed.parties.all(),
        subject=_("Høringen om “%(title)s” er trukket tilbage"),
        text=_("Du skal ikke svare. Begrundelse: %(reason)s"),
        values={"reason": changed.withdrawn_reason},
        at=at,
    )
    record("hearing.withdrawn", about=changed.initiative, by=by, at=at)
    return changed

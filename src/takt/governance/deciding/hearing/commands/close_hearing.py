"""End a hearing before its day, because all have answered."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.hearing import rules
from takt.governance.deciding.hearing.commands.working import locked
from takt.governance.deciding.hearing.models import Hearing
from takt.governance.deciding.hearing.queries import leads_hearings


@transaction.atomic
def close_hearing(hearing: Hearing, *, by: Person, at: datetime) -> Hearing:
    """From then on no answer is changed."""
    changed, today = locked(hearing), timezone.localdate(at)
    waiting = list(changed.parties.filter(answered_at=None).select_related("unit"))
    leads = leads_hearings(changed.initiative, by, today)
    refuse_if(rules.why_not_close(changed, waiting, by, leads=leads, today=today))
    changed.closed_at = at
    changed.edition += 1
    changed.save()
    record("hearing.closed", about=changed.initiative, by=by, at=at)
    return changed

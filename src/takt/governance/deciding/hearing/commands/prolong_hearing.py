"""Give the units more time, and say why."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.hearing import rules
from takt.governance.deciding.hearing.commands.working import locked, spoken, tell_units
from takt.governance.deciding.hearing.models import Hearing
from takt.governance.deciding.hearing.queries import leads_hearings


@transaction.atomic
def prolong_hearing(
    hearing: Hearing, due_date: date | None, reason: str, *, edition: int, by: Person, at: datetime
) -> Hearing:
    """``edition``: of the hearing as the person last saw it. Those who wait are reminded anew."""
    changed, today = locked(hearing), timezone.localdate(at)
    leads = leads_hearings(changed.initiative, by, today)
    refuse_if(
        rules.why_not_change(changed, by, leads=leads, today=today)
        or rules.why_not_change_over(changed, edition)
        or rules.why_not_prolong_to(changed, due_date, today)
        or rules.why_not_give_reason(reason)
    )
    assert due_date is not None  # noqa: S101 - why_not_prolong_to has seen to it
    was = changed.due_date
    changed.due_date, changed.prolonged_reason = due_date, reason.strip()
    changed.edition += 1
    changed.save()
    changed.parties.update(reminded_before_date=None, reminded_after_date=None)
    tell_units(
        changed,
        changed.parties.filter(answered_at=None),
        subject=_("Høringen om “%(title)s” er forlænget"),
        text=_("Den nye frist er %(day)s. Begrundelse: %(reason)s"),
        values={"reason": changed.prolonged_reason, "day": spoken(due_date)},
        at=at,
    )
    facts = {"was": was.isoformat(), "due": due_date.isoformat()}
    record("hearing.prolonged", about=changed.initiative, by=by, at=at, **facts)
    return changed

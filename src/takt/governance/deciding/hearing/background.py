"""Reminders of hearings: shortly before the day, and when it has passed."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from takt.foundation.jobs.daily import every_day
from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.managers import Managers
from takt.governance.deciding.hearing.commands.working import spoken
from takt.governance.deciding.hearing.models import Party
from takt.governance.deciding.hearing.rules import UNDECIDED

BEFORE = timedelta(days=3)


@every_day("hearing.remind")
def remind(today: date, at: datetime) -> None:
    """Once before and once after, also when no worker ran on the very day."""
    waiting = Party.objects.filter(
        answered_at=None,
        hearing__closed_at=None,
        hearing__withdrawn_at=None,
        hearing__initiative__stage__in=UNDECIDED,
    )
    waiting = waiting.select_for_update(of=("self",), no_key=True).select_related(
        "hearing__initiative", "unit"
    )
    managers = Managers.now()
    soon = waiting.filter(hearing__due_date__range=(today, today + BEFORE), reminded_before_date=None)
    passed = waiting.filter(hearing__due_date__lt=today, reminded_after_date=None)
    # both are locked before the first event: whoever holds the end of the ledger waits for no row
    before, after = list(soon.order_by("pk")), list(passed.order_by("pk"))
    for party in before:
        party.reminded_before_date = today
        _remind(party, managers, at=at)
    for party in after:
        party.reminded_after_date = today
        _remind(party, managers, at=at)


def _remind(party: Party, managers: Managers, *, at: datetime) -> None:
    hearing, is_late = party.hearing, party.reminded_after_date is not None
    party.save(update_fields=["reminded_before_date", "reminded_after_date"])
    subject = (
        _("Fristen for høringssvar om “%(title)s” er udløbet")
        if is_late
        else _("Husk høringssvar om “%(title)s”")
    )
    text = (
        _("%(unit)s har ikke svaret. Svaret tages med, til sagen er besluttet, men vises som sent.")
        if is_late
        else _("%(unit)s har ikke svaret endnu. Fristen er %(day)s.")
    )
    tell(
        managers.of(party.unit_id) or hearing.asked_by,
        subject=subject,
        text=text,
        values={"title": hearing.initiative.title, "unit": party.unit.name, "day": spoken(hearing.due_date)},
        link=hearing.get_absolute_url(),
        at=at,
    )
    record("hearing.reminded", about=hearing.initiative, by=None, at=at, unit=party.unit.name)

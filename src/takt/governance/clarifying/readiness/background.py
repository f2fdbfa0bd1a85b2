"""Remind managers who have not answered: three days before the deadline, and again when it has passed."""

from datetime import date, datetime, timedelta

from takt.foundation.jobs.daily import every_day
from takt.foundation.ledger.commands import record
from takt.foundation.people.managers import Managers
from takt.governance.clarifying.readiness.letters import tell_again
from takt.governance.clarifying.readiness.queries import unanswered

BEFORE = timedelta(days=3)
BETWEEN = timedelta(days=7)
"""Nobody is reminded of the same more often."""


@every_day("readiness.remind")
def remind(today: date, at: datetime) -> None:
    managers = Managers.now()
    for inquiry in (
        unanswered().filter(due_date__lte=today + BEFORE).select_for_update(of=("self",), no_key=True)
    ):
        if inquiry.reminded_date is not None and inquiry.reminded_date + BETWEEN > today:
            continue
        inquiry.reminded_date = today
        inquiry.save(update_fields=["reminded_date"])
        tell_again(inquiry, managers.of(inquiry.unit_id), at=at)
        record("readiness.reminded", about=inquiry.initiative, by=None, at=at, unit=inquiry.unit.name)

"""Ask the managers of the units that must receive a case whether they are ready for it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import locked
from takt.governance.clarifying.readiness import rules
from takt.governance.clarifying.readiness.letters import tell_asked
from takt.governance.clarifying.readiness.models import Inquiry
from takt.governance.clarifying.readiness.queries import not_asked
from takt.governance.flow.models import Initiative


@transaction.atomic
def ask_readiness(
    initiative: Initiative, *, due_date: date | None, by: Person, at: datetime
) -> list[Inquiry]:
    """Every receiving unit that has not been asked. A unit that nobody leads is asked all the same, and shows."""
    case = locked(initiative)
    units = not_asked(case)
    refuse_if(rules.why_not_ask(case, units, by) or rules.why_not_due(due_date, timezone.localdate(at)))
    assert due_date is not None  # noqa: S101 - why_not_due has seen to it
    managers = Managers.now()
    inquiries = [
        Inquiry.objects.create(initiative=case, unit=unit, asked_by=by, asked_at=at, due_date=due_date)
        for unit in units
    ]
    for inquiry in inquiries:
        tell_asked(inquiry, managers.of(inquiry.unit_id), at=at)
    record(
        "readiness.asked",
        about=case,
        by=by,
        at=at,
        units=[unit.name for unit in units],
        due_date=due_date.isoformat(),
    )
    return inquiries

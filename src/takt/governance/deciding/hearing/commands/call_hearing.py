"""Ask the affected units, with a day by which they answer."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person, Unit
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import locked
from takt.governance.deciding.hearing import rules
from takt.governance.deciding.hearing.commands.working import spoken, tell_units
from takt.governance.deciding.hearing.models import Hearing, Party
from takt.governance.deciding.hearing.queries import leads_hearings, under_way
from takt.governance.flow.models import Initiative


@transaction.atomic
def call_hearing(
    initiative: Initiative,
    questions: Sequence[str],
    units: Sequence[Unit],
    *,
    due_date: date | None,
    by: Person,
    at: datetime,
) -> Hearing:
    """The questions are for all of them; the words stay outside the ledger."""
    case, today = locked(initiative), timezone.localdate(at)
    leads = leads_hearings(case, by, today)
    asked = [question.strip()[:1_000] for question in questions if question.strip()]
    refuse_if(
        rules.why_not_hear(case, under_way(case, today), by, leads=leads)
        or rules.why_not_ask_about(asked, units)
        or rules.why_not_wait_until(due_date, today)
    )
    assert due_date is not None  # noqa: S101 - why_not_wait_until has seen to it
    hearing = Hearing.objects.create(
        initiative=case, questions=asked, asked_by=by, asked_at=at, due_date=due_date
    )
    parties = Party.objects.bulk_create([Party(hearing=hearing, unit=unit) for unit in dict.fromkeys(units)])
    tell_units(
        hearing,
        parties,
        subject=_("Høring: %(title)s"),
        text=_(
            "Sagen berører din enhed. %(who)s beder om dit svar senest %(day)s. Spørgsmålene står på siden."
        ),
        values={"who": by.name, "day": spoken(due_date)},
        at=at,
    )
    names = sorted(party.unit.name for party in parties)
    record("hearing.called", about=case, by=by, at=at, units=names, due=due_date.isoformat())
    return hearing

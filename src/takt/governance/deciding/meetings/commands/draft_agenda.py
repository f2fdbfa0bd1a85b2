"""Draft the agenda from the cases that have come to the body."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.put_on_agenda import insert
from takt.governance.deciding.meetings.commands.working import locked_with_coming, touch
from takt.governance.deciding.meetings.models import AgendaItem, ItemKind, Meeting
from takt.governance.deciding.meetings.queries import COMING
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.deciding.meetings.terms import ItemTerms
from takt.governance.deciding.meetings.turn import waiting_for
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

MINUTES = 15


@transaction.atomic
def draft_agenda(meeting: Meeting, *, by: Person, at: datetime) -> list[AgendaItem]:
    """Adds every case that was ready by the deadline and stands on no other coming agenda of the body.

    What is there stays. The first time the agenda also gets its approval and “Eventuelt”.
    """
    held = locked_with_coming(meeting)
    refuse_if(rules.why_not_prepare(held, standing_at(held, by, at)))
    is_first = not held.items.exists()
    cases = ready_by_deadline(held, at)
    refuse_if(None if is_first or cases else _nothing_new())
    with override(settings.LANGUAGE_CODE):  # it is kept, and read by others than the one who acts
        items = [insert(held, terms, None) for terms in _frame()] if is_first and not held.is_written else []
        items += [insert(held, ItemTerms(case.title, minutes=MINUTES), case) for case in cases]
    touch(held)
    record("agenda.drafted", about=held, by=by, at=at, items=len(items))
    return items


def ready_by_deadline(meeting: Meeting, at: datetime) -> list[Initiative]:
    taken = set(
        AgendaItem.objects.filter(
            meeting__body__key=meeting.body.key, meeting__state__in=COMING, initiative__isnull=False
        ).values_list("initiative", flat=True)
    )
    return [
        case
        for case in waiting_for(meeting.body.key, at)
        if case.pk not in taken and _came(case) <= meeting.items_due_date
    ]


def _came(case: Initiative) -> date:
    """The day on which the case came to the body."""
    moment = case.changed_at if case.stage == Stage.RECOMMENDED else case.assignment.ready_at
    return timezone.localdate(moment)


def _frame() -> list[ItemTerms]:
    return [
        ItemTerms(_("Godkendelse af dagsorden"), ItemKind.DECISION, 2),
        ItemTerms(_("Eventuelt"), ItemKind.DISCUSSION, 5),
    ]


def _nothing_new() -> Refusal:
    return Refusal(
        _("Ingen flere sager er klar til forummet."),
        _(
            "En sag kommer med, når den er meldt klar inden fristen, eller når et andet forum har anbefalet den."
        ),
    )

"""Put a case, or a plain item, on the agenda."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.deciding.meetings import outcome_rules, rules
from takt.governance.deciding.meetings.commands.working import locked, number_items, touch
from takt.governance.deciding.meetings.models import AgendaItem, ItemKind, Meeting
from takt.governance.deciding.meetings.presenting import presentation_of
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.deciding.meetings.terms import ItemTerms
from takt.governance.deciding.meetings.turn import turn_of
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def put_on_agenda(
    meeting: Meeting, terms: ItemTerms, *, initiative: Initiative | None = None, by: Person, at: datetime
) -> AgendaItem:
    """A case for decision must have come to this body; for information or discussion any case may be put on.

    It stands before the last plain item, which usually is “Eventuelt”. Without a presentation one is drafted.
    """
    held = locked(meeting)
    standing = standing_at(held, by, at)
    refuse_if(rules.why_not_prepare(held, standing) or why_not_terms(terms, initiative))
    if initiative is not None:
        refuse_if(_why_not_again(initiative, held))
        if terms.kind == ItemKind.DECISION:
            turn = turn_of(initiative, at)
            refuse_if(outcome_rules.why_not_turn(initiative, turn, held.body.key, standing.body))
    item = insert(held, terms, initiative)
    touch(held)
    record(
        "item.put_on",
        about=held,
        by=by,
        at=at,
        item=item.pk,
        case=initiative.number if initiative and not item.is_closed else None,
        kind=item.kind,
    )
    return item


def insert(meeting: Meeting, terms: ItemTerms, initiative: Initiative | None) -> AgendaItem:
    items = list(meeting.items.all())
    item = AgendaItem.objects.create(
        meeting=meeting,
        initiative=initiative,
        title=terms.title.strip()[:200] or (initiative.title if initiative else ""),
        kind=terms.kind,
        minutes=terms.minutes,
        is_closed=terms.is_closed,
        presentation=terms.presentation.strip() or (presentation_of(initiative) if initiative else ""),
        position=len(items) + 1,
    )
    last_is_plain = len(items) > 1 and items[-1].initiative_id is None
    items.insert(len(items) - last_is_plain, item)
    number_items(items)
    return item


def why_not_terms(terms: ItemTerms, initiative: Initiative | None) -> Refusal | None:
    if initiative is None and not terms.title.strip():
        return Refusal(_("Punktet har ingen titel."), _("Skriv, hvad det handler om."))
    if initiative is not None and initiative.stage == Stage.DRAFT:
        return Refusal(_("Ønsket er en kladde, som kun ønskeren ser."), _("Vent, til det er sendt."))
    return rules.why_not_last(terms.minutes) or rules.why_not_name_citizens(
        f"{terms.title} {terms.presentation}"
    )


def _why_not_again(initiative: Initiative, meeting: Meeting) -> Refusal | None:
    if not meeting.items.filter(initiative=initiative).exists():
        return None
    return Refusal(
        _("Sag %(number)s står allerede på dagsordenen.") % {"number": initiative.number},
        _("Ret det punkt, der er."),
    )

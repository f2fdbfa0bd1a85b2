"""Change the text, kind, time or openness of an item."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.merging import merge
from takt.governance.deciding.meetings import outcome_rules, rules
from takt.governance.deciding.meetings.commands.put_on_agenda import why_not_terms
from takt.governance.deciding.meetings.commands.working import locked_item, touch
from takt.governance.deciding.meetings.models import AgendaItem, ItemKind
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.deciding.meetings.terms import ItemTerms, item_terms
from takt.governance.deciding.meetings.turn import turn_of
from takt.governance.deciding.meetings.words import field_in_words


@transaction.atomic
def change_item(
    item: AgendaItem, wanted: ItemTerms, *, seen: ItemTerms, by: Person, at: datetime
) -> AgendaItem:
    """``seen``: the item as it stood when the person began.

    What somebody else has changed meanwhile is kept; what both have changed is refused and named.
    """
    found = locked_item(item)
    meeting, case = found.meeting, found.initiative
    standing = standing_at(meeting, by, at)
    is_recused = found.recusals.filter(person=by).exists()
    refuse_if(
        rules.why_not_prepare(meeting, standing) or rules.why_not_read(found, standing, is_recused=is_recused)
    )
    merged = merge(asdict(wanted), seen=asdict(seen), now=asdict(item_terms(found)))
    clash = " ".join(field_in_words(name, value) for name, value in merged.conflicts.items())
    refuse_if(rules.why_not_overwrite(found.edition, found.edition - bool(clash), clash))
    terms = ItemTerms(**merged.values)
    refuse_if(why_not_terms(terms, case))
    if case is not None and terms.kind == ItemKind.DECISION and found.kind != ItemKind.DECISION:
        turn = turn_of(case, at)
        refuse_if(outcome_rules.why_not_turn(case, turn, meeting.body.key, standing.body))
    for name, value in asdict(terms).items():
        setattr(found, name, value)
    found.edition += 1
    found.save()
    touch(meeting)
    record(
        "item.changed", about=meeting, by=by, at=at, item=found.pk, kind=found.kind, is_closed=found.is_closed
    )
    return found

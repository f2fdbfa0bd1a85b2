"""What one reader may see of a meeting: closed items are stripped here, before any page gets them."""

from collections.abc import Sequence
from dataclasses import dataclass

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, Outcome, Recusal, Vote
from takt.governance.deciding.meetings.outcome_rules import Quorum
from takt.governance.deciding.meetings.queries import attendance_of, items_of, quorum_of
from takt.governance.deciding.meetings.standing import Standing


@dataclass(frozen=True, slots=True)
class Shown:
    """One item as this reader may see it."""

    number: int
    item: AgendaItem | None
    """None: closed to the reader, who sees that there is an item and no more."""
    why_not: Refusal | None = None
    outcome: Outcome | None = None
    """None as long as the reader may not read the minutes."""
    recusals: Sequence[Recusal] = ()
    quorum: Quorum | None = None
    own_vote: Vote | None = None
    is_recused: bool = False
    """The reader is."""


def shown_items(meeting: Meeting, reader: Person, standing: Standing) -> list[Shown]:
    """In order. The queries do not depend on how many there are."""
    attendance = attendance_of(meeting)
    reads_minutes = rules.may_read_minutes(meeting, standing)
    shown = []
    for number, item in enumerate(items_of(meeting), start=1):
        item.meeting = meeting
        recusals = list(item.recusals.all())
        is_recused = any(rules.is_the_person(one.person, reader) for one in recusals)
        why_not = rules.why_not_read(item, standing, is_recused=is_recused)
        if why_not:
            shown.append(Shown(number, None, why_not, is_recused=is_recused))
            continue
        outcome = getattr(item, "outcome", None) if reads_minutes else None
        if outcome:
            outcome.item = item
        shown.append(
            Shown(
                number,
                item,
                outcome=outcome,
                recusals=recusals,
                quorum=quorum_of(item, attendance),
                own_vote=next((one for one in item.votes.all() if one.person_id == reader.pk), None),
                is_recused=is_recused,
            )
        )
    return shown

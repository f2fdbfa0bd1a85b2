"""Close the meeting: every outcome takes effect, and those concerned are told."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.record_outcome import why_not_outcome
from takt.governance.deciding.meetings.commands.working import locked, touch
from takt.governance.deciding.meetings.effects import take_effect
from takt.governance.deciding.meetings.models import Meeting, MeetingState
from takt.governance.deciding.meetings.queries import items_of, votes_waiting
from takt.governance.deciding.meetings.standing import Standing, standing_at
from takt.governance.deciding.meetings.terms import outcome_terms
from takt.governance.flow.models import Initiative


@transaction.atomic
def close_meeting(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """What was not treated stays without an outcome, and its case waits for another agenda.

    Each outcome is examined once more: a case may have moved since it was written.
    """
    held = locked(meeting)
    standing = standing_at(held, by, at)
    waiting = votes_waiting(held, at) if held.is_written else 0
    refuse_if(rules.why_not_close(held, standing, waiting=waiting, at=at))
    _lock_cases(held)
    treated = _take_effect(held, standing, by=by, at=at)
    held.state, held.closed_at = MeetingState.CLOSED, at
    touch(held)
    record("meeting.closed", about=held, by=by, at=at, treated=treated)
    return held


def _lock_cases(meeting: Meeting) -> None:
    """In one order, so that two bodies that close at once take turns, and the second sees what the first did."""
    cases = Initiative.objects.filter(pk__in=meeting.items.values("initiative"))
    list(cases.select_for_update(of=("self",), no_key=True).order_by("pk"))


def _take_effect(meeting: Meeting, standing: Standing, *, by: Person, at: datetime) -> int:
    treated = 0
    for item in items_of(meeting):
        outcome = getattr(item, "outcome", None)
        if outcome is None:
            continue
        item.meeting, outcome.item = meeting, item
        override = getattr(outcome, "override", None)
        refuse_if(
            why_not_outcome(item, outcome_terms(outcome), override.breaches if override else (), standing, at)
        )
        take_effect(outcome, by=by, at=at)
        treated += 1
    return treated

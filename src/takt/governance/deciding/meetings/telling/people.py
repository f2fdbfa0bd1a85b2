"""The people of each letter. The wisher and those behind the wish are told by the answer itself."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.functional import Promise, lazy

from takt.foundation.design.templatetags.takt import clock
from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person
from takt.governance.asking.telling import people_behind, spoken_day
from takt.governance.clarifying.commands.working import holder_of
from takt.governance.deciding.meetings.models import Condition, Meeting, Outcome, OutcomeKind
from takt.governance.deciding.meetings.queries import managers_of
from takt.governance.deciding.meetings.standing import seats_of
from takt.governance.deciding.meetings.telling import texts
from takt.governance.flow.models import Initiative

Letter = tuple[Promise | str, Promise | str]
spoken_clock = lazy(clock, str)
"""A time that is put into words in the reader's language, not in that of the one who acts."""


def _proof(wanted: str) -> str:
    return str(texts.PROOF) % {"proof": wanted.rstrip(". ")} if wanted else ""


spoken_proof = lazy(_proof, str)


def tell_members(meeting: Meeting, subject: Promise, text: Promise, *, at: datetime) -> None:
    """Everyone who sits in the body that day, the one who acts too: it is a calling, and goes to all."""
    values = {
        "body": meeting.body.name,
        "day": spoken_day(meeting.starts_at),
        "clock": spoken_clock(meeting.starts_at),
        "due": spoken_day(meeting.votes_due_at),
        "place": meeting.place,
        "items": meeting.items.count(),
        "reason": meeting.cancel_reason,
    }
    for seat in seats_of(meeting.body, at):
        tell(seat.person, subject=subject, text=text, values=values, link=meeting.get_absolute_url(), at=at)


def tell_of_outcome(outcome: Outcome, case: Initiative, *, at: datetime) -> None:
    values = {
        "body": outcome.item.meeting.body.name,
        "number": case.number,
        "title": case.title,
        "outcome": OutcomeKind(outcome.kind).label,
        "reason": outcome.told,
        "questions": outcome.questions,
    }
    told = {person.pk for person in people_behind(case)}
    for person, (subject, text) in _readers(case):
        if person.pk not in told:
            told.add(person.pk)
            tell(person, subject=subject, text=text, values=values, link=case.get_absolute_url(), at=at)
    for condition in outcome.conditions.select_related("owner", "owner_unit"):
        condition.outcome = outcome
        tell_owner(condition, texts.CONDITION, at=at)


def _readers(case: Initiative) -> Iterator[tuple[Person, Letter]]:
    if holder := holder_of(case):
        yield holder, texts.OUTCOME_TO_HOLDER
    units = set(case.impacts.values_list("unit", flat=True)) | {case.unit_id}
    for manager in managers_of(units):
        yield manager, texts.OUTCOME_TO_UNIT


def tell_owner(condition: Condition, letter: Letter, *, at: datetime) -> None:
    """The person, or the managers of the unit that owns it."""
    item = condition.outcome.item
    values: dict[str, Any] = {
        "body": item.meeting.body.name,
        "number": item.initiative.number if item.initiative else "",
        "text": condition.text,
        "due": spoken_day(condition.due_date),
        "proof": spoken_proof(condition.proof_wanted),
    }
    owners = [condition.owner] if condition.owner else managers_of({condition.owner_unit_id or 0})
    for owner in owners:
        tell(
            owner, subject=letter[0], text=letter[1], values=values, link=condition.get_absolute_url(), at=at
        )

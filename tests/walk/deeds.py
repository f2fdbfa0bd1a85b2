"""What people do all day, each with a target and words picked by chance. Refusals are part of the day."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone

from takt.foundation.people.models import Person
from takt.governance.asking.commands.join_wish import join_wish
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.models import Wish
from takt.governance.clarifying.commands.answer_question import answer_question
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.commands.decline_wish import decline_wish
from takt.governance.clarifying.commands.park_wish import park_wish
from takt.governance.clarifying.commands.reopen_wish import reopen_wish
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.clarifying.models import Question
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.meetings.commands.approve_minutes import approve_minutes
from takt.governance.deciding.meetings.commands.cancel_meeting import cancel_meeting
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.declare_recusal import declare_recusal
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.fulfil_condition import fulfil_condition
from takt.governance.deciding.meetings.commands.note_minutes import note_minutes
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.commands.reconsider import reconsider
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.commands.waive_condition import waive_condition
from takt.governance.deciding.meetings.minutes import content_of, hash_of
from takt.governance.deciding.meetings.models import AgendaItem, Condition, Meeting, Outcome, OutcomeKind
from takt.governance.deciding.meetings.terms import ConditionTerms, ItemTerms, OutcomeTerms
from takt.governance.flow.models import Initiative
from tests.governance.clarifying.cases import sent
from tests.walk.house import House

REASON = "Vi har talt om det og står inde for det alle sammen."
Deed = Callable[[House, Random, Person, datetime], object]
DEEDS: dict[str, Deed] = {}
Row = TypeVar("Row", bound=models.Model)


class NothingThere(Exception):  # noqa: N818 - it is what happened, not an error
    """There is nothing yet to do this to."""


def deed(function: Deed) -> Deed:
    DEEDS[function.__name__] = function
    return function


def one_of(kind: type[Row], chance: Random, **narrowed: Any) -> Row:
    rows = list(kind.objects.filter(**narrowed).order_by("pk"))  # type: ignore[attr-defined]
    if not rows:
        raise NothingThere(kind.__name__)
    return rows[chance.randrange(len(rows))]


@deed
def wish(house: House, chance: Random, by: Person, at: datetime) -> object:
    return sent(house.cast, at, f"Ønske {chance.randrange(1_000)}")


@deed
def join(house: House, chance: Random, by: Person, at: datetime) -> object:
    return join_wish(one_of(Wish, chance), reason=REASON, by=by, at=at)


@deed
def withdraw(house: House, chance: Random, by: Person, at: datetime) -> object:
    return withdraw_wish(one_of(Wish, chance), by=by, at=at)


@deed
def take(house: House, chance: Random, by: Person, at: datetime) -> object:
    return take_up(one_of(Initiative, chance), by=by, at=at)


@deed
def ask(house: House, chance: Random, by: Person, at: datetime) -> object:
    return ask_back(one_of(Initiative, chance), REASON, by=by, at=at)


@deed
def answer(house: House, chance: Random, by: Person, at: datetime) -> object:
    return answer_question(one_of(Question, chance), REASON, by=by, at=at)


@deed
def park(house: House, chance: Random, by: Person, at: datetime) -> object:
    day = timezone.localdate(at) + timedelta(days=chance.choice((-1, 5, 20)))
    return park_wish(one_of(Initiative, chance), REASON, reopen_date=day, by=by, at=at)


@deed
def decline(house: House, chance: Random, by: Person, at: datetime) -> object:
    return decline_wish(one_of(Initiative, chance), REASON, by=by, at=at)


@deed
def reopen(house: House, chance: Random, by: Person, at: datetime) -> object:
    return reopen_wish(one_of(Initiative, chance), REASON, by=by, at=at)


@deed
def declare_ready(house: House, chance: Random, by: Person, at: datetime) -> object:
    return send_on(one_of(Initiative, chance), by=by, at=at)


@deed
def draft(house: House, chance: Random, by: Person, at: datetime) -> object:
    return draft_agenda(one_of(Meeting, chance), by=by, at=at)


@deed
def put_on(house: House, chance: Random, by: Person, at: datetime) -> object:
    case = one_of(Initiative, chance)
    return put_on_agenda(one_of(Meeting, chance), ItemTerms(case.title), initiative=case, by=by, at=at)


@deed
def send(house: House, chance: Random, by: Person, at: datetime) -> object:
    return send_agenda(one_of(Meeting, chance), by=by, at=at)


@deed
def open_up(house: House, chance: Random, by: Person, at: datetime) -> object:
    return open_meeting(one_of(Meeting, chance), by=by, at=at)


@deed
def attend(house: House, chance: Random, by: Person, at: datetime) -> object:
    meeting = one_of(Meeting, chance)
    listed = [one.person_id for one in meeting.attendance.order_by("pk")]
    present = listed if chance.random() < 0.8 else listed[:1]
    seen = [one.person_id for one in meeting.attendance.filter(is_present=True)]
    return record_attendance(meeting, present, seen=seen, by=by, at=at)


@deed
def recuse(house: House, chance: Random, by: Person, at: datetime) -> object:
    return declare_recusal(one_of(AgendaItem, chance), by, ground=REASON, by=by, at=at)


@deed
def note(house: House, chance: Random, by: Person, at: datetime) -> object:
    """Adds to what stands there."""
    item = one_of(AgendaItem, chance)
    return note_minutes(item, f"{item.notes} {REASON}".strip()[:4_000], seen=item.notes, by=by, at=at)


@deed
def decide(house: House, chance: Random, by: Person, at: datetime) -> object:
    """Any outcome on any item; the body's mandate says which may stand."""
    item = one_of(AgendaItem, chance, initiative__isnull=chance.random() < 0.1)
    return decide_item(house, item, chance.choice(list(OutcomeKind)), by, at)


def decide_item(house: House, item: AgendaItem, kind: OutcomeKind, by: Person, at: datetime) -> Outcome:
    before = Outcome.objects.filter(item=item).first()
    day = timezone.localdate(at) + timedelta(days=6)
    conditions = (ConditionTerms("Konsekvensanalysen er godkendt", owner=house.cast.erik.pk, due_date=day),)
    terms = OutcomeTerms(
        kind,
        reason=REASON,
        answer=REASON,
        until_date=day if kind == OutcomeKind.POSTPONED else None,
        questions=REASON if kind == OutcomeKind.RETURNED else "",
        conditions=conditions if kind.endswith("conditions") else (),
    )
    return record_outcome(item, terms, edition=before.edition if before else 0, by=by, at=at)


@deed
def close(house: House, chance: Random, by: Person, at: datetime) -> object:
    return close_meeting(one_of(Meeting, chance), by=by, at=at)


@deed
def approve(house: House, chance: Random, by: Person, at: datetime) -> object:
    meeting = one_of(Meeting, chance)
    return approve_minutes(meeting, seen=hash_of(content_of(meeting)), by=by, at=at)


@deed
def cancel(house: House, chance: Random, by: Person, at: datetime) -> object:
    if chance.random() < 0.8:
        raise NothingThere("a reason to cancel")
    return cancel_meeting(one_of(Meeting, chance), REASON, by=by, at=at)


@deed
def fulfil(house: House, chance: Random, by: Person, at: datetime) -> object:
    return fulfil_condition(one_of(Condition, chance), REASON, by=by, at=at)


@deed
def waive(house: House, chance: Random, by: Person, at: datetime) -> object:
    return waive_condition(one_of(Condition, chance), REASON, by=by, at=at)


@deed
def bring_back(house: House, chance: Random, by: Person, at: datetime) -> object:
    return reconsider(one_of(Initiative, chance), REASON, by=by, at=at)

"""Things that some may read and others not, each with a telling word in it, reached by the real commands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from takt.calculation.governance_path import Level
from takt.foundation.people.models import Person, Role
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.models import Wish
from takt.governance.asking.rules import Answers
from takt.governance.clarifying.scoring.commands.add_assessor import add_assessor
from takt.governance.clarifying.scoring.commands.ask_assessors import ask_assessors
from takt.governance.clarifying.scoring.commands.assess import assess
from takt.governance.clarifying.scoring.models import CriteriaVersion, Round
from takt.governance.deciding.meetings.commands.add_to_minutes import add_to_minutes
from takt.governance.deciding.meetings.commands.approve_minutes import approve_minutes
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.declare_recusal import declare_recusal
from takt.governance.deciding.meetings.commands.note_minutes import note_minutes
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.minutes import content_of, hash_of
from takt.governance.deciding.meetings.models import AgendaItem, ItemKind, Meeting, OutcomeKind
from takt.governance.deciding.meetings.terms import ConditionTerms, ItemTerms, OutcomeTerms
from takt.governance.deciding.meetings.turn import waiting_for
from takt.governance.deciding.models import Body, Seat, SeatRole
from takt.governance.deciding.queries import in_force
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

BODY = "teknologiraadet"
WORD = "Xylofonstrid"
"""Stands wherever something closed is said, and nowhere else."""
TOLD = "Svaret er, at sagen kommer videre med betingelser."
_days = count(31)


@dataclass(frozen=True)
class Council:
    body: Body
    chair: Person
    secretary: Person
    recused: Person
    """A member who takes no part in what is closed."""


def council(at: datetime) -> Council:
    version = in_force(at)
    assert version is not None
    body = version.bodies.get(key=BODY)
    seats = Seat.objects.filter(body=body, to_date=None).select_related("person").order_by("pk")
    return Council(
        body,
        *(
            next(seat.person for seat in seats if seat.role == role and seat.person)
            for role in (SeatRole.CHAIR, SeatRole.SECRETARY, SeatRole.MEMBER)
        ),
    )


def closed_meetings(seated: Council, at: datetime) -> Iterator[Meeting]:
    """One that is called, one in session, and one whose minutes are approved and added to; each about a case."""
    cases = waiting_for(BODY, at)
    yield called(seated, cases[0], at)
    yield in_session(seated, cases[1 % len(cases)], at)
    yield approved(seated, cases[2 % len(cases)], at)


def called(seated: Council, case: Initiative, at: datetime) -> Meeting:
    secretary = seated.secretary
    day = at + timedelta(days=next(_days))
    (meeting,) = call_meetings(seated.body, [day], place="Rådhuset", by=secretary, at=at)
    words = f"{WORD} om prisen"
    put_on_agenda(
        meeting, ItemTerms(words, is_closed=True, presentation=words), initiative=case, by=secretary, at=at
    )
    plain = ItemTerms(words, ItemKind.DISCUSSION, is_closed=True, presentation=words)
    put_on_agenda(meeting, plain, by=secretary, at=at)
    send_agenda(meeting, by=secretary, at=at)
    for item in AgendaItem.objects.filter(meeting=meeting):
        declare_recusal(item, seated.recused, ground="Er gift med leverandøren", by=secretary, at=at)
    return meeting


def in_session(seated: Council, case: Initiative, at: datetime) -> Meeting:
    """With notes and an outcome that is not in effect yet."""
    secretary, meeting = seated.secretary, called(seated, case, at)
    meeting = open_meeting(meeting, by=secretary, at=at)
    present = {one.person_id for one in meeting.attendance.all() if one.person_id}
    record_attendance(meeting, present, seen=set(), by=secretary, at=at)
    for item in AgendaItem.objects.filter(meeting=meeting).select_related("initiative"):
        note_minutes(item, f"{WORD} blev drøftet.", seen="", by=secretary, at=at)
        record_outcome(item, _terms(item, seated, at), edition=0, breaches=(), by=secretary, at=at)
    return meeting


def _terms(item: AgendaItem, seated: Council, at: datetime) -> OutcomeTerms:
    if item.initiative is None:
        return OutcomeTerms(OutcomeKind.NOTED, f"{WORD} er taget til efterretning.")
    levels = item.initiative and waiting_level(item.initiative, at)
    kind = (
        OutcomeKind.APPROVED_WITH_CONDITIONS
        if levels is Level.DECIDE
        else OutcomeKind.RECOMMENDED_WITH_CONDITIONS
    )
    due = (at + timedelta(days=60)).date()
    condition = ConditionTerms(f"{WORD} er afklaret", seated.chair.pk, None, due, f"{WORD} på skrift")
    return OutcomeTerms(kind, f"{WORD} er grunden.", TOLD, None, "", (condition,))


def waiting_level(case: Initiative, at: datetime) -> Level:
    return next(one.turn.levels[BODY] for one in waiting_for(BODY, at) if one.pk == case.pk)  # type: ignore[attr-defined]


def approved(seated: Council, case: Initiative, at: datetime) -> Meeting:
    meeting = in_session(seated, case, at)
    meeting = close_meeting(meeting, by=seated.secretary, at=at)
    approve_minutes(meeting, seen=hash_of(content_of(meeting)), by=seated.chair, at=at)
    for item in AgendaItem.objects.filter(meeting=meeting):
        add_to_minutes(
            meeting,
            f"{WORD} er tilføjet",
            reason=f"{WORD} var glemt",
            item=item,
            by=seated.secretary,
            at=at,
        )
    return meeting


def blind_round(assessor: Person, waiting: Person, at: datetime) -> Round:
    """``assessor`` has answered, with the word in every reason; ``waiting`` has not, so nobody sees it."""
    by = _coordinator()
    case = Initiative.objects.filter(stage=Stage.CLARIFYING, rounds=None, assignment__isnull=False).earliest(
        "pk"
    )
    criteria = CriteriaVersion.objects.filter(number__isnull=False).latest("number")
    due = (at + timedelta(days=14)).date()
    one = ask_assessors(case, [assessor, waiting], criteria=criteria, due_date=due, by=by, at=at)
    answer(one, assessor, at)
    return one


def opened_round_with_a_late_assessor(first: Person, second: Person, late: Person, at: datetime) -> Round:
    """Everybody may read it but the late one, who has yet to answer."""
    one = blind_round(first, second, at)
    answer(one, second, at)
    add_assessor(one.initiative, late, by=_coordinator(), at=at)
    return one


def answer(one: Round, by: Person, at: datetime) -> None:
    given = {one.pk: (4, f"{WORD} er afgørende her.") for one in one.criteria.criteria.all()}
    assess(one, given, edition=0, by=by, at=at)


def draft_wish(by: Person, at: datetime) -> Wish:
    return save_draft(Answers(f"{WORD} i hjemmeplejen hver dag", title=f"{WORD} nu"), by=by, at=at)


def _coordinator() -> Person:
    return Person.objects.filter(role_holdings__role=Role.COORDINATOR).earliest("pk")

"""A board that meets, reached through the real commands."""

from datetime import date, datetime, timedelta

from takt.calculation.governance_path import Level, Mandate
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.note_minutes import note_minutes
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import AgendaItem, ItemKind, Meeting, OutcomeKind
from takt.governance.deciding.meetings.terms import ConditionTerms, ItemTerms, OutcomeTerms
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.deciding.queries import draft
from takt.governance.deciding.terms import BodyTerms, SeatTerms
from takt.governance.flow.models import Initiative
from tests.builders import Cast

SECRET = "Genforhandling med leverandøren"


def planned_meeting(cast: Cast, case: Initiative, at: datetime) -> Meeting:
    """Birgit leads the board and Nadia keeps its minutes; a case to decide, a closed item, and “Eventuelt”."""
    begin_draft(by=cast.nadia)
    seats = (
        SeatTerms(cast.birgit.pk, cast.birgit.name, SeatRole.CHAIR, date(2026, 1, 1)),
        SeatTerms(cast.nadia.pk, cast.nadia.name, SeatRole.SECRETARY, date(2026, 1, 1)),
    )
    save_body(
        BodyTerms("Direktionen", position=1, mandates=(Mandate(Level.DECIDE),), seats=seats, quorum=1),
        by=cast.nadia,
    )
    begun = draft()
    adopt_model(
        edition=begun.edition if begun else 0,
        reason="Besluttet",
        in_force_from=at.date(),
        by=cast.nadia,
        at=at,
    )
    body = Body.objects.get(version__number=1)
    (meeting,) = call_meetings(body, [at + timedelta(days=15)], place="Mødelokale 2", by=cast.nadia, at=at)
    put_on_agenda(meeting, ItemTerms(case.title), initiative=case, by=cast.nadia, at=at)
    put_on_agenda(meeting, ItemTerms("Eventuelt", ItemKind.INFORMATION, 5), by=cast.nadia, at=at)
    closed = ItemTerms(SECRET, ItemKind.DISCUSSION, 15, is_closed=True, presentation="Prisen stiger meget.")
    put_on_agenda(meeting, closed, by=cast.nadia, at=at)
    return meeting


def called_meeting(cast: Cast, case: Initiative, at: datetime) -> Meeting:
    return send_agenda(planned_meeting(cast, case, at), by=cast.nadia, at=at)


def opened_meeting(cast: Cast, case: Initiative, at: datetime) -> Meeting:
    """Birgit is there; the case is approved on one condition, and something is said of the closed item."""
    meeting = open_meeting(called_meeting(cast, case, at), by=cast.nadia, at=at)
    record_attendance(meeting, {cast.birgit.pk}, seen=set(), by=cast.nadia, at=at)
    decided, closed, _ = AgendaItem.objects.filter(meeting=meeting).order_by("position")
    condition = ConditionTerms(
        "Driften betales af områdets egen gevinst.", owner=cast.erik.pk, due_date=date(2027, 5, 1)
    )
    terms = OutcomeTerms(
        OutcomeKind.APPROVED_WITH_CONDITIONS, "Sparer tid i hele området.", conditions=(condition,)
    )
    record_outcome(decided, terms, edition=0, by=cast.nadia, at=at)
    note_minutes(closed, "Forhandlingsrammen blev drøftet.", seen="", by=cast.nadia, at=at)
    return meeting


def held_meeting(cast: Cast, case: Initiative, at: datetime) -> Meeting:
    return close_meeting(opened_meeting(cast, case, at), by=cast.nadia, at=at)

"""The meetings that come in Fjordby: in the calendar, with agendas of what is ready. By real commands."""

from datetime import date, datetime, time

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import ItemKind, Meeting, SeatRole
from takt.governance.deciding.meetings.terms import ItemTerms
from takt.governance.deciding.meetings.turn import turns_of
from takt.governance.deciding.models import Body, Seat
from takt.governance.deciding.queries import in_force
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.demonstration.history import COPENHAGEN, LATEST
from takt.interfaces.demonstration.loading.minute_book import BOARD, COUNCIL, PLACES

NOW = datetime.combine(LATEST, time(18, 30), COPENHAGEN)
READY = 5
"""So many cases the network declares ready on the last day."""
COUNCIL_DAYS = (date(2026, 12, 3), date(2027, 1, 7), date(2027, 2, 4), date(2027, 3, 4))
BOARD_DAYS = (date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15))


def call_coming_meetings() -> None:
    version = in_force(NOW)
    if version is None:
        return
    bodies = {body.key: body for body in version.bodies.all()}
    _make_ready(NOW)
    council = _call(bodies[COUNCIL], COUNCIL_DAYS, time(13))
    board = _call(bodies[BOARD], BOARD_DAYS, time(9))
    for meeting in (council, board):
        by = _run_by(meeting.body)
        draft_agenda(meeting, by=by, at=NOW)
        status = ItemTerms("Status på porteføljen", ItemKind.INFORMATION, 10)
        put_on_agenda(meeting, status, by=by, at=NOW)
        send_agenda(meeting, by=by, at=NOW)


def _make_ready(at: datetime) -> None:
    """The first that lack nothing and whose way begins with the council."""
    waiting = list(
        Initiative.objects.filter(stage=Stage.CLARIFYING, estimate__isnull=False, assignment__isnull=False)
        .select_related("assignment__person")
        .order_by("number")
    )
    turns = turns_of(waiting, at)
    done = 0
    for case in waiting:
        step, holder = turns[case.pk].step, case.assignment.person
        if step is None or step.body.key != COUNCIL or holder is None:
            continue
        try:
            send_on(case, by=holder, at=at)
        except Refused:
            continue  # a question still waits for its answer
        done += 1
        if done == READY:
            return


def _call(body: Body, days: tuple[date, ...], clock: time) -> Meeting:
    """The first of them."""
    starts = [datetime.combine(day, clock, COPENHAGEN) for day in days]
    return call_meetings(body, starts, place=PLACES[body.key], by=_run_by(body), at=NOW)[0]


def _run_by(body: Body) -> Person:
    seats = {seat.role: seat.person for seat in Seat.objects.filter(body=body).select_related("person")}
    person = seats.get(SeatRole.SECRETARY) or seats[SeatRole.CHAIR]
    assert person is not None  # noqa: S101 - Fjordby has forgotten nobody
    return person

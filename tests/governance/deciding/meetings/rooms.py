"""Bodies that can meet, and cases that have come to them, reached by the real commands."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from takt.calculation.governance_path import Level, Mandate, Scope
from takt.foundation.people.models import Person
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, OutcomeKind
from takt.governance.deciding.meetings.terms import ConditionTerms, OutcomeTerms
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.deciding.queries import draft, in_force
from takt.governance.deciding.terms import BodyTerms, SeatTerms
from takt.governance.flow.models import Initiative
from tests.builders import Cast, build_person
from tests.governance.clarifying.cases import clarified

REASON = "Sparer tid i hele området, og lofterne holder."
CHAIR, SECRETARY, MEMBER = SeatRole.CHAIR, SeatRole.SECRETARY, SeatRole.MEMBER


@dataclass(frozen=True)
class House:
    """A council that recommends and decides the small, and a board that decides."""

    cast: Cast
    vera: Person
    """Member of the council."""
    kim: Person
    """Member of the board."""
    now: datetime

    def body(self, key: str) -> Body:
        version = in_force(self.now)
        assert version is not None
        return version.bodies.get(key=key)


def build_house(cast: Cast, now: datetime) -> House:
    vera = build_person("Vera Lund", unit=cast.troels.unit)
    kim = build_person("Kim Kold", unit=cast.troels.unit)
    begin_draft(by=cast.nadia)
    council = (Mandate(Level.DECIDE, Scope.BOTH, 100_000, 10_000), Mandate(Level.RECOMMEND))
    seats = {cast.troels: CHAIR, cast.nadia: SECRETARY, cast.erik: MEMBER, vera: MEMBER}
    save_body(body("Rådet", 1, council, seats, now, weeks=4), by=cast.nadia)
    decides = (Mandate(Level.DECIDE, Scope.BOTH, 5_000_000, 1_000_000),)
    save_body(body("Direktionen", 2, decides, {cast.birgit: CHAIR, kim: MEMBER}, now), by=cast.nadia)
    begun = draft()
    assert begun is not None
    adopt_model(edition=begun.edition, reason="Besluttet", in_force_from=now.date(), by=cast.nadia, at=now)
    return House(cast, vera, kim, now)


def body(
    name: str,
    position: int,
    mandates: tuple[Mandate, ...],
    seats: dict[Person, SeatRole],
    now: datetime,
    *,
    weeks: int | None = None,
) -> BodyTerms:
    return BodyTerms(
        name,
        weeks_between=weeks,
        quorum=2,
        position=position,
        mandates=mandates,
        seats=tuple(SeatTerms(one.pk, one.name, role, now.date()) for one, role in seats.items()),
    )


def ready_case(house: House) -> Initiative:
    """Dearer than the council may decide."""
    case = clarified(house.cast, house.now)
    send_on(case, by=house.cast.nadia, at=house.now)
    return Initiative.objects.get(pk=case.pk)


def planned(house: House, key: str = "raadet", *, by: Person | None = None) -> Meeting:
    starts = house.now + timedelta(days=10 + Meeting.objects.count())
    by = by or runner_of(house, key)
    return call_meetings(house.body(key), [starts], place="Rådhuset", by=by, at=house.now)[0]


def runner_of(house: House, key: str) -> Person:
    return house.cast.nadia if key == "raadet" else house.cast.birgit


def in_session(house: House, key: str = "raadet") -> Meeting:
    """With what is ready on the agenda, and everybody present."""
    by, at = runner_of(house, key), house.now
    meeting = planned(house, key)
    draft_agenda(meeting, by=by, at=at)
    send_agenda(meeting, by=by, at=at)
    open_meeting(meeting, by=by, at=at)
    everybody = {one.person_id for one in meeting.attendance.all() if one.person_id}
    record_attendance(meeting, everybody, seen=set(), by=by, at=at)
    return Meeting.objects.select_related("body__version").get(pk=meeting.pk)


def case_item(meeting: Meeting) -> AgendaItem:
    return AgendaItem.objects.select_related("meeting__body__version", "initiative").get(
        meeting=meeting, initiative__isnull=False
    )


def conditions(house: House) -> tuple[ConditionTerms, ...]:
    due = (house.now + timedelta(days=60)).date()
    return (
        ConditionTerms(
            "Driften betales af områdets egen gevinst", house.cast.erik.pk, None, due, "Budgetnotat"
        ),
        ConditionTerms("Konsekvensanalysen er godkendt", None, house.cast.anna.unit_id, due),
    )


def decided(house: House, kind: OutcomeKind, key: str = "raadet", **more: object) -> Meeting:
    """A meeting in which the one ready case got this outcome, and that has been closed."""
    meeting = in_session(house, key)
    by = runner_of(house, key)
    terms = OutcomeTerms(kind, REASON, **more)  # type: ignore[arg-type]
    record_outcome(case_item(meeting), terms, edition=0, by=by, at=house.now)
    return close_meeting(meeting, by=by, at=house.now)

"""The past meetings of Fjordby: which body met when, what it decided and on which conditions. Invented.

The cases come from the history of the wishes; a body only decides what its mandate allows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, partial
from hashlib import sha256

from takt.calculation.governance_path import Level, Path, path_for
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.governance.clarifying.models import Estimate
from takt.governance.deciding.case_path import case_facts
from takt.governance.deciding.meetings.effects import take_effect
from takt.governance.deciding.meetings.minutes import content_of
from takt.governance.deciding.meetings.models import (
    AgendaItem,
    Attendance,
    Condition,
    ItemKind,
    Meeting,
    MeetingState,
    Minutes,
    Outcome,
    OutcomeKind,
    SeatRole,
)
from takt.governance.deciding.meetings.presenting import presentation_of
from takt.governance.deciding.models import Body, Seat
from takt.governance.deciding.queries import Areas, areas, bodies_of, latest
from takt.governance.deciding.terms import model_terms, path_bodies
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.demonstration.estimates import chance
from takt.interfaces.demonstration.history import COPENHAGEN, LATEST, Step, meeting_day
from takt.interfaces.demonstration.loading.conditions import conditions_on, reason_for
from takt.interfaces.demonstration.loading.dialogue import reopening

COUNCIL, BOARD = "teknologiraadet", "direktionen"
FIRST_MONTH = date(2024, 9, 1)
PLACES = {COUNCIL: "Mødelokale Fjorden, Rådhuset", BOARD: "Direktionslokalet, Rådhuset"}
APPROVED_AFTER = timedelta(days=21)
BOARD_AFTER_COUNCIL = timedelta(days=5)
"""From the council's Thursday to the board's Tuesday."""


@dataclass(frozen=True, slots=True)
class Entry:
    nr: str
    initiative: Initiative
    kind: OutcomeKind


class MinuteBook:
    """Collects what a body is to treat on a day, and writes the meeting when the day ends."""

    def __init__(self) -> None:
        version = latest()
        self.bodies: dict[str, Body] = {body.key: body for body in bodies_of(version)} if version else {}
        self.entries: dict[tuple[date, str], list[Entry]] = {}
        self.to_approve: dict[date, list[tuple[Sitting, Meeting]]] = {}
        """By the day on which the chair approves the minutes; later ones still wait for it."""

    @cached_property
    def _areas(self) -> Areas:
        return areas()

    def happenings(self) -> Iterator[tuple[datetime, Callable[[], object]]]:
        """Every weekday may end with meetings; the council's first Thursdays always do."""
        day = FIRST_MONTH
        while day <= LATEST:
            yield _at(day, time(9)), partial(self._approve, day)
            yield _at(day, time(15, 30)), partial(self._hold, day)
            day += timedelta(days=1)

    def takes(self, nr: str, initiative: Initiative, step: Step, *, ends_at: Stage) -> bool:
        """Whether a body does what the step says; it happens when the day ends."""
        day = step.at.astimezone(COPENHAGEN).date()
        if step.stage == Stage.RECOMMENDED:
            return self._recommend(nr, initiative, day, ends_at)
        if step.stage == Stage.APPROVED:
            path = self._path(initiative)
            if path.decider and path.decider.body.key in self._above_council():
                self._write(day, path.decider.body.key, nr, initiative, self._yes(nr, Level.DECIDE))
            return True
        if step.stage == Stage.DECLINED:
            self._write(day, COUNCIL, nr, initiative, OutcomeKind.DECLINED)
            return True
        if step.stage == Stage.POSTPONED and reopening(nr) > LATEST + timedelta(days=30):
            self._write(day, COUNCIL, nr, initiative, OutcomeKind.POSTPONED)
            return True
        return False

    def _recommend(self, nr: str, initiative: Initiative, day: date, ends_at: Stage) -> bool:
        """A case that a lower body may decide is decided that day, unless it still waits for it."""
        path = self._path(initiative)
        decider = path.decider.body.key if path.decider else ""
        if decider not in self._above_council():
            if ends_at == Stage.RECOMMENDED:
                return False
            self._write(day, decider, nr, initiative, self._yes(nr, Level.DECIDE))
            return True
        self._write(day, COUNCIL, nr, initiative, self._yes(nr, Level.RECOMMEND))
        if decider != BOARD:
            self._write(day + BOARD_AFTER_COUNCIL, BOARD, nr, initiative, OutcomeKind.RECOMMENDED)
        return True

    def _above_council(self) -> set[str]:
        return {key for key, body in self.bodies.items() if body.position > self.bodies[COUNCIL].position}

    def _yes(self, nr: str, level: Level) -> OutcomeKind:
        on_conditions = chance(nr, level, "conditions") < 0.45
        if level is Level.RECOMMEND:
            return OutcomeKind.RECOMMENDED_WITH_CONDITIONS if on_conditions else OutcomeKind.RECOMMENDED
        return OutcomeKind.APPROVED_WITH_CONDITIONS if on_conditions else OutcomeKind.APPROVED

    def _path(self, initiative: Initiative) -> Path:
        estimate = Estimate.objects.get(initiative=initiative)
        facts = case_facts(estimate, list(initiative.impacts.all()), self._areas)
        return path_for(facts, path_bodies(model_terms(self.bodies.values())))

    def _write(self, day: date, body: str, nr: str, initiative: Initiative, kind: OutcomeKind) -> None:
        self.entries.setdefault((day, body), []).append(Entry(nr, initiative, kind))

    def _hold(self, day: date) -> None:
        is_council_day = day == meeting_day(day.replace(day=1), Stage.RECOMMENDED) and day.day < 8
        for key in self.bodies:
            entries = self.entries.pop((day, key), [])
            if entries or (key == COUNCIL and is_council_day):
                sitting = Sitting(self.bodies[key], day, entries)
                meeting = sitting.hold()
                self.to_approve.setdefault(day + APPROVED_AFTER, []).append((sitting, meeting))

    def _approve(self, day: date) -> None:
        for sitting, meeting in self.to_approve.pop(day, []):
            sitting.approve(meeting)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One past meeting."""

    body: Body
    day: date
    entries: list[Entry]

    @property
    def seats(self) -> list[Seat]:
        return [seat for seat in self.body.seats.all() if seat.person]

    def run_by(self) -> Person:
        """The secretary; where there is none, the chair."""
        order = (SeatRole.SECRETARY, SeatRole.CHAIR)
        runners = sorted(
            (s for s in self.seats if s.role in order), key=lambda seat: order.index(SeatRole(seat.role))
        )
        person = runners[0].person
        assert person is not None  # noqa: S101 - seats leaves out those who are forgotten
        return person

    def hold(self) -> Meeting:
        by, closed_at = self.run_by(), _at(self.day, time(15, 30))
        meeting = Meeting.objects.create(
            body=self.body,
            starts_at=_at(self.day, time(13)),
            place=PLACES.get(self.body.key, "Rådhuset"),
            items_due_date=self.day - timedelta(days=8),
            state=MeetingState.CLOSED,
            called_at=_at(self.day - timedelta(days=7), time(10)),
            opened_at=_at(self.day, time(13)),
            closed_at=closed_at,
        )
        Attendance.objects.bulk_create(
            Attendance(meeting=meeting, person=seat.person, role=seat.role, is_present=self._came(seat))
            for seat in self.seats
        )
        self._open(meeting, by)
        for position, entry in enumerate(self.entries, start=2):
            self._treat(meeting, position, entry, by, closed_at)
        self._end(meeting, len(self.entries) + 2)
        record("meeting.closed", about=meeting, by=by, at=closed_at, treated=len(self.entries))
        return meeting

    def _came(self, seat: Seat) -> bool:
        """Chair and secretary always; the others nearly always, and never so few that nothing can be decided."""
        return seat.role != SeatRole.MEMBER or chance(str(self.day), str(seat.person), "came") < 0.85

    def _open(self, meeting: Meeting, by: Person) -> None:
        item = AgendaItem.objects.create(
            meeting=meeting, title="Godkendelse af dagsorden", kind=ItemKind.DECISION, minutes=2, position=1
        )
        Outcome.objects.create(
            item=item,
            kind=OutcomeKind.APPROVED,
            reason="Godkendt uden ændringer.",
            recorded_by=by,
            recorded_at=_at(self.day, time(13, 2)),
            in_effect_at=meeting.closed_at,
        )

    def _treat(self, meeting: Meeting, position: int, entry: Entry, by: Person, at: datetime) -> None:
        case = entry.initiative
        case.refresh_from_db()
        item = AgendaItem.objects.create(
            meeting=meeting,
            initiative=case,
            title=case.title,
            minutes=15,
            position=position,
            presentation=presentation_of(case),
        )
        outcome = Outcome.objects.create(
            item=item,
            kind=entry.kind,
            reason=reason_for(entry.nr, entry.kind),
            until_date=reopening(entry.nr) if entry.kind == OutcomeKind.POSTPONED else None,
            recorded_by=by,
            recorded_at=_at(self.day, time(13, 2)) + timedelta(minutes=15 * (position - 1)),
        )
        Condition.objects.bulk_create(conditions_on(outcome, entry.nr, self.day))
        take_effect(outcome, by=by, at=at)

    def _end(self, meeting: Meeting, position: int) -> None:
        titles = ("Status på porteføljen", "Eventuelt")
        AgendaItem.objects.bulk_create(
            AgendaItem(
                meeting=meeting,
                title=title,
                kind=ItemKind.INFORMATION if number == 0 else ItemKind.DISCUSSION,
                minutes=10,
                position=position + number,
                notes="Taget til efterretning. Ingen projekter er i rødt." if number == 0 else "",
            )
            for number, title in enumerate(titles)
        )

    def approve(self, meeting: Meeting) -> None:
        at = _at(self.day + APPROVED_AFTER, time(9))
        chair = next(seat.person for seat in self.seats if seat.role == SeatRole.CHAIR)
        content = content_of(meeting)
        minutes = Minutes.objects.create(
            meeting=meeting,
            content=content,
            hash=sha256(content.encode()).hexdigest(),
            approved_at=at,
            approved_by=chair,
        )
        meeting.state = MeetingState.APPROVED
        meeting.save(update_fields=["state"])
        record("minutes.approved", about=meeting, by=chair, at=at, sha256=minutes.hash)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, COPENHAGEN)

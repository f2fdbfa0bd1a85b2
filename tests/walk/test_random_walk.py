"""People do things at random for weeks; whatever they do, the process stays lawful and tells of itself.

Hypothesis chooses who does what and shrinks what goes wrong to the shortest story.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.deciding.meetings.background import remind_of_conditions, take_up_postponed
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import Meeting, MeetingState, OutcomeKind
from tests.walk.deeds import DEEDS, STORIES
from tests.walk.doing import decide_item
from tests.walk.house import House, build_house
from tests.walk.moment import Moment, NothingThere
from tests.walk.truths import (
    assert_cases_can_be_explained,
    assert_every_move_is_lawful_and_recorded,
    assert_the_chain_holds,
    everything_written,
)
from tests.walk.truths_of_rooms import assert_rooms_are_in_order

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
PEOPLE = range(9)
TRIES = 2
USUAL = (
    OutcomeKind.RECOMMENDED,
    OutcomeKind.RECOMMENDED_WITH_CONDITIONS,
    OutcomeKind.APPROVED,
    OutcomeKind.APPROVED_WITH_CONDITIONS,
    OutcomeKind.POSTPONED,
    OutcomeKind.RETURNED,
    OutcomeKind.DECLINED,
)


class Municipality(RuleBasedStateMachine):
    house: House
    at: datetime

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()

    @initialize()
    def begin(self) -> None:
        self.at = MONDAY
        self.house = build_house(MONDAY)

    @rule(name=st.sampled_from(sorted(DEEDS)), who=st.sampled_from(PEOPLE), seed=st.integers(0, 2**16))
    def somebody_does_something(self, name: str, who: int, seed: int) -> None:
        """Whoever may, to what it may be done to: they look around, and a refusal leaves no trace."""
        people = self.house.people
        asked = people[who:] + people[:who]
        self.attempt(*[partial(self.do, name, by, seed + more) for more in range(TRIES) for by in asked])

    @rule(story=st.sampled_from(STORIES), who=st.sampled_from(PEOPLE), seed=st.integers(0, 2**16))
    def one_thing_leads_to_another(self, story: tuple[str, ...], who: int, seed: int) -> None:
        """The same seed mostly picks the same case."""
        for name in story:
            self.somebody_does_something(name, who, seed)

    @rule(
        body=st.sampled_from(("teknologiraadet", "direktionen")),
        kinds=st.lists(st.sampled_from(USUAL), min_size=4),
    )
    def a_body_meets(self, body: str, kinds: list[OutcomeKind]) -> None:
        """From agenda to minutes by the secretary; each step may be refused, as on any day."""
        by, meeting = self.house.cast.nadia, next_meeting(body)
        if meeting is None:
            return
        self.attempt(lambda: draft_agenda(meeting, by=by, at=self.at))
        self.attempt(lambda: send_agenda(meeting, by=by, at=self.at))
        self.at = max(self.at, meeting.starts_at)
        self.attempt(lambda: open_meeting(meeting, by=by, at=self.at))
        everyone = list(meeting.attendance.values_list("person", flat=True))
        self.attempt(lambda: record_attendance(meeting, everyone, seen=[], by=by, at=self.at))
        for item, kind in zip(meeting.items.exclude(initiative=None), kinds, strict=False):
            self.attempt(lambda: decide_item(self.moment(by), item, kind))  # noqa: B023 - run at once
        self.attempt(lambda: close_meeting(meeting, by=by, at=self.at))

    @rule(days=st.sampled_from((1, 7, 21)))
    def days_go_by(self, days: int) -> None:
        self.at += timedelta(days=days)
        today = timezone.localdate(self.at)
        take_up_postponed(today, self.at)
        remind_of_conditions(today, self.at)
        assert_every_move_is_lawful_and_recorded()

    def do(self, name: str, by: Person, seed: int) -> object:
        return DEEDS[name](self.moment(by, seed))

    def moment(self, by: Person, seed: int = 0) -> Moment:
        return Moment(self.house, Random(seed), by, self.at)

    def attempt(self, *ways: Callable[[], object]) -> None:
        """One after the other, until one succeeds."""
        self.at += timedelta(minutes=7)
        before = everything_written()
        for do in ways:
            try:
                do()
            except (Refused, NothingThere):
                continue
            assert_every_move_is_lawful_and_recorded()
            assert_cases_can_be_explained()
            assert_rooms_are_in_order()
            return
        assert everything_written() == before, "it was refused and left a trace"

    def teardown(self) -> None:
        assert_the_chain_holds()
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)


def next_meeting(body: str) -> Meeting | None:
    coming = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.IN_SESSION)
    return Meeting.objects.filter(body__key=body, state__in=coming).order_by("starts_at").first()


Municipality.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestMunicipality = pytest.mark.django_db(Municipality.TestCase)

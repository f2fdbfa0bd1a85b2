"""Forty people at once on PostgreSQL, over the same cases and meetings: nothing lost, nothing broken, no error.

SQLite lets one writer in at a time, so there the same is true by construction, and this is not collected.
"""

import os
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

import pytest
from django.db import close_old_connections, connection
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.note_minutes import note_minutes
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import AgendaItem, Meeting
from takt.governance.flow.models import Initiative
from tests.walk.deeds import DEEDS, STORIES
from tests.walk.house import COUNCIL, House, build_house
from tests.walk.moment import Moment, NothingThere
from tests.walk.truths import (
    assert_cases_can_be_explained,
    assert_every_move_is_lawful_and_recorded,
    assert_the_chain_holds,
)
from tests.walk.truths_of_rooms import assert_drafted_once, assert_rooms_are_in_order

CLIENTS = 40
SECONDS = float(os.environ.get("TAKT_CROWD_SECONDS", "60"))
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
PAGES = ("/", "/oensker/", "/opgaver/", "/moeder/", "/styring/", "/plan/")


THINGS_TO_DO = [*[(name,) for name in ("note_a_word", "read", *sorted(DEEDS))], *STORIES * 3]
ONE_EVENT_EACH = {
    "join": "wish.joined",
    "attach": "attachment.added",
    "ask": "question.asked",
    "answer": "question.answered",
    "merge": "wish.merged",
    "name_owner": "benefit_owner.named",
    "accept_benefit": "benefit_owner.accepted",
    "decline_benefit": "benefit_owner.declined",
    "ask_readiness": "readiness.asked",
    "answer_readiness": "readiness.answered",
    "ask_assessors": "assessment.asked",
    "close_round": "assessment.closed",
    "value": "case.valued",
    "call_hearing": "hearing.called",
    "answer_hearing": "hearing.answered",
    "close_hearing": "hearing.closed",
    "leave": "member.handed_over",
    "name_substitute": "member.substitute",
    "vote": "vote.given",
}
"""By the deed: what it leaves in the ledger every time it was not refused."""


@dataclass
class Day:
    """What happened, said by all the clients together."""

    house: House
    meeting: Meeting
    ends_at: float
    before: "Counter[str]"
    """How often each event had been recorded when the day began."""
    ticks: "count[int]" = field(default_factory=count)
    done: "Counter[str]" = field(default_factory=Counter)
    refused: "Counter[str]" = field(default_factory=Counter)
    noted: list[tuple[int, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        """The days go by while they work, so that meetings come and conditions fall due."""
        return self.meeting.starts_at + timedelta(minutes=next(self.ticks))

    def who(self, number: int) -> Person:
        """Half of the clients are the network's; a person may sit at several machines."""
        people = self.house.people if number % 2 else self.house.network
        return people[number // 2 % len(people)]


@pytest.mark.django_db(transaction=True)
def test_forty_people_at_once_lose_nothing() -> None:
    house = build_house(MONDAY)
    meeting = meeting_in_session(house)
    before = Counter(Event.objects.values_list("verb", flat=True))
    day = Day(house, meeting, time.monotonic() + SECONDS, before)
    crowd = [threading.Thread(target=work, args=(day, number)) for number in range(CLIENTS)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert not day.errors, "\n".join(day.errors[:5])
    assert sum(day.done.values()) > CLIENTS, f"hardly anything was done: {day.done}, {day.refused}"
    assert_the_chain_holds()
    assert_every_move_is_lawful_and_recorded()
    assert_cases_can_be_explained()
    assert_rooms_are_in_order()
    assert_drafted_once()
    assert_what_was_done_is_there(day)


def assert_what_was_done_is_there(day: Day) -> None:
    """Every deed that was not refused has left its row, its event and its words, once."""
    for deed, verb in ONE_EVENT_EACH.items():
        recorded = Event.objects.filter(verb=verb).count() - day.before[verb]
        assert recorded == day.done[deed], f"{deed} was done {day.done[deed]} times, {verb} says {recorded}"
    assert Event.objects.filter(verb="outcome.recorded").count() <= day.done["decide"]
    for item, token in day.noted:
        assert token in AgendaItem.objects.get(pk=item).notes, f"a note on item {item} was lost"
    numbers = list(Initiative.objects.values_list("number", flat=True))
    assert len(numbers) == len(set(numbers))


def meeting_in_session(house: House) -> Meeting:
    """Where everybody writes in the same minutes."""
    nadia = house.cast.nadia
    meeting = Meeting.objects.filter(body__key=COUNCIL).earliest("starts_at")
    draft_agenda(meeting, by=nadia, at=MONDAY)
    send_agenda(meeting, by=nadia, at=MONDAY)
    return open_meeting(meeting, by=nadia, at=meeting.starts_at)


def work(day: Day, number: int) -> None:
    """One client, until the day ends: a command, now and then a page, now and then a word in the minutes."""
    chance = Random(number)
    browser = Client()
    browser.force_login(day.who(number))
    try:
        while time.monotonic() < day.ends_at:
            for name in chance.choice(THINGS_TO_DO):
                try:
                    one_thing(day, name, chance, number, browser)
                    day.done[name] += 1
                except (Refused, NothingThere):
                    day.refused[name] += 1
    except Exception as error:  # whatever it is, the test must say so
        day.errors.append(f"client {number}: {type(error).__name__}: {error}")
    finally:
        close_old_connections()
        connection.close()


def one_thing(day: Day, name: str, chance: Random, number: int, browser: Client) -> None:
    if name == "read":
        answer = browser.get(chance.choice(PAGES))
        assert answer.status_code < 500
    elif name == "note_a_word":
        note_a_word(day, chance, number)
    else:
        DEEDS[name](Moment(day.house, chance, day.who(number), day.now()))


def note_a_word(day: Day, chance: Random, number: int) -> None:
    """Adds a word of its own to what stands there; whoever was overtaken is refused and told."""
    item = chance.choice(list(AgendaItem.objects.filter(meeting=day.meeting).order_by("pk")))
    token = f"w{number}-{chance.randrange(10**9)}"
    note_minutes(
        item, f"{item.notes} {token}".strip(), seen=item.notes, by=day.house.cast.nadia, at=day.now()
    )
    day.noted.append((item.pk, token))

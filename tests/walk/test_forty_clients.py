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
from takt.foundation.refusals import Refused
from takt.governance.asking.models import Supporter
from takt.governance.clarifying.models import Question
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.note_minutes import note_minutes
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import AgendaItem, Meeting
from takt.governance.flow.models import Initiative
from tests.walk.deeds import DEEDS, NothingThere
from tests.walk.house import House, build_house
from tests.walk.truths import (
    assert_cases_can_be_explained,
    assert_every_move_is_lawful_and_recorded,
    assert_the_chain_holds,
)

CLIENTS = 40
SECONDS = float(os.environ.get("TAKT_CROWD_SECONDS", "60"))
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
PAGES = ("/", "/oensker/", "/opgaver/", "/moeder/", "/styring/", "/plan/")


@dataclass
class Day:
    """What happened, said by all the clients together."""

    house: House
    meeting: Meeting
    ends_at: float
    ticks: "count[int]" = field(default_factory=count)
    done: "Counter[str]" = field(default_factory=Counter)
    refused: "Counter[str]" = field(default_factory=Counter)
    noted: list[tuple[int, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        """The days go by while they work, so that meetings come and conditions fall due."""
        return self.meeting.starts_at + timedelta(minutes=next(self.ticks))


@pytest.mark.django_db(transaction=True)
def test_forty_people_at_once_lose_nothing() -> None:
    house = build_house(MONDAY)
    day = Day(house, meeting_in_session(house), time.monotonic() + SECONDS)
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
    assert_what_was_done_is_there(day)


def assert_what_was_done_is_there(day: Day) -> None:
    """Every deed that was not refused has left its row, its event and its words, once."""
    assert Supporter.objects.count() == day.done["join"]
    assert Question.objects.count() == day.done["ask"]
    assert Event.objects.filter(verb="question.answered").count() == day.done["answer"]
    assert Event.objects.filter(verb="outcome.recorded").count() <= day.done["decide"]
    for item, token in day.noted:
        assert token in AgendaItem.objects.get(pk=item).notes, f"a note on item {item} was lost"
    numbers = list(Initiative.objects.values_list("number", flat=True))
    assert len(numbers) == len(set(numbers))


def meeting_in_session(house: House) -> Meeting:
    """Where everybody writes in the same minutes."""
    nadia = house.cast.nadia
    meeting = Meeting.objects.filter(body__key="teknologiraadet").earliest("starts_at")
    draft_agenda(meeting, by=nadia, at=MONDAY)
    send_agenda(meeting, by=nadia, at=MONDAY)
    return open_meeting(meeting, by=nadia, at=meeting.starts_at)


def work(day: Day, number: int) -> None:
    """One client, until the day ends: a command, now and then a page, now and then a word in the minutes."""
    chance = Random(number)
    by = day.house.people[number % len(day.house.people)]
    browser = Client()
    browser.force_login(by)
    try:
        while time.monotonic() < day.ends_at:
            name = chance.choice(["note_a_word", "read", *sorted(DEEDS)])
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
    by = day.house.people[number % len(day.house.people)]
    if name == "read":
        answer = browser.get(chance.choice(PAGES))
        assert answer.status_code < 500
    elif name == "note_a_word":
        note_a_word(day, chance, number)
    else:
        DEEDS[name](day.house, chance, by, day.now())


def note_a_word(day: Day, chance: Random, number: int) -> None:
    """Adds a word of its own to what stands there; whoever was overtaken is refused and told."""
    item = chance.choice(list(AgendaItem.objects.filter(meeting=day.meeting).order_by("pk")))
    token = f"w{number}-{chance.randrange(10**9)}"
    note_minutes(
        item, f"{item.notes} {token}".strip(), seen=item.notes, by=day.house.cast.nadia, at=day.now()
    )
    day.noted.append((item.pk, token))

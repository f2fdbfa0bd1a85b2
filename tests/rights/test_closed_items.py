"""What is closed, blind or a draft is told to nobody else, by no address, letter, index or ledger.

Every address is read as every kind of reader, once about the secret things and once about the others.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Q
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person
from takt.foundation.search.models import Document
from takt.governance.asking.similar import existing
from takt.governance.clarifying.models import Reply
from takt.governance.deciding.meetings.models import AgendaItem, Condition, Meeting, Recusal
from tests.rights.doors import Door, doors
from tests.rights.hidden import (
    WORD,
    Council,
    blind_round,
    closed_meetings,
    council,
    draft_wish,
    opened_round_with_a_late_assessor,
)
from tests.rights.readers import readers
from tests.rights.reading import said_in
from tests.rights.samples import address_of

pytestmark = pytest.mark.django_db
Given = Mapping[str, Any]


@pytest.fixture
def at() -> datetime:
    return timezone.now()


def outsiders() -> list[Person]:
    """One of each role, none with a seat."""
    return [one.person for one in readers() if one.person and not one.person.name.startswith("seat-")]


def addresses_about(given: Iterable[Given]) -> Iterator[str]:
    """Every address that can be about one of these, and a sample of every other."""
    for door in _reading_doors():
        fitting = [one for one in given if _names(door) <= set(one) and _names(door)]
        if fitting:
            yield from (_reversed(door, one) for one in fitting)
        else:
            yield address_of(door.name, door.route)


def _reading_doors() -> list[Door]:
    """Without signing in and out, and without the demonstration's post, which shows everybody's letters.

    There anybody may be anybody, and elsewhere the page does not exist.
    """
    return [
        one
        for one in doors()
        if one.method == "GET" and not one.name.startswith(("account_", "demonstration"))
    ]


def _names(door: Door) -> set[str]:
    """The names in the address, each with what it is the key of."""
    told = {part.split(">")[0] for part in door.route.split("<")[1:]}
    own = {"int:pk", "int:number"}
    return {f"{door.name if one in own else ''}{one.split(':')[-1]}" for one in told}


def _reversed(door: Door, given: Given) -> str:
    wanted = _names(door)
    return reverse(door.name, kwargs={key.removeprefix(door.name): given[key] for key in wanted})


def assert_silent(people: Iterable[Person], addresses: list[str], word: str = WORD) -> None:
    for person in people:
        client = Client(headers={"accept-language": "da"})
        client.force_login(person)
        for address in addresses:
            with transaction.atomic():
                answer = client.get(address)
                said = said_in(answer)
                transaction.set_rollback(True)
            assert answer.status_code < 500, f"{person.name} {address}"
            assert word not in said, f"{person.name} reads it at {address}: …{around(said, word)}…"


def around(said: str, word: str) -> str:
    place = said.index(word)
    return " ".join(said[max(0, place - 200) : place + 100].split())


def pks_of(meeting: Meeting) -> Iterator[Given]:
    """By the name of each address that a meeting, an item or a condition has."""
    names = {one.name for one in doors() if "pk" in one.route and one.route.startswith("/moeder/<int:pk>")}
    for item in AgendaItem.objects.filter(meeting=meeting).select_related("initiative"):
        of_item: dict[str, Any] = {f"{name}pk": meeting.pk for name in names}
        of_item["item"] = item.pk
        of_item["recusal"] = Recusal.objects.filter(item=item)[0].pk
        if item.initiative:
            of_item["number"] = item.initiative.number
        for condition in Condition.objects.filter(outcome__item=item):
            of_item["conditionpk"] = condition.pk
        yield of_item


LISTS = (
    "/moeder/opfoelgning?vis=alle",
    "/moeder/?forum=teknologiraadet",
    "/oensker/?sorter=-nyeste",
    "/oensker/?mine=1",
    "/plan/?visning=alle",
)


def test_a_closed_item_is_read_by_its_own_people_only(fjordby: None, at: datetime) -> None:
    seated = council(at)
    meetings = list(closed_meetings(seated, at))
    addresses = [*addresses_about([one for held in meetings for one in pks_of(held)]), *LISTS]
    assert len(addresses) > 100
    assert_told_to_the_chair(seated, meetings)
    assert_silent([*outsiders(), seated.recused], addresses)
    assert_nothing_else_tells(seated)


def assert_told_to_the_chair(seated: Council, meetings: list[Meeting]) -> None:
    """Else the silence of the others would prove nothing."""
    client = Client()
    client.force_login(seated.chair)
    for meeting in meetings:
        assert WORD in said_in(client.get(meeting.get_absolute_url()))


def assert_nothing_else_tells(seated: Council) -> None:
    everybody = Q(subject__contains=WORD) | Q(text__contains=WORD)
    assert set(Letter.objects.filter(everybody).values_list("person", flat=True)) <= {seated.chair.pk}
    assert not Document.objects.filter(Q(title__contains=WORD) | Q(body_terms__icontains=WORD[:8])).exists()
    assert not Reply.objects.filter(reason__contains=WORD).exists()
    assert not [one for one in Event.objects.all() if WORD in str(one.facts)]


def test_a_blind_score_is_read_by_nobody_before_the_round_opens(fjordby: None, at: datetime) -> None:
    first, second, *others = outsiders()
    one = blind_round(first, second, at)
    given = {"number": one.initiative.number, "round_number": one.number}
    addresses = [*addresses_about([given]), f"/sag/{one.initiative.number}/bedoemmelse/?runde=1"]
    assert_silent([second, *others], addresses)
    assert not [event for event in Event.objects.all() if WORD in str(event.facts)]


def test_one_who_is_asked_late_reads_the_others_nowhere(fjordby: None, at: datetime) -> None:
    first, second, late, *others = outsiders()
    one = opened_round_with_a_late_assessor(first, second, late, at)
    addresses = [
        *addresses_about([{"number": one.initiative.number, "round_number": one.number}]),
        f"/sag/{one.initiative.number}/bedoemmelse/?runde=1",
    ]
    assert_silent([late], addresses)
    client = Client()
    client.force_login(others[0])
    assert WORD in said_in(client.get(addresses[-1])), "the others read it"


def test_a_draft_is_read_by_its_writer_only(fjordby: None, at: datetime) -> None:
    writer, *others = outsiders()
    draft = draft_wish(writer, at)
    number = draft.initiative.number
    addresses = [
        *addresses_about([{"number": number}]),
        f"/oensker/nyt/?kladde={number}",
        "/oensker/?q=hjemmeplejen",
    ]
    assert_silent(others, addresses)
    assert not existing(draft.trouble, to=others[0]).wishes or all(
        WORD not in one.wish.initiative.title for one in existing(draft.trouble, to=others[0]).wishes
    )
    assert not Document.objects.filter(key=number).exists()

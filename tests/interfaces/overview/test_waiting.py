"""What waits for the reader on Overblik: by seats, tasks and wishes; each number leads to as many."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from takt.foundation.people.models import Person, Role
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.rules import Answers
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.clarifying.models import StaffRole
from takt.governance.deciding.meetings.commands.declare_recusal import declare_recusal
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import OutcomeKind
from takt.governance.flow.stages import Stage
from tests.builders import Cast, build_person
from tests.governance.deciding.meetings.rooms import (
    House,
    build_house,
    case_item,
    conditions,
    decided,
    planned,
    ready_case,
)
from tests.governance.planning.house import build_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(timezone, "now", lambda: now)
    return build_house(cast, now)


def html(client: Client, reader: Person, address: str = "/") -> str:
    client.force_login(reader)
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def recommended(count: int) -> None:
    """Dear enough for the board."""
    StaffRole.objects.get_or_create(key="pl", defaults={"name": "PL", "full_time_equivalents": "2.5"})
    for number in range(count):
        build_initiative(f"2025-{number:03d}", f"Sag {number}", stage=Stage.RECOMMENDED)


class TestSeats:
    def test_cases_wait_for_those_whose_turn_it_is(self, house: House, client: Client) -> None:
        recommended(2)
        ready_case(house)

        assert "To sager venter på din beslutning" in html(client, house.cast.birgit)
        assert "Én sag venter på din anbefaling" in html(client, house.cast.troels)
        assert "Én sag venter på Rådet" in html(client, house.cast.nadia)  # its secretary, without a vote

    def test_a_role_without_a_seat_decides_nothing(self, house: House, client: Client) -> None:
        recommended(2)
        director = build_person("Dorte Dahl", Role.DIRECTOR, unit=house.cast.birgit.unit)

        assert "beslutning" not in html(client, director)

    def test_the_list_has_exactly_as_many_as_the_number(self, house: House, client: Client) -> None:
        recommended(6)

        assert "Seks sager venter på din beslutning" in html(client, house.cast.birgit)
        assert 'href="/venter/"' in html(client, house.cast.birgit)
        page = html(client, house.cast.birgit, "/venter/")
        assert "Seks sager venter på din beslutning" in page
        assert page.count('href="/sag/2025-') == 6

    def test_those_without_a_seat_are_told_so(self, house: House, client: Client) -> None:
        recommended(1)

        assert "Du har ikke plads i et forum" in html(client, house.cast.anna, "/venter/")

    def test_no_case_is_said_calmly_with_the_next_meeting(self, house: House, client: Client) -> None:
        meeting = planned(house, "direktionen")
        page = html(client, house.cast.birgit)

        assert "Ingen sager venter på dig" in page
        assert f'href="{meeting.get_absolute_url()}">Direktionen mødes næste gang 3. december 2026' in page

    def test_a_case_names_the_meeting_that_treats_it(self, house: House, client: Client) -> None:
        recommended(1)
        assert "Direktionen ikke på en dagsorden endnu" in words(html(client, house.cast.birgit))

        meeting = planned(house, "direktionen")
        draft_agenda(meeting, by=house.cast.birgit, at=house.now)
        assert "Direktionen 3. december 2026" in words(html(client, house.cast.birgit))

    def test_whoever_takes_no_part_is_not_waited_for(self, house: House, client: Client) -> None:
        recommended(1)
        meeting = planned(house, "direktionen")
        draft_agenda(meeting, by=house.cast.birgit, at=house.now)
        send_agenda(meeting, by=house.cast.birgit, at=house.now)
        declare_recusal(
            case_item(meeting), house.kim, ground="Ejer leverandøren", by=house.cast.birgit, at=house.now
        )

        assert "Ingen sager venter på dig" in html(client, house.kim)
        assert "Én sag venter på din beslutning" in html(client, house.cast.birgit)

    def test_conditions_past_their_day_are_followed_up(
        self, house: House, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ready_case(house)
        decided(house, OutcomeKind.RECOMMENDED_WITH_CONDITIONS, conditions=conditions(house))
        assert "over fristen" not in html(client, house.cast.birgit)

        monkeypatch.setattr(timezone, "now", lambda: house.now + timedelta(days=90))
        page = html(client, house.cast.birgit)
        assert "To betingelser er over fristen" in page
        assert "Konsekvensanalysen er godkendt" in page
        assert "Nogen venter på ét svar fra dig, ét er over fristen" in html(
            client, house.cast.erik
        )  # whose it is


class TestEmployees:
    def test_own_wishes_and_what_happened_to_them(self, house: House, client: Client) -> None:
        cast, now = house.cast, house.now
        first = submit_wish(Answers("Vi skriver det samme to gange", title="Journal"), by=cast.anna, at=now)
        take_up(first.initiative, by=cast.nadia, at=now)
        submit_wish(Answers("Vi kører efter nøgler hver dag", title="Nøgler"), by=cast.anna, at=now)
        said = words(html(client, cast.anna))

        assert "Du har to ønsker; ét venter på svar" in said
        assert "Svar senest 21. december 2026" in said
        assert "Tempo" not in said  # what leaders steer by
        assert words(html(client, cast.anna, "/oensker/?mine=1")).count("2026-00") == 2

    def test_somebody_elses_wish_is_not_theirs(self, house: House, client: Client) -> None:
        submit_wish(Answers("Vi skriver det samme to gange"), by=house.cast.anna, at=house.now)

        assert "Mine ønsker" not in html(client, build_person("Olga Ost", unit=house.cast.anna.unit))

    def test_with_neither_seat_nor_wish_the_page_helps(self, house: House, client: Client) -> None:
        page = html(client, build_person("Olga Ost", unit=house.cast.anna.unit))

        assert "Intet venter på dig" in page
        assert "Skriv et ønske" in page


def test_news_lead_to_exactly_what_they_count(house: House, client: Client) -> None:
    for day in (1, 2, 30):
        at = house.now - timedelta(days=day)
        submit_wish(Answers(f"Det er besværligt hver dag, nr. {day}"), by=house.cast.anna, at=at)
    recommended(1)
    page = html(client, house.cast.birgit)

    assert 'href="/oensker/?sendt=2026-11-09">2 nye ønsker' in page
    assert "2 ønsker passer" in html(client, house.cast.birgit, "/oensker/?sendt=2026-11-09")
    address = "/oensker/?trin=recommended&amp;aendret=2026-11-09"
    assert f'href="{address}">1 ny indstilling' in page
    assert "1 ønske passer" in html(client, house.cast.birgit, address.replace("&amp;", "&"))


@pytest.mark.parametrize("who", ["birgit", "nadia", "anna"])
def test_the_number_of_queries_does_not_grow(house: House, client: Client, who: str) -> None:
    reader = getattr(house.cast, who)

    def ask() -> int:
        with CaptureQueriesContext(connection) as asked:
            html(client, reader)
        return len(asked)

    def more(first: int, count: int) -> None:
        for number in range(first, first + count):
            submit_wish(
                Answers(f"Det er besværligt hver dag, nr. {number}"), by=house.cast.anna, at=house.now
            )
            build_initiative(f"2025-{number:03d}", f"Sag {number}", stage=Stage.RECOMMENDED)

    StaffRole.objects.get_or_create(key="pl", defaults={"name": "PL", "full_time_equivalents": "2.5"})
    more(0, 5)
    ask()
    few = ask()
    more(5, 30)
    assert ask() <= few
    assert few <= 40

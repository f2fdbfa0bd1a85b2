"""Sag: what stands on the page of a case, for whom, and in how many queries."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from takt.foundation.people.models import Person
from takt.governance.asking.commands.join_wish import join_wish
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.models import Wish
from takt.governance.asking.rules import Answers
from takt.governance.flow.commands import move
from takt.governance.flow.stages import Stage
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.planned import record_plan_of

pytestmark = pytest.mark.django_db

ANSWERS = Answers(trouble="Vi kører 20 minutter for at se, om medicinen er taget.", title="Skærmbesøg")


def submitted(by: Person, at: datetime) -> Wish:
    return submit_wish(ANSWERS, by=by, at=at)


def page(client: Client, reader: Person, number: str) -> str:
    client.force_login(reader)
    response = client.get(f"/sag/{number}/")
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


class TestWhoMayRead:
    def test_a_stranger_is_asked_to_sign_in(self, cast: Cast, client: Client, now: datetime) -> None:
        wish = submitted(cast.anna, now)

        assert client.get(f"/sag/{wish.initiative.number}/").status_code == 302

    def test_a_draft_is_its_writers_own(self, cast: Cast, client: Client, now: datetime) -> None:
        draft = save_draft(ANSWERS, by=cast.anna, at=now)
        address = f"/sag/{draft.initiative.number}/"

        assertContains(self.as_(client, cast.anna, address), "Skærmbesøg")
        for other in (cast.nadia, cast.birgit, cast.troels):
            assert self.as_(client, other, address).status_code == 404

    def test_what_does_not_exist_is_not_found(self, cast: Cast, client: Client) -> None:
        assert self.as_(client, cast.anna, "/sag/2026-999/").status_code == 404

    @staticmethod
    def as_(client: Client, reader: Person, address: str):
        client.force_login(reader)
        return client.get(address)


class TestAWish:
    def test_says_what_was_wished_by_whom_and_when_it_is_answered(
        self, cast: Cast, client: Client, now: datetime
    ) -> None:
        wish = submitted(cast.anna, now)
        said = words(page(client, cast.troels, wish.initiative.number))

        assert "Vi kører 20 minutter for at se, om medicinen er taget." in said
        assert "Anna Holm" in said
        assert "Ønsket får svar senest 21. december 2026" in said
        assert "Ønsket blev sendt" in said
        assert "Er ikke skønnet endnu" in said

    def test_an_answer_that_is_late_is_said_to_be_late(
        self, cast: Cast, client: Client, now: datetime
    ) -> None:
        wish = submitted(cast.anna, now - timedelta(days=400))

        assert "Svaret skulle have været givet" in page(client, cast.anna, wish.initiative.number)

    def test_the_way_is_told_with_who_and_when(self, cast: Cast, client: Client, now: datetime) -> None:
        wish = submitted(cast.anna, now)
        move(wish.initiative, Stage.CLARIFYING, by=cast.nadia, at=now + timedelta(days=9), reason="God idé.")
        html = page(client, cast.troels, wish.initiative.number)

        assert html.count('aria-current="step"') == 1
        assert "2. december 2026" in html
        assert "God idé." in html
        assert "Nadia Krogh, Digitaliseringskonsulent" in html

    def test_a_declined_wish_says_why(self, cast: Cast, client: Client, now: datetime) -> None:
        wish = submitted(cast.anna, now)
        move(wish.initiative, Stage.DECLINED, by=cast.nadia, at=now, reason="Aula kan det allerede.")
        html = page(client, cast.anna, wish.initiative.number)

        assert "Ønsket er ikke valgt" in html
        assert "Aula kan det allerede." in html

    def test_whoever_is_forgotten_is_not_named(self, cast: Cast, client: Client, now: datetime) -> None:
        wish = submitted(cast.anna, now)
        cast.anna.delete()

        assert "Anna Holm" not in page(client, cast.nadia, wish.initiative.number)

    def test_text_from_people_is_never_markup(self, cast: Cast, client: Client, now: datetime) -> None:
        wish = submit_wish(
            Answers(trouble="<script>alert(1)</script> er besværligt", title="<b>Titel</b>"),
            by=cast.anna,
            at=now,
        )
        client.force_login(cast.anna)
        response = client.get(f"/sag/{wish.initiative.number}/")

        assertNotContains(response, "<script>alert")
        assertNotContains(response, "<b>Titel</b>")


class TestActions:
    def test_others_may_join_and_the_wisher_may_withdraw(
        self, cast: Cast, client: Client, now: datetime
    ) -> None:
        number = submitted(cast.anna, now).initiative.number

        assert f'action="/oensker/{number}/slut-dig-til/"' in page(client, cast.troels, number)
        mine = page(client, cast.anna, number)
        assert f'action="/oensker/{number}/traek-tilbage/"' in mine
        assert "slut-dig-til" not in mine

    def test_what_cannot_be_done_stands_with_its_reason(
        self, cast: Cast, client: Client, now: datetime
    ) -> None:
        wish = submitted(cast.anna, now)
        join_wish(wish, by=cast.troels, at=now)
        html = page(client, cast.troels, wish.initiative.number)

        assert 'aria-disabled="true"' in html
        assert "Du har allerede sluttet dig til ønsket." in html
        assert "Én anden har sluttet sig til" in html

    def test_a_withdrawn_wish_is_still_to_be_read(self, cast: Cast, client: Client, now: datetime) -> None:
        wish = submitted(cast.anna, now)
        withdraw_wish(wish, by=cast.anna, at=now)

        assert "Ønsket er trukket tilbage" in page(client, cast.troels, wish.initiative.number)


class TestAnEstimatedCase:
    @pytest.fixture(autouse=True)
    def house(self, cast: Cast) -> None:
        build_limits()

    def test_money_has_its_finding_and_ranges(self, cast: Cast, client: Client) -> None:
        build_initiative("2026-001", investment=700_000, running=0, benefit=420_000)
        said = words(page(client, cast.erik, "2026-001"))

        # 700,000 over seven months from January, and 35,000 a month from August: 20 months later, March 2029
        assert "Koster 0,7 mio. kr. på det dyreste tidspunkt og er tjent hjem i 2029" in said

    def test_what_does_not_pay_says_so(self, cast: Cast, client: Client) -> None:
        build_initiative("2026-001", investment=700_000, running=300_000, benefit=100_000)

        assert "tjener sig ikke hjem i penge" in page(client, cast.erik, "2026-001")

    def test_without_a_plan_nothing_is_said_of_room(self, cast: Cast, client: Client) -> None:
        build_initiative("2026-001")
        html = page(client, cast.erik, "2026-001")

        assert "Der er ingen plan endnu" in html
        assert "loftet" not in html

    def test_a_place_is_told_month_by_month(self, cast: Cast, client: Client, now: datetime) -> None:
        build_initiative("2026-001")
        record_plan_of(cast, now, {"2026-001": 2})
        said = words(page(client, cast.erik, "2026-001"))

        assert "Har plads fra marts 2027" in said
        assert "Forberedelse marts–maj 2027" in said
        assert "Udrulning juni–september 2027" in said
        assert "I drift fra oktober 2027" in said
        assert "Indkøring oktober–december 2027" in said
        assert "Hvorfor netop da?" in said

    def test_a_unit_over_its_ceiling_is_the_finding(self, cast: Cast, client: Client, now: datetime) -> None:
        # 1,500 people × 8 hours × 60 % over four months in a unit of 184 with room for 644 hours a month
        build_initiative("2026-001", people=1_500, fixed_start_month=date(2027, 1, 1))
        record_plan_of(cast, now, {"2026-001": 0})
        said = words(page(client, cast.erik, "2026-001"))

        assert "Hjemmeplejen Nord kommer over loftet i april 2027" in said
        assert "Over loftet" in said

    def test_a_wish_without_a_place_says_what_binds_and_where_to_ask(
        self, cast: Cast, client: Client, now: datetime
    ) -> None:
        build_initiative("2026-001")
        build_initiative("2026-002", "Talegenkendelse", days=800)
        record_plan_of(cast, now, {"2026-001": 0})
        html = page(client, cast.erik, "2026-002")

        assert "Fik ikke plads: bemanding binder" in words(html)
        assert '/plan/?oenske=2026-002#hvorfor"' in html

    def test_a_supposed_start_waits_for_what_must_come_first(
        self, cast: Cast, client: Client, now: datetime
    ) -> None:
        build_initiative("2026-001")
        build_initiative("2026-002", "Talegenkendelse", days=800, requires="2026-001")
        record_plan_of(cast, now, {"2026-001": 0})

        assert "hvis sagen starter i august 2027" in page(client, cast.erik, "2026-002")

    def test_a_deadline_that_is_missed_says_by_how_much(
        self, cast: Cast, client: Client, now: datetime
    ) -> None:
        build_initiative(
            "2026-001",
            obligation="must",
            latest_go_live_month=date(2027, 8, 1),
            deadline_reason="Loven gælder fra 1. august 2027",
        )
        record_plan_of(cast, now, {"2026-001": 3})
        said = words(page(client, cast.erik, "2026-001"))

        assert "Skal være i drift senest i august 2027" in said
        assert "3 måneder for sent" in said
        assert "Loven gælder fra 1. august 2027" in said

    def test_what_must_come_first_is_linked_both_ways(self, cast: Cast, client: Client) -> None:
        build_initiative("2026-001", "IDM-løsning")
        build_initiative("2026-002", "Fælles ESDH", requires="2026-001")

        assert 'href="/sag/2026-001/"' in page(client, cast.erik, "2026-002")
        assert 'href="/sag/2026-002/"' in page(client, cast.erik, "2026-001")

    def test_the_number_of_queries_is_bounded(
        self, cast: Cast, client: Client, now: datetime, django_assert_max_num_queries
    ) -> None:
        build_initiative("2026-001", stage=Stage.RECOMMENDED)
        for number in range(2, 30):
            build_initiative(f"2026-{number:03d}", f"Ønske {number}", requires="2026-001")
        record_plan_of(cast, now, {"2026-001": 0})
        client.force_login(cast.erik)

        with django_assert_max_num_queries(32):
            client.get("/sag/2026-001/")

    def test_it_is_said_in_english_too(self, cast: Cast, client: Client, now: datetime) -> None:
        build_initiative("2026-001")
        record_plan_of(cast, now, {"2026-001": 2})
        cast.erik.language = "en"
        cast.erik.save()

        assert "Has a place from March 2027" in page(client, cast.erik, "2026-001")

"""Papers as people fetch them: who gets what, and that it says what the pages say."""

from datetime import datetime, timedelta
from io import BytesIO

import docx
import pytest
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.rules import Answers
from takt.governance.clarifying.commands.describe_effort import describe_effort
from takt.governance.clarifying.commands.describe_impact import describe_impact
from takt.governance.clarifying.commands.estimate_wish import estimate_wish
from takt.governance.clarifying.findings import exactly
from takt.governance.clarifying.models import StaffRole
from takt.governance.clarifying.screening.commands.answer_screening import answer_screening
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.hearing.queries import hearing_of
from takt.governance.deciding.meetings.commands.approve_minutes import approve_minutes
from takt.governance.deciding.meetings.minutes import content_of, hash_of
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.papers.hearing_words import hearing_answers
from tests.builders import Cast
from tests.governance.clarifying.cases import CARRIED, GUESS
from tests.governance.deciding.hearing.heard import hear, say, set_stage
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.papers.meetings import (
    SECRET,
    called_meeting,
    held_meeting,
    opened_meeting,
    planned_meeting,
)
from tests.interfaces.papers.reading import docx_words, words_of
from tests.interfaces.planned import record_plan_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast, now: datetime) -> Initiative:
    build_limits()
    wish = build_initiative("2026-002", "Talegenkendelse #read(1) $", stage=Stage.RECOMMENDED)
    record_plan_of(cast, now, {"2026-002": 5})
    return wish


def fetch(client: Client, reader: Person, address: str) -> bytes | int:
    """What is fetched, or the status of the refusal."""
    client.force_login(reader)
    response = client.get(address)
    return bytes(response.content) if response.status_code == 200 else response.status_code


def words(client: Client, reader: Person, address: str) -> str:
    made = fetch(client, reader, address)
    assert isinstance(made, bytes), made
    return words_of(made) if address.endswith("pdf") else docx_words(made)


class TestCasePaper:
    def test_it_says_what_the_body_must_know(self, cast: Cast, client: Client, case: Initiative) -> None:
        said = words(client, cast.troels, "/sag/2026-002/sagsfremstilling.pdf")

        for part in (
            "Talegenkendelse #read(1) $",
            "Sag 2026-002",
            "700.000",
            "Hjemmeplejen Nord",
            "Et ja bryder ingen grænser.",
            "Start juni 2027",
            "Har plads fra juni 2027",
            Event.objects.latest("number").hash,
        ):
            assert part in said

    def test_the_word_file_says_the_same(self, cast: Cast, client: Client, case: Initiative) -> None:
        said = words(client, cast.troels, "/sag/2026-002/sagsfremstilling.docx")

        assert "Et ja bryder ingen grænser." in said
        assert "Plads" in said

    def test_an_english_reader_gets_an_english_frame(
        self, cast: Cast, client: Client, case: Initiative
    ) -> None:
        Person.objects.filter(pk=cast.troels.pk).update(language="en")
        made = fetch(client, cast.troels, "/sag/2026-002/sagsfremstilling.docx")

        assert isinstance(made, bytes)
        assert docx.Document(BytesIO(made)).core_properties.language == "en-GB"
        assert "Consequences of a yes" in docx_words(made)

    def test_a_case_that_nobody_has_estimated(self, cast: Cast, client: Client, now: datetime) -> None:
        build_limits()
        bare = build_initiative("2026-003", "Kun et ønske")
        bare.estimate.delete()

        assert "ikke skønnet endnu" in words(client, cast.anna, "/sag/2026-003/sagsfremstilling.pdf")

    def test_a_draft_is_its_writers_own(self, cast: Cast, client: Client, now: datetime) -> None:
        wish = save_draft(Answers(trouble="Det er besværligt.", title="Kladde"), by=cast.anna, at=now)
        address = f"/sag/{wish.initiative.number}/sagsfremstilling.pdf"

        assert fetch(client, cast.nadia, address) == 404
        assert isinstance(fetch(client, cast.anna, address), bytes)

    def test_a_stranger_is_sent_to_the_door(self, client: Client, case: Initiative) -> None:
        assert client.get("/sag/2026-002/sagsfremstilling.pdf").status_code == 302

    def test_it_is_a_file_that_nobody_else_keeps(self, cast: Cast, client: Client, case: Initiative) -> None:
        client.force_login(cast.anna)
        response = client.get("/sag/2026-002/sagsfremstilling.pdf")

        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == 'attachment; filename="sagsfremstilling-2026-002.pdf"'
        assert "no-store" in response["Cache-Control"]


class TestAgenda:
    def test_before_it_is_sent_it_is_the_bodys_own(
        self, cast: Cast, client: Client, case: Initiative, now: datetime
    ) -> None:
        meeting = planned_meeting(cast, case, now)

        assert fetch(client, cast.anna, f"/moeder/{meeting.pk}/dagsorden.pdf") == 404
        assert "Birgit Lund (formand)" in words(client, cast.nadia, f"/moeder/{meeting.pk}/dagsorden.pdf")

    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    def test_members_get_all_of_it(
        self, cast: Cast, client: Client, case: Initiative, now: datetime, kind: str
    ) -> None:
        meeting = called_meeting(cast, case, now)
        said = words(client, cast.birgit, f"/moeder/{meeting.pk}/dagsorden.{kind}")

        for part in (SECRET, "Prisen stiger meget.", "lukkede punkter", "Mødelokale 2", "Start juni 2027"):
            assert part in said
        assert "700.000 kr." in said

    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    def test_others_get_no_word_of_a_closed_item(
        self, cast: Cast, client: Client, case: Initiative, now: datetime, kind: str
    ) -> None:
        meeting = called_meeting(cast, case, now)

        for reader in (cast.anna, cast.erik, cast.troels):
            said = words(client, reader, f"/moeder/{meeting.pk}/dagsorden.{kind}")
            assert "2. Lukket punkt" in said
            assert "Talegenkendelse" in said
            assert SECRET not in said
            assert "Prisen" not in said
            assert "må ikke gives videre" not in said


class TestGrounds:
    """What the units said and what law still wants follow the case to the table."""

    @pytest.fixture
    def heard(self, cast: Cast, now: datetime) -> Initiative:
        it = set_stage(cast, now)
        hearing = hear(cast, now, it, [it.north, it.nursing])
        say(hearing, it.north, "against", "Vi mangler strøm i bilerne.", by=it.vibeke, at=now)
        answer_screening(it.case, {"personal_data": "yes"}, seen={}, by=cast.nadia, at=now)
        return Initiative.objects.get(pk=it.case.pk)

    def test_the_presentation_has_them(self, cast: Cast, client: Client, heard: Initiative) -> None:
        said = words(client, cast.troels, f"/sag/{heard.number}/sagsfremstilling.docx")

        for part in ("Er imod. Vi mangler strøm i bilerne.", "Ikke besvaret", "Mangler: ", "GDPR"):
            assert part in said

    def test_an_unscreened_case_says_so(self, cast: Cast, client: Client, case: Initiative) -> None:
        assert "Loven er ikke screenet endnu." in words(
            client, cast.troels, "/sag/2026-002/sagsfremstilling.docx"
        )

    def test_the_agenda_has_them_in_short(
        self, cast: Cast, client: Client, heard: Initiative, now: datetime
    ) -> None:
        estimate_wish(heard, GUESS, seen=None, by=cast.nadia, at=now)
        role = StaffRole.objects.create(key="pl", name="Projektledere", full_time_equivalents="2.5")
        describe_effort(heard, {role.pk: exactly(50)}, seen={}, by=cast.nadia, at=now)
        describe_impact(heard, {heard.unit_id: CARRIED}, seen={}, by=cast.nadia, at=now)
        send_on(Initiative.objects.get(pk=heard.pk), by=cast.nadia, at=now)
        meeting = called_meeting(cast, Initiative.objects.get(pk=heard.pk), now)
        said = words(client, cast.birgit, f"/moeder/{meeting.pk}/dagsorden.docx")

        assert "af to enheder har svaret" in said
        assert "Vi mangler strøm i bilerne." in said
        assert "Mangler: " in said

    def test_an_answer_after_the_meeting_was_not_on_its_table(
        self, cast: Cast, heard: Initiative, now: datetime
    ) -> None:
        known = hearing_of(heard, today=now.date())
        assert known is not None
        earlier = now - timedelta(days=1)

        assert any("efter mødet" in one.answer for one in hearing_answers(known, until=earlier))
        assert not any("Vi mangler" in one.answer for one in hearing_answers(known, until=earlier))
        assert hearing_of(heard, today=now.date(), asked_before=earlier) is None


class TestMinutes:
    def test_there_are_none_before_the_meeting(
        self, cast: Cast, client: Client, case: Initiative, now: datetime
    ) -> None:
        meeting = called_meeting(cast, case, now)

        assert fetch(client, cast.birgit, f"/moeder/{meeting.pk}/referat.pdf") == 404

    def test_while_it_lasts_they_are_the_bodys_own(
        self, cast: Cast, client: Client, case: Initiative, now: datetime
    ) -> None:
        meeting = opened_meeting(cast, case, now)
        address = f"/moeder/{meeting.pk}/referat.pdf"

        assert fetch(client, cast.anna, address) == 404
        assert "Godkendt med betingelser" in words(client, cast.birgit, address)
        agenda = words(client, cast.anna, f"/moeder/{meeting.pk}/dagsorden.pdf")
        assert "Godkendt med betingelser" not in agenda
        assert "Til stede" not in agenda

    def test_afterwards_everyone_reads_what_came_of_open_items(
        self, cast: Cast, client: Client, case: Initiative, now: datetime
    ) -> None:
        meeting = held_meeting(cast, case, now)
        said = words(client, cast.anna, f"/moeder/{meeting.pk}/referat.pdf")

        for part in (
            "Udkast til referat",
            "Til stede Birgit Lund (formand)",
            "Fraværende Nadia Krogh (sekretær)",
            "Godkendt med betingelser",
            "Driften betales af områdets egen gevinst.",
            "Erik Dam",
            "1. maj 2027",
            "2. Lukket punkt",
        ):
            assert part in said
        assert "Forhandlingsrammen" not in said
        assert "Forhandlingsrammen" in words(client, cast.birgit, f"/moeder/{meeting.pk}/referat.docx")

    def test_approved_minutes_carry_their_hash(
        self, cast: Cast, client: Client, case: Initiative, now: datetime
    ) -> None:
        meeting = held_meeting(cast, case, now)
        minutes = approve_minutes(meeting, seen=hash_of(content_of(meeting)), by=cast.birgit, at=now)
        said = words(client, cast.anna, f"/moeder/{meeting.pk}/referat.pdf")

        assert minutes.hash[:16] in said
        assert "Udkast" not in said

    def test_what_does_not_exist_is_not_found(self, cast: Cast, client: Client) -> None:
        assert fetch(client, cast.nadia, "/moeder/99/referat.pdf") == 404
        assert fetch(client, cast.nadia, "/moeder/99/referat.exe") == 404


class TestLinks:
    def test_the_case_offers_its_paper_and_asks_for_the_consequences(
        self, cast: Cast, client: Client, case: Initiative
    ) -> None:
        client.force_login(cast.anna)
        page = client.get("/sag/2026-002/").content.decode()

        assert 'href="/sag/2026-002/sagsfremstilling.pdf"' in page
        assert 'hx-get="/sag/2026-002/foelger/"' in page

    def test_a_decided_case_asks_no_more(self, cast: Cast, client: Client, case: Initiative) -> None:
        Initiative.objects.update(stage=Stage.APPROVED)
        client.force_login(cast.anna)

        assert "/foelger/" not in client.get("/sag/2026-002/").content.decode()

    def test_the_consequences_are_a_page_of_their_own(
        self, cast: Cast, client: Client, case: Initiative
    ) -> None:
        client.force_login(cast.anna)
        page = client.get("/sag/2026-002/foelger/").content.decode()

        assert 'id="foelger"' in page
        assert "Et ja bryder ingen grænser" in page
        assert "hx-trigger" not in page

    def test_consequences_of_a_draft_are_not_found(self, cast: Cast, client: Client, now: datetime) -> None:
        wish = save_draft(Answers(trouble="Det er besværligt.", title="Kladde"), by=cast.anna, at=now)
        client.force_login(cast.nadia)

        assert client.get(f"/sag/{wish.initiative.number}/foelger/").status_code == 404

    def test_the_meeting_offers_what_the_reader_may_fetch(
        self, cast: Cast, client: Client, case: Initiative, now: datetime
    ) -> None:
        meeting = opened_meeting(cast, case, now)
        pages = {}
        for reader in (cast.anna, cast.birgit):
            client.force_login(reader)
            pages[reader] = client.get(f"/moeder/{meeting.pk}/").content.decode()

        assert f"/moeder/{meeting.pk}/dagsorden.pdf" in pages[cast.anna]
        assert "referat.pdf" not in pages[cast.anna]
        assert "referat.pdf" in pages[cast.birgit]

"""Overblik: what stands there with and without a plan, and in how many queries."""

import re
from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.rules import Answers
from takt.governance.flow.stages import Stage
from takt.governance.planning.commands.request_plan import request_plan
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.planned import record_plan_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch, now: datetime) -> datetime:
    """The plan of the tests begins in January 2027, so the reader must live shortly before."""
    monkeypatch.setattr(timezone, "now", lambda: now)
    return now


def words(client: Client) -> str:
    response = client.get("/")
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


class TestBeforeThereIsAnything:
    def test_it_says_what_is_missing_and_the_way_there(self, cast: Cast, client: Client) -> None:
        client.force_login(cast.birgit)
        said = words(client)

        assert "Der er ingen plan endnu" in said
        assert "Gå til planen, og bed om en beregning" in said

    def test_there_are_no_empty_blocks(self, cast: Cast, client: Client) -> None:
        client.force_login(cast.birgit)
        said = words(client)

        for absent in ("Beslutning", "Rammer", "På vej", "Ønsker og initiativer", "Forandringstimer"):
            assert absent not in said

    def test_a_plan_on_its_way_is_told(self, cast: Cast, client: Client, now: datetime) -> None:
        build_limits()
        build_initiative("2025-901")
        request_plan(by=cast.nadia, at=now)
        client.force_login(cast.birgit)

        assert "Den første plan er ved at blive beregnet" in words(client)


class TestWithAPlan:
    @pytest.fixture(autouse=True)
    def plan(self, cast: Cast, today: datetime) -> None:
        build_limits()
        build_initiative("2025-901", "Skærmbesøg", stage=Stage.RECOMMENDED)
        build_initiative(
            "2025-902",
            "Fælles stamkort",
            obligation="must",
            latest_go_live_month=date(2027, 8, 1),
            deadline_reason="Loven gælder fra 1. august 2027",
            people=5,
        )
        build_initiative("2025-903", "Vagtplanlægning", stage=Stage.RECOMMENDED, days=900)
        record_plan_of(cast, today, {"2025-901": 1, "2025-902": 2})

    def test_a_deadline_the_plan_misses_is_said_first(self, cast: Cast, client: Client) -> None:
        client.force_login(cast.birgit)
        said = words(client)

        assert "Én frist og to idriftsættelser det næste år; én frist nås ikke" in said
        assert "Aug 2027 Fælles stamkort Frist, som planen ikke når. Loven gælder fra 1. august 2027" in said

    def test_pace_and_frames_come_from_the_plan(self, cast: Cast, client: Client) -> None:
        client.force_login(cast.birgit)
        said = words(client)

        assert "Alle områder har god plads under loftet" in said
        assert "Går i drift 1. kvartal 2027 0" in said
        assert "4. kvartal 2027 1" in said
        assert "Pengene holder sig inden for rammerne" in said

    def test_numbers_lead_to_their_source(self, cast: Cast, client: Client) -> None:
        client.force_login(cast.birgit)
        html = client.get("/").content.decode()

        for address in ("/plan/", "/oensker/?trin=recommended", "/sag/2025-902/"):
            assert f'href="{address}"' in html

    def test_in_english(self, cast: Cast, client: Client) -> None:
        cast.birgit.language = "en"
        cast.birgit.save()
        client.force_login(cast.birgit)
        said = words(client)

        assert "Nothing awaits you" in said
        assert "One deadline and two go-lives in the next year; one deadline is missed" in said

    def test_a_plan_whose_months_have_passed_says_so(
        self, cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, today: datetime
    ) -> None:
        monkeypatch.setattr(timezone, "now", lambda: today.replace(year=2031))
        client.force_login(cast.birgit)

        assert "Planens måneder er gået" in words(client)


def test_wishes_past_their_date_are_said_to_be(cast: Cast, client: Client, today: datetime) -> None:
    submit_wish(
        Answers(trouble="Vi venter og venter på svar", title="Ældste ønske"),
        by=cast.anna,
        at=today.replace(month=1),
    )
    submit_wish(Answers(trouble="Vi har lige spurgt om noget"), by=cast.anna, at=today)
    client.force_login(cast.nadia)
    said = words(client)

    assert "To ønsker venter på svar, ét er over fristen" in said
    assert "Siden 9. november 2026 1 nyt ønske" in said


def test_a_stranger_is_asked_to_sign_in(client: Client, db: None) -> None:
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("path", ["/saadan-regner-vi/", "/tilgaengelighed/"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_pages_of_words_are_open_to_all_in_both_languages(
    client: Client, db: None, path: str, language: str
) -> None:
    client.cookies["takt_language"] = language
    html = client.get(path).content.decode()

    assert f'<html lang="{language}">' in html
    assert html.count("<h1>") == 1

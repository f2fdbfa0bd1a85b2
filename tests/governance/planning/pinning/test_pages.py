"""Trying a start, keeping it as a wish, and seeing it on the plan."""

import re
from datetime import datetime

import pytest
from django.test import Client

from takt.calculation.planner.problem import Month
from takt.foundation.jobs.commands import request_job
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pinning.commands.pin_start import pin_start
from takt.governance.planning.pinning.models import Pin
from tests.builders import Cast
from tests.governance.planning.scenarios.futures import build_plan

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TRY = "/plan/flyt/?oenske=2026-001&maaned=2027-06"


@pytest.fixture(autouse=True)
def run(cast: Cast, now: datetime) -> PlanRun:
    return build_plan(cast, now)


@pytest.fixture
def pin(run: PlanRun, cast: Cast, now: datetime) -> Pin:
    initiative = run.placements.get(initiative__number="2026-001").initiative
    return pin_start(initiative, Month(2027, 6), "Skolen kan kun i juni", seen=0, by=cast.nadia, at=now)


def words_of(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


class TestTrying:
    def test_the_answer_alone_for_the_script(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        html = client.get(TRY, headers=HTMX).content.decode()
        assert html.lstrip().startswith("<section")
        assert "Start i juni 2027, i drift i januar 2028, 5 måneder senere end i planen." in html
        assert 'data-month="2027-06"' in html
        assert "Behold som ønske til planlæggeren" in html

    def test_a_whole_page_without_one(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        words = words_of(client, TRY)
        assert "Hvornår kan Ønske 1 starte?" in words
        assert "Flyt start til måned" in words

    def test_whoever_may_not_keep_it_is_told_why(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.anna)
        words = words_of(client, TRY, **HTMX)
        assert "Kun digitaliseringskonsulenter" in words
        assert "Behold som ønske" not in words

    def test_what_makes_no_sense(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        assert client.get("/plan/flyt/").headers["Location"] == "/plan/"
        assert client.get("/plan/flyt/?oenske=9999-1").status_code == 404
        assert "som i planen" in words_of(client, "/plan/flyt/?oenske=2026-001&maaned=juni")
        assert "Start i december 2030" in words_of(client, "/plan/flyt/?oenske=2026-001&maaned=2999-01")

    def test_a_newer_plan_than_the_one_looked_at_is_told(
        self, client: Client, cast: Cast, run: PlanRun
    ) -> None:
        client.force_login(cast.anna)
        assert "nyere plan" not in words_of(client, f"{TRY}&plan={run.pk}")
        assert "Der er kommet en nyere plan" in words_of(client, f"{TRY}&plan={run.pk + 1}")

    def test_trying_keeps_nothing_and_asks_little(
        self, client: Client, cast: Cast, django_assert_max_num_queries: object
    ) -> None:
        client.force_login(cast.nadia)
        client.get(TRY, headers=HTMX)
        with django_assert_max_num_queries(5):  # type: ignore[operator]
            client.get(TRY, headers=HTMX)
        assert not Pin.objects.exists()


class TestKeeping:
    def test_it_stands_on_the_plan_with_who_and_why(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        answer = client.post(
            "/plan/flyt/2026-001/fasthold/",
            {"maaned": "2027-06", "hvorfor": "Skolen kan kun i juni", "udgave": "0"},
        )
        assert answer.headers["Location"] == "/plan/#fastholdte"
        words = words_of(client, "/plan/")
        assert "Fastholdte ønsker" in words
        assert "Ønske 1 2026-001 juni 2027 Skolen kan kun i juni Nadia Krogh, " in words
        assert "venter Næste beregning prøver at holde det." in words

    def test_a_missing_reason_is_asked_for_with_what_was_tried(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        answer = client.post(
            "/plan/flyt/2026-001/fasthold/", {"maaned": "2027-06", "hvorfor": "", "udgave": "0"}
        )
        assert answer.status_code == 409
        assert "Skriv, hvorfor starten skal fastholdes." in answer.content.decode()
        assert not Pin.objects.exists()

    def test_others_meet_a_closed_door(self, client: Client, cast: Cast, pin: Pin) -> None:
        client.force_login(cast.anna)
        assert client.post("/plan/flyt/2026-001/fasthold/", {}).status_code == 403
        assert client.post(f"/plan/flyt/{pin.pk}/traek-tilbage/", {"udgave": "1"}).status_code == 403
        assert "Træk tilbage 2026-001" not in words_of(client, "/plan/")

    def test_looking_changes_nothing(self, client: Client, cast: Cast, pin: Pin) -> None:
        client.force_login(cast.nadia)
        assert client.get("/plan/flyt/2026-001/fasthold/").status_code == 405
        assert client.get(f"/plan/flyt/{pin.pk}/traek-tilbage/").status_code == 405

    def test_it_is_withdrawn(self, client: Client, cast: Cast, pin: Pin) -> None:
        client.force_login(cast.nadia)
        assert "Træk tilbage 2026-001" in words_of(client, "/plan/")
        client.post(f"/plan/flyt/{pin.pk}/traek-tilbage/", {"udgave": "1"})
        words = words_of(client, "/plan/")
        assert "Fastholdte ønsker" not in words
        assert "Ønsket om at starte 2026-001 i juni 2027 er trukket tilbage." in words


class TestTheRoadmap:
    def test_bars_that_can_move_say_so_and_pins_are_drawn(self, client: Client, cast: Cast, pin: Pin) -> None:
        client.force_login(cast.anna)
        html = client.get("/plan/").content.decode()
        assert 'data-bar="2026-001" data-phases="0 3 7 10"' in html
        assert 'data-months="24" data-from="2027-01" data-first="0" data-end="48"' in html
        assert html.count('class="c-pin-head"') == 2, "one on the bar, one in the key"

    def test_an_older_plan_is_only_read(
        self, client: Client, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        newer = PlanRun.objects.get(pk=run.pk)
        newer.pk, newer.job = None, request_job("compute_plan", {}, by=cast.nadia, at=now)
        newer.save()
        client.force_login(cast.nadia)
        html = client.get(f"/plan/{run.pk}/").content.decode()
        assert "data-bar" not in html
        assert "move.js" not in html

    def test_the_form_in_the_panel_does_the_same_without_a_script(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.anna)
        html = client.get("/plan/?oenske=2026-001").content.decode()
        assert 'action="/plan/flyt/"' in html
        assert '<option value="2027-01" selected>januar 2027</option>' in html

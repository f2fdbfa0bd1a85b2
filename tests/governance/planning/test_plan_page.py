"""The plan page and its neighbours, as people with and without the right to compute meet them."""

import json
import re
from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.calculation.planner.problem import Month
from takt.calculation.planner.reading import read_plan, read_problem
from takt.foundation.jobs.commands import claim_job
from takt.foundation.jobs.models import Job, State
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.commands.cancel_plan import cancel_plan
from takt.governance.planning.commands.record_impossible import record_impossible
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.kept import kept_problem
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.view import View
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits, plan_with

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()


def recorded(cast: Cast, at: datetime, starts: dict[str, int]) -> PlanRun:
    run = request_plan(by=cast.nadia, at=at)
    claim = claim_job(at=at)
    assert claim
    return record_plan(run, plan_with(kept_problem(run), starts), claim=claim, at=at)


@pytest.fixture
def run(cast: Cast, now: datetime) -> PlanRun:
    """A duty in time, one that waits for it, and one without a place."""
    build_initiative("2026-001", "Fælles stamkort", obligation="must", latest_go_live_month=date(2028, 1, 1))
    build_initiative("2026-002", "Skærmbesøg i hjemmeplejen", requires="2026-001")
    build_initiative("2026-003", "Talegenkendelse", obligation="could", days=400)
    return recorded(cast, now, {"2026-001": 0, "2026-002": 10})


def html_of(client: Client, address: str = "/plan/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


class TestReading:
    def test_a_stranger_is_asked_to_sign_in(self, client: Client, run: PlanRun) -> None:
        for address in ("/plan/", "/plan/versioner/", f"/plan/{run.pk}/", f"/plan/{run.pk}/plan.json"):
            response = client.get(address)
            assert response.status_code == 302
            assert "?next=/plan/" in response.headers["Location"]

    @pytest.mark.parametrize("name", ["anna", "troels", "nadia", "birgit", "erik"])
    def test_everyone_in_the_house_may_read(
        self, name: str, client: Client, cast: Cast, run: PlanRun
    ) -> None:
        client.force_login(getattr(cast, name))
        assert "<h1>2 af 3 ønsker får plads. " in html_of(client)

    def test_every_bar_has_its_months_in_words(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.anna)
        words = words_of(html_of(client))
        assert "Fælles stamkort starter januar 2027, i drift august 2027" in words
        assert "Skærmbesøg i hjemmeplejen starter november 2027, i drift juni 2028" in words

    def test_those_without_a_place_are_named_with_a_reason(
        self, client: Client, cast: Cast, run: PlanRun
    ) -> None:
        client.force_login(cast.anna)
        words = words_of(html_of(client))
        assert "Ét ønske fik ikke plads. Bemanding binder for 1 af dem" in words
        assert "Talegenkendelse Kan ikke lade sig gøre inden for lofterne." in words

    def test_nothing_breaks_the_content_security_policy(
        self, client: Client, cast: Cast, run: PlanRun
    ) -> None:
        client.force_login(cast.nadia)
        for address in ("/plan/?oenske=2026-003", "/plan/?vis=tabel", "/plan/versioner/"):
            html = html_of(client, address)
            assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]* src=)|javascript:|hx-on", html)

    def test_a_house_without_a_plan_says_how_to_get_one(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        html = html_of(client)
        assert "Der er ikke beregnet en plan endnu" in html
        assert 'action="/plan/beregning/ny/"' in html

    def test_an_area_can_be_chosen_and_opened_to_its_units(
        self, client: Client, cast: Cast, run: PlanRun
    ) -> None:
        client.force_login(cast.anna)
        area = next(one["id"] for one in run.figures["units"] if one["name"] == "Ældre og Sundhed")
        words = words_of(html_of(client, f"/plan/?omraade={area}&enheder={area}"))
        assert "Belastning i enhederne under Ældre og Sundhed" in words
        assert "Belastning i Digitalisering og It" not in words

    def test_only_areas_under_pressure(self, client: Client, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001", people=150)
        recorded(cast, now, {"2026-001": 0})
        client.force_login(cast.anna)
        words = words_of(html_of(client, "/plan/?pres=1"))
        assert ("Belastning i Ældre og Sundhed" in words) == (
            "nær loftet" in words.split("Køreplan")[0] or "når loftet" in words.split("Køreplan")[0]
        )
        assert "Belastning i Digitalisering og It" not in words

    def test_the_table_says_it_all_in_words(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.anna)
        words = words_of(html_of(client, "/plan/?vis=tabel"))
        assert (
            "skal Fælles stamkort 2026-001 Ældre og Sundhed januar 2027 april 2027 august 2027 november 2027 "
            "januar 2028" in words
        )

    def test_a_large_plan_is_folded_until_an_area_is_opened(
        self, client: Client, cast: Cast, now: datetime
    ) -> None:
        build_initiative("2026-000", "Det eneste i staben", unit="Digitalisering og It", people=0, days=0)
        for number in range(1, 62):
            build_initiative(f"2026-{number:03d}", people=0, days=0, investment=0, running=0)
        run = recorded(cast, now, {f"2026-{number:03d}": 0 for number in range(62)})
        client.force_login(cast.anna)
        folded = html_of(client)
        area = next(one["id"] for one in run.figures["units"] if one["name"] == "Digitalisering og It")
        assert "Vis 61 initiativer" in folded
        assert "Det eneste i staben" not in folded
        assert "Det eneste i staben" in html_of(client, f"/plan/?aaben={area}")

    def test_queries_do_not_grow_with_the_plan(self, client: Client, cast: Cast, now: datetime) -> None:
        client.force_login(cast.nadia)
        counts = []
        for batch in (range(10), range(10, 300)):
            for number in batch:
                build_initiative(f"2026-{number:03d}", people=0, days=0, investment=0, running=0)
            recorded(cast, now, {f"2026-{number:03d}": number % 30 for number in range(0, batch.stop, 2)})
            for address in ("/plan/", "/plan/?vis=tabel", "/plan/?vis=uden-plads", "/plan/?oenske=2026-001"):
                with CaptureQueriesContext(connection) as captured:
                    html_of(client, address)
                counts.append(len(captured))
        assert counts[:4] == counts[4:]
        assert max(counts) <= 16


class TestWhy:
    def test_one_without_a_place(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.anna)
        html = html_of(client, "/plan/?oenske=2026-003")
        words = words_of(html[html.index('id="hvorfor"') :])
        assert "Hvorfor ikke? Talegenkendelse Kan ikke lade sig gøre inden for lofter" in words
        assert "Bemanding binder" in words
        assert "Penge plads" in words
        assert 'href="/sag/2026-003/"' in html
        assert 'tabindex="-1" autofocus' in html

    def test_one_with_a_place(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.anna)
        words = words_of(html_of(client, "/plan/?oenske=2026-002"))
        assert "Hvorfor nu? Skærmbesøg i hjemmeplejen" in words
        assert "Starter i november 2027 og går i drift i juni 2028." in words

    def test_in_english_no_frame_is_danish(self, client: Client, cast: Cast, run: PlanRun) -> None:
        Person.objects.filter(pk=cast.anna.pk).update(language="en")
        client.force_login(cast.anna)
        html = html_of(client, "/plan/?oenske=2026-002")
        words = words_of(html[html.index('id="hvorfor"') :])
        assert "Running costs DKK" in words
        assert "Drift DKK" not in words
        assert "Anlæg DKK" not in words

    def test_where_it_nearly_fits_is_drawn(self, client: Client, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001", days=140)
        build_initiative("2026-002", days=160, prepare_months=0, latest_go_live_month=date(2027, 6, 1))
        recorded(cast, now, {"2026-001": 0})
        client.force_login(cast.anna)
        html = html_of(client, "/plan/?oenske=2026-002&periode=48")
        assert ">mangler plads<" in html
        assert ">ledigt vindue<" in html

    def test_a_price_is_worked_out_when_asked_for(self, client: Client, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001", days=140)
        build_initiative("2026-002", days=160, prepare_months=0, latest_go_live_month=date(2027, 6, 1))
        recorded(cast, now, {"2026-001": 0})
        client.force_login(cast.nadia)
        assert "Regn prisen ud" in html_of(client, "/plan/?oenske=2026-002")
        priced = words_of(html_of(client, "/plan/?oenske=2026-002&regn=1"))
        assert "Hvad koster det at tage det med? Det kan komme med" in priced

    def test_what_keeps_a_duty_from_its_deadline_is_named(
        self, client: Client, cast: Cast, now: datetime
    ) -> None:
        build_initiative("2026-001", obligation="must", latest_go_live_month=date(2027, 3, 1))
        recorded(cast, now, {"2026-001": 0})
        client.force_login(cast.nadia)
        words = words_of(html_of(client, "/plan/?oenske=2026-001&regn=1"))
        assert "Hvad står i vejen for fristen?" in words
        assert "tager 7 måneder fra start til drift" in words

    def test_those_who_may_not_compute_do_not_make_the_server_do_it(
        self, client: Client, cast: Cast, now: datetime
    ) -> None:
        build_initiative("2026-001", obligation="must", latest_go_live_month=date(2027, 3, 1))
        recorded(cast, now, {"2026-001": 0})
        client.force_login(cast.anna)
        html = html_of(client, "/plan/?oenske=2026-001&regn=1")
        assert "Hvad står i vejen" not in html
        assert "Find det, der står i vejen" not in html

    @pytest.mark.parametrize(
        ("number", "words"),
        [
            ("2026-999", "Der er ikke noget ønske med nummeret 2026-999."),
            ("2026-010", "Ønsket er på trinnet “Modtaget” og lægges ikke i en plan."),
            ("2026-011", "Ønsket manglede et skøn, da planen blev beregnet."),
            ("2026-012", "Ønsket kræver 2026-010, som ikke var med i beregningen."),
            ("2026-013", "Ønsket er kommet til, efter at planen blev beregnet."),
            ("K-1a2b3c4d", "Der er ikke noget ønske med nummeret K-1a2b3c4d."),
            ("<b>x</b>", "Der er ikke noget ønske med nummeret &lt;b&gt;x&lt;/b&gt;."),
        ],
    )
    def test_one_the_plan_was_not_asked_about(
        self, number: str, words: str, client: Client, cast: Cast, now: datetime
    ) -> None:
        build_initiative("2026-001")
        build_initiative("2026-010", stage=Stage.SUBMITTED)
        build_initiative("2026-011").estimate.delete()
        build_initiative("2026-012", requires="2026-010")
        build_initiative("K-1a2b3c4d", stage=Stage.DRAFT)
        recorded(cast, now, {"2026-001": 0})
        build_initiative("2026-013")
        client.force_login(cast.anna)
        assert words in html_of(client, f"/plan/?oenske={number}")


class TestComputing:
    def test_those_who_may_not_are_told_who_may(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.anna)
        html = html_of(client)
        assert "/plan/beregning/ny/" not in html
        assert "Kun digitaliseringskonsulenter, økonomer og direktører kan beregne en plan." in html

    def test_and_are_refused_at_the_door(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.anna)
        response = client.post("/plan/beregning/ny/", {"grundighed": "quick"})
        assert response.status_code == 403
        assert Job.objects.count() == 1
        assert not Event.objects.filter(actor=cast.anna.pseudonym).exists()

    @pytest.mark.parametrize(("said", "effort"), [("thorough", "thorough"), ("", "normal"), ("x", "normal")])
    def test_asking(self, said: str, effort: str, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.nadia)
        response = client.post("/plan/beregning/ny/", {"grundighed": said})
        assert (response.status_code, response.headers["Location"]) == (302, "/plan/#beregning")
        newest = PlanRun.objects.first()
        assert newest is not None
        assert (newest.effort, newest.job.state) == (effort, State.WAITING)

    def test_how_long_it_takes_is_how_long_it_took(self, client: Client, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        client.force_login(cast.nadia)
        assert "Grundig et par minutter" in words_of(html_of(client))
        run = recorded(cast, now, {"2026-001": 0})
        for seconds, words in ((37, "37 sekunder"), (240, "4 minutter")):
            Job.objects.filter(pk=run.job_id).update(finished_at=now + timedelta(seconds=seconds))
            assert f"Grundig {words} sidste gang" in words_of(html_of(client))

    def test_while_it_is_computed_progress_is_told_and_asked_for(
        self, client: Client, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        unfinished = request_plan(by=cast.erik, at=now)
        claim = claim_job(at=now)
        assert claim
        claim.report({"placed": 2, "share_done": 0.42, "value": 90.0, "value_bound": 100.0}, at=now)
        client.force_login(cast.anna)
        html = html_of(client)
        assert '<noscript><meta http-equiv="refresh"' in html
        assert f'hx-get="/plan/beregning/?version={unfinished.pk}"' in html
        fragment = client.get(f"/plan/beregning/?version={unfinished.pk}", headers=HTMX).content.decode()
        words = words_of(fragment)
        assert "Erik Dam bad om den kl. 09.00 (grundig). 2 ønsker har plads indtil nu." in words
        assert "En bedre plan kan højst give 10,0 % mere." in words
        assert "42 % af arbejdet er gjort." in words
        assert "Stop, og gem det bedste" not in words

    def test_when_it_is_done_the_asking_ends(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.nadia)
        html = client.get(f"/plan/beregning/?version={run.pk}", headers=HTMX).content.decode()
        assert "Vis den nye plan" in html
        assert "hx-trigger" not in html

    def test_without_javascript_progress_is_the_page_itself(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        assert client.get("/plan/beregning/").headers["Location"] == "/plan/#beregning"

    def test_stopping(self, client: Client, cast: Cast, run: PlanRun, now: datetime) -> None:
        unfinished = request_plan(by=cast.erik, at=now)
        client.force_login(cast.anna)
        assert client.post(f"/plan/beregning/{unfinished.pk}/stop/").status_code == 403
        client.force_login(cast.nadia)
        assert client.post(f"/plan/beregning/{unfinished.pk}/stop/").status_code == 302
        assert "Beregningen er stoppet" in html_of(client)

    def test_a_contradiction_is_told_on_the_page(self, client: Client, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = request_plan(by=cast.nadia, at=now)
        claim = claim_job(at=now)
        assert claim
        record_impossible(run, ["A og B udelukker hinanden"], claim=claim, at=now)
        client.force_login(cast.anna)
        assert "A og B udelukker hinanden." in words_of(html_of(client))

    @pytest.mark.parametrize("address", ["/plan/beregning/ny/", "/plan/beregning/1/stop/"])
    def test_looking_changes_nothing(self, address: str, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        assert client.get(address).status_code == 405


class TestNonsense:
    """Whatever stands in the address, the answer is a page, never an error."""

    @pytest.mark.parametrize(
        "query",
        [
            "oenske=%01",
            "oenske=" + "9" * 200,
            "omraade=u999999999999999999999",
            "omraade=%01&vis=tabel",
            "enheder=%27%3B--&aaben=%F0%9F%92%A9",
            "side=-3&vis=tabel",
            "side=%01&vis=uden-plads",
            "fra=9999-12&periode=12",
            "regn=1",
        ],
    )
    def test_in_the_query(self, query: str, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.nadia)
        assert "<h1>2 af 3 ønsker får plads" in html_of(client, f"/plan/?{query}")

    def test_an_unknown_area_shows_them_all(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.nadia)
        assert "Belastning i Ældre og Sundhed" in html_of(client, "/plan/?omraade=u99999")

    @pytest.mark.parametrize("number", ["99999999999999999999999", "-1", "1.5", "x"])
    def test_in_the_number_of_a_version(self, number: str, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.nadia)
        for address in (f"/plan/{number}/", f"/plan/{number}/plan.json"):
            assert client.get(address).status_code == 404
        assert client.get(f"/plan/beregning/?version={number}", headers=HTMX).status_code == 200

    def test_asking_for_the_head_only(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.nadia)
        assert client.head("/plan/").status_code == 200


class TestVersions:
    def test_each_has_who_when_effort_value_and_files(
        self, client: Client, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        cancel_plan(request_plan(by=cast.erik, at=now), by=cast.erik, at=now)
        client.force_login(cast.anna)
        words = words_of(html_of(client, "/plan/versioner/"))
        assert "23. november 2026 kl. 09.00 Erik Dam grundig stoppet" in words
        assert "23. november 2026 kl. 09.00 Nadia Krogh grundig færdig" in words
        assert "engine by hand" in words

    def test_files_are_the_bytes_that_were_kept(self, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.anna)
        problem = client.get(f"/plan/{run.pk}/problem.json").content
        plan = client.get(f"/plan/{run.pk}/plan.json").content
        assert read_plan(plan).problem_sha256 == read_problem(problem).sha256
        assert sha256(plan).hexdigest() == run.figures["plan_sha256"]
        assert json.loads(problem)["format"] == "takt.problem/1"

    @pytest.mark.parametrize("address", ["/plan/999/", "/plan/999/plan.json", "/plan/{pk}/figures.json"])
    def test_what_is_not_there(self, address: str, client: Client, cast: Cast, run: PlanRun) -> None:
        client.force_login(cast.anna)
        assert client.get(address.format(pk=run.pk)).status_code == 404

    def test_a_run_without_a_plan_has_none_to_show(self, client: Client, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = request_plan(by=cast.nadia, at=now)
        client.force_login(cast.anna)
        assert client.get(f"/plan/{run.pk}/").status_code == 404
        assert client.get(f"/plan/{run.pk}/plan.json").status_code == 404
        assert client.get(f"/plan/{run.pk}/problem.json").status_code == 200

    def test_an_older_plan_says_that_it_is(
        self, client: Client, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        newer = recorded(cast, now, {"2026-001": 0})
        client.force_login(cast.nadia)
        assert "som ikke er den nyeste" in html_of(client, f"/plan/{run.pk}/")
        assert "som ikke er den nyeste" not in html_of(client, f"/plan/{newer.pk}/")
        assert "<h1>1 af 3 ønsker får plads" in html_of(client)
        assert "<h1>2 af 3 ønsker får plads" in html_of(client, f"/plan/{run.pk}/")


class TestView:
    def view(self, query: str) -> View:
        return View.of(QueryDict(query), first=Month(2027, 1), months=48)

    def test_the_default_is_two_years_by_area(self) -> None:
        view = self.view("")
        assert (view.period, view.offset, view.mode, view.only_pressed) == (24, 0, "omraade", False)

    @pytest.mark.parametrize(
        ("fra", "offset"),
        [("2028-01", 12), ("2020-01", 0), ("2099-01", 36), ("2028-13", 0), ("x", 0), ("2028-01-01", 0)],
    )
    def test_the_window_stays_inside_the_plan(self, fra: str, offset: int) -> None:
        assert self.view(f"periode=12&fra={fra}").offset == offset

    @pytest.mark.parametrize("query", ["periode=999", "periode=-1", "periode=x&vis=%01", "vis=../etc"])
    def test_nonsense_is_taken_as_not_said(self, query: str) -> None:
        view = self.view(query)
        assert (view.period, view.mode) == (24, "omraade")

    def test_a_wish_moved_since_is_shown_by_its_title_now(
        self, client: Client, cast: Cast, run: PlanRun
    ) -> None:
        Initiative.objects.filter(number="2026-001").update(title="Fælles stamkort for alle")
        client.force_login(cast.anna)
        assert "Fælles stamkort for alle" in html_of(client)


def test_progress_of_a_version_no_computer_could_count_to_is_nothing(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    assert client.get(f"/plan/beregning/?version={'9' * 5_000}", headers=HTMX).status_code == 200

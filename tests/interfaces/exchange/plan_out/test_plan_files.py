"""A plan as files: who may fetch them, and what stands in each."""

import csv
import io
import json
import struct
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from takt.calculation.planner.reading import read_plan, read_problem
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages import areas
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.planned import record_plan_of

pytestmark = pytest.mark.django_db
KINDS = ("excel", "svg", "png", "csv", "json", "project")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def anna(cast: Cast, client: Client) -> Client:
    client.force_login(cast.anna)
    return client


def fetched(client: Client, run: PlanRun, kind: str, more: str = "") -> bytes:
    answer = client.get(f"/plan/{run.pk}/hent/{kind}/{more}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith(f'attachment; filename="takt-plan-{run.pk}.')
    return answer.content


def rows(client: Client, run: PlanRun) -> list[dict[str, str]]:
    text = fetched(client, run, "csv").decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))


class TestDoor:
    @pytest.mark.parametrize("kind", KINDS)
    def test_whoever_may_read_the_plan_may_fetch_it(
        self, kind: str, client: Client, cast: Cast, run: PlanRun
    ) -> None:
        assert client.get(f"/plan/{run.pk}/hent/{kind}/").status_code == 302, "a stranger is asked to sign in"
        for who in (cast.anna, cast.erik):
            client.force_login(who)
            assert fetched(client, run, kind)
        assert client.post(f"/plan/{run.pk}/hent/{kind}/").status_code == 405

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_plan_that_is_not_there_yet_is_not_found(
        self, kind: str, anna: Client, cast: Cast, now: datetime
    ) -> None:
        build_limits()
        build_initiative("2026-001")
        waiting = request_plan(by=cast.nadia, at=now)
        for pk in (waiting.pk, 999_999):
            assert anna.get(f"/plan/{pk}/hent/{kind}/").status_code == 404

    def test_the_page_leads_to_every_file_of_the_plan_it_shows(self, anna: Client, run: PlanRun) -> None:
        page = anna.get("/plan/?periode=12").content.decode()
        for kind in KINDS:
            assert f'href="/plan/{run.pk}/hent/{kind}/' in page
        assert f'href="/plan/{run.pk}/hent/png/?periode=12"' in page


class TestRows:
    def test_there_is_a_row_for_each_initiative(self, anna: Client, run: PlanRun) -> None:
        duty, waits, left_out = rows(anna, run)
        assert (duty["Nummer"], duty["Titel"], duty["Skal/bør/kan"]) == (
            "2026-001",
            "Fælles <stamkort>",
            "skal",
        )
        assert (duty["Starter"], duty["I drift"], duty["Frist"]) == ("2027-01", "2027-08", "2028-01")
        assert (duty["Enhed"], duty["Område"]) == ("Hjemmeplejen Nord", "Ældre og Sundhed")
        assert (duty["Anlæg (kr.)"], duty["Projektledere, dage"]) == ("700000", "50")
        assert waits["Kræver først"] == "2026-001"
        assert (left_out["I planen"], left_out["Starter"]) == ("nej", "")
        assert left_out["Hvorfor ikke?"]
        assert left_out["Titel"] == "Talegenkendelse; ny"

    def test_the_rows_compute_nothing(self, anna: Client, run: PlanRun) -> None:
        assert rows(anna, run)[1]["Titel"] == "'=HYPERLINK(1)"

    def test_the_json_holds_question_answer_and_rows(self, anna: Client, run: PlanRun) -> None:
        everything = json.loads(fetched(anna, run, "json"))
        assert everything["format"] == "takt.export/1"
        problem = read_problem(json.dumps(everything["problem"]).encode())
        plan = read_plan(json.dumps(everything["plan"]).encode())
        assert plan.start == {"2026-001": 0, "2026-002": 10}
        assert [one["number"] for one in everything["initiatives"]] == [one.id for one in problem.initiatives]
        assert everything["initiatives"][0]["staff_days"] == {"pl": 50}

    def test_the_workbook_shows_the_plan(self, anna: Client, run: PlanRun) -> None:
        book = load_workbook(io.BytesIO(fetched(anna, run, "excel")))
        cells = [cell for row in book["Plan"].iter_rows() for cell in row]
        assert any("Fælles <stamkort>" in str(cell.value) for cell in cells)
        assert not any(cell.data_type == "f" for cell in cells if "HYPERLINK" in str(cell.value))


class TestDrawing:
    def test_it_stands_alone(self, anna: Client, run: PlanRun) -> None:
        text = fetched(anna, run, "svg").decode()
        drawing = ET.fromstring(text)  # noqa: S314 - our own
        assert drawing.tag == f"{SVG}svg"
        assert drawing.find(f"{SVG}style") is not None
        assert "var(" not in text
        assert "@media" not in text
        assert "href" not in text
        words = ["".join(one.itertext()) for one in drawing.iter(f"{SVG}text")]
        for part in ("Fælles <stamkort>", "Ældre og Sundhed", "2027", "skal", "Projektledere", "udrulning"):
            assert part in words
        assert "Talegenkendelse; ny" not in words, "it has no place"

    def test_it_shows_the_months_that_the_page_shows(self, anna: Client, run: PlanRun) -> None:
        first_year = fetched(anna, run, "svg", "?periode=12").decode()
        assert "Fælles &lt;stamkort&gt;" in first_year
        assert ">2027</text>" in first_year
        assert ">2028</text>" not in first_year
        later = fetched(anna, run, "svg", "?periode=12&fra=2028-07").decode()
        assert "Fælles &lt;stamkort&gt;" not in later

    def test_every_area_is_open(self, anna: Client, run: PlanRun, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(areas, "MOST_BARS", 0)
        assert "Fælles &lt;stamkort&gt;" in fetched(anna, run, "svg").decode()

    def test_the_picture_is_twice_as_fine(self, anna: Client, run: PlanRun) -> None:
        drawing = ET.fromstring(fetched(anna, run, "svg"))  # noqa: S314 - our own
        made = fetched(anna, run, "png")
        assert made.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", made[16:24])
        assert abs(width - 2 * int(drawing.attrib["width"])) <= 2
        assert abs(height - 2 * int(drawing.attrib["height"])) <= 2


def test_as_many_queries_for_many_initiatives_as_for_few(anna: Client, cast: Cast, now: datetime) -> None:
    build_limits()
    counts = []
    for more in (2, 12):
        for number in range(more):
            build_initiative(f"2026-{more}{number:02}", days=0, people=0, investment=0, running=0)
        run = record_plan_of(cast, now, {f"2026-{more}{number:02}": number for number in range(more)})
        for kind in ("svg", "json", "project"):
            with CaptureQueriesContext(connection) as queries:
                fetched(anna, run, kind)
            counts.append(len(queries))
    assert counts[:3] == counts[3:]

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.calculation.scenarios.changes import Drop, FrameBy
from takt.foundation.jobs.worker import work_once
from takt.governance.planning.models import PlanRun
from takt.governance.planning.scenarios.commands.request_scenario import request_scenario
from takt.governance.planning.scenarios.models import Scenario
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.governance.planning.scenarios.futures import build_plan, build_scenario

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast: Cast, now: datetime) -> PlanRun:
    return build_plan(cast, now)


def as_(person: object) -> Client:
    client = Client(headers={"accept-language": "da"})
    client.force_login(person)  # type: ignore[arg-type]
    return client


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return str(answer.content.decode())


def test_a_scenario_is_made_changed_and_computed_with_plain_forms(cast: Cast, plan: PlanRun) -> None:
    client = as_(cast.nadia)
    answer = client.post("/plan/scenarier/nyt/", {"name": "Én mere", "note": "", "base": str(plan.pk)})
    scenario = Scenario.objects.get()
    assert answer["Location"] == f"/plan/scenarier/{scenario.pk}/"
    page = text(client, f"/plan/scenarier/{scenario.pk}/?aendring=staff")
    assert "Årsværk mere" in page
    assert "16" in page  # 40 days a month of 2,5 full-time equivalents
    said = {
        "slags": "staff",
        "udgave": "1",
        "role": "pl",
        "tenths": "0,5",
        "from_month": "2027-04",
        "days_per_month": "16",
    }
    client.post(f"/plan/scenarier/{scenario.pk}/aendring/", said)
    scenario.refresh_from_db()
    assert scenario.changes == [
        {"kind": "staff", "role": "pl", "tenths": 5, "from_month": "2027-04", "days_per_month": 16}
    ]
    assert client.post(f"/plan/scenarier/{scenario.pk}/beregn/", {"grundighed": "quick"}).status_code == 302
    assert "Det venter på" in text(client, f"/plan/scenarier/{scenario.pk}/")
    work_once()
    page = text(client, f"/plan/scenarier/{scenario.pk}/")
    assert "0,5 årsværk mere af Projektledere fra april 2027 (16 dage om måneden pr. årsværk)" in page
    assert "Scenariet giver ét initiativ mere" in page
    assert "Kommer med" in page
    assert "Ønske 3" in page


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("frame", {"frame": "anlaeg", "percent": "-10", "years": ["2027", "2028"]}),
        ("ceiling", {"unit": "", "tenths": "3,5"}),
        ("ceiling_percent", {"unit": "", "percent": "10"}),
        ("drop", {"id": "2026-001"}),
        ("force", {"id": "2026-003"}),
        ("exclude", {"id": "2026-001", "other": "2026-002"}),
        ("deadline", {"id": "2026-001", "latest_go_live": "2027-12"}),
        ("deadline", {"id": "2026-001", "latest_go_live": ""}),
    ],
)
def test_every_kind_of_change_has_its_form(
    kind: str, said: dict[str, object], cast: Cast, plan: PlanRun, now: datetime
) -> None:
    scenario, client = build_scenario(cast, plan, now), as_(cast.erik)
    assert 'name="slags"' in text(client, f"/plan/scenarier/{scenario.pk}/?aendring={kind}")
    answer = client.post(f"/plan/scenarier/{scenario.pk}/aendring/", {"slags": kind, "udgave": "1", **said})
    assert answer.status_code == 302, answer.content.decode()
    scenario.refresh_from_db()
    assert scenario.changes[0]["kind"] == kind


def test_what_makes_no_sense_comes_back_with_what_was_written(
    cast: Cast, plan: PlanRun, now: datetime
) -> None:
    scenario, client = build_scenario(cast, plan, now), as_(cast.nadia)
    path = f"/plan/scenarier/{scenario.pk}/aendring/"
    said = {"slags": "ceiling", "udgave": "1", "unit": "", "tenths": "3,55"}
    answer = client.post(path, said)
    assert answer.status_code == 400
    assert "højst én decimal" in answer.content.decode()
    assert "3,55" in answer.content.decode()
    late = client.post(path, {"slags": "drop", "udgave": "7", "id": "2026-001"})
    assert late.status_code == 409
    assert "er ændret, siden du åbnede siden" in late.content.decode()
    assert client.post(path, {"slags": "noget", "udgave": "1"}).status_code == 302


def test_the_list_sets_them_beside_the_plan(cast: Cast, plan: PlanRun, now: datetime) -> None:
    scenario = build_scenario(cast, plan, now, Drop("2026-001"))
    build_scenario(cast, plan, now, FrameBy(None, 10))
    request_scenario(scenario, by=cast.nadia, at=now)
    work_once()
    page = text(as_(cast.anna), "/plan/scenarier/")
    assert "Planen, som den er" in page
    assert "Lovfrister overholdt" in page
    assert "Anlæg 2027, mio. kr." in page
    assert "Ikke beregnet endnu" in page
    assert "Spørg digitaliseringsafdelingen" in page
    assert "Nyt scenarie" not in page
    assert "B giver" in page


def test_two_scenarios_are_held_against_each_other(cast: Cast, plan: PlanRun, now: datetime) -> None:
    first = build_scenario(cast, plan, now, Drop("2026-001"))
    second = build_scenario(cast, plan, now, Drop("2026-002"))
    for one in (first, second):
        request_scenario(one, by=cast.nadia, at=now)
        work_once()
    page = text(as_(cast.anna), f"/plan/scenarier/{second.pk}/?med={first.pk}")
    assert "I drift: En anden fremtid" in page
    assert "Ryger ud" in page
    assert "Kommer med" in page


def test_those_who_may_not_read_and_are_told_why(cast: Cast, plan: PlanRun, now: datetime) -> None:
    scenario = build_scenario(cast, plan, now, FrameBy(None, 10))
    client = as_(cast.anna)
    page = text(client, f"/plan/scenarier/{scenario.pk}/")
    assert "Kun digitaliseringskonsulenter, økonomer og direktører" in page
    assert "Fjern" not in page
    assert client.get("/plan/scenarier/nyt/").status_code == 403
    for deed in ("navn", "aendring", "aendring/fjern", "laeg-vaek", "beregn", "stop"):
        said = {
            "name": "x",
            "udgave": str(scenario.edition),
            "slags": "drop",
            "id": "2026-001",
            "nummer": "0",
        }
        assert client.post(f"/plan/scenarier/{scenario.pk}/{deed}/", said).status_code == 403, deed


def test_it_is_renamed_and_put_away(cast: Cast, plan: PlanRun, now: datetime) -> None:
    scenario, client = build_scenario(cast, plan, now), as_(cast.nadia)
    path = f"/plan/scenarier/{scenario.pk}/"
    assert client.post(f"{path}navn/", {"name": "", "note": "", "udgave": "1"}).status_code == 400
    assert client.post(f"{path}navn/", {"name": "Ny", "note": "", "udgave": "9"}).status_code == 409
    assert client.post(f"{path}navn/", {"name": "Ny", "note": "", "udgave": "1"}).status_code == 302
    assert "Ny" in text(client, path)
    client.post(f"{path}laeg-vaek/", {"udgave": "2"})
    assert client.get(path).status_code == 404


def test_the_files_can_be_taken_away(cast: Cast, plan: PlanRun, now: datetime) -> None:
    scenario = build_scenario(cast, plan, now, FrameBy(None, 10))
    client = as_(cast.anna)
    assert client.get(f"/plan/scenarier/{scenario.pk}/plan.json").status_code == 404
    request_scenario(scenario, by=cast.nadia, at=now)
    work_once()
    assert client.get(f"/plan/scenarier/{scenario.pk}/plan.json").json()["format"] == "takt.plan/1"
    assert client.get(f"/plan/scenarier/{scenario.pk}/problem.json").json()["format"] == "takt.problem/1"
    assert client.get(f"/plan/scenarier/{scenario.pk}/andet.json").status_code == 404


def test_progress_is_a_fragment(cast: Cast, plan: PlanRun, now: datetime) -> None:
    scenario = build_scenario(cast, plan, now, FrameBy(None, 10))
    request_scenario(scenario, by=cast.nadia, at=now)
    client = as_(cast.nadia)
    path = f"/plan/scenarier/{scenario.pk}/beregning/"
    assert client.get(path).status_code == 302
    assert "<html" not in client.get(path, headers={"hx-request": "true"}).content.decode()
    client.post(f"/plan/scenarier/{scenario.pk}/stop/")
    assert "Beregningen er stoppet" in client.get(path, headers={"hx-request": "true"}).content.decode()


def test_a_house_without_a_plan_can_still_think(cast: Cast, now: datetime) -> None:
    build_limits()
    build_initiative("2026-001")
    client = as_(cast.nadia)
    assert "Ingen scenarier endnu" in text(client, "/plan/scenarier/")
    scenario = build_scenario(cast, None, now, FrameBy(None, 10))
    request_scenario(scenario, by=cast.nadia, at=now)
    work_once()
    assert "ingen plan at holde" in text(client, "/plan/scenarier/")
    assert "ingen plan at holde" in text(client, f"/plan/scenarier/{scenario.pk}/")


def test_the_list_asks_the_same_number_of_questions_whatever_its_length(
    cast: Cast, plan: PlanRun, now: datetime
) -> None:
    client = as_(cast.nadia)

    def questions(scenarios: int) -> int:
        for _ in range(scenarios):
            build_scenario(cast, plan, now, FrameBy(None, 10))
        client.get("/plan/scenarier/")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/plan/scenarier/")
        return len(asked)

    assert questions(2) == questions(15)

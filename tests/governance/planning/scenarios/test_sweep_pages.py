from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.calculation.scenarios.axes import Axis, AxisKind
from takt.foundation.jobs.models import Job, State
from takt.foundation.jobs.worker import work_once
from takt.governance.planning.models import PlanRun
from takt.governance.planning.scenarios.commands.request_sweep import request_sweep
from takt.governance.planning.scenarios.models import Sweep, SweepCell
from tests.builders import Cast
from tests.governance.planning.scenarios.futures import build_plan

pytestmark = pytest.mark.django_db
SWEEPS = "/plan/scenarier/gennemregninger/"
FRAMES = Axis(AxisKind.FRAME, None, -20, 20, 20)
STAFF = Axis(AxisKind.STAFF, "pl", -10, 10, 10, days_per_month=16, tenths_today=25)
SAID = {
    "name": "Rammer",
    "limit": "frame:",
    "first": "-80",
    "last": "0",
    "step": "40",
    "second": "",
    "second_first": "",
    "second_last": "",
    "second_step": "",
    "effort": "quick",
}


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


def build_sweep(cast: Cast, plan: PlanRun, now: datetime, values: dict[tuple[int, int], int]) -> Sweep:
    """Computed in part: value by place; None there means that no plan is possible."""
    sweep = request_sweep("Spænd", [FRAMES, STAFF], base=plan, by=cast.nadia, at=now)
    for (x, y), value in values.items():
        SweepCell.objects.create(
            sweep=sweep,
            x=x,
            y=y,
            plan=b"" if value else None,
            chosen=2,
            months_late=1 if (x, y) == (-20, -10) else 0,
            value_twelfths=12 * value,
            value_bound_twelfths=12 * value,
        )
    return sweep


def test_a_curve_is_asked_for_and_drawn(cast: Cast, plan: PlanRun) -> None:
    client = as_(cast.erik)
    assert "Alle rammer, procent" in text(client, SWEEPS)
    answer = client.post(f"{SWEEPS}ny/", SAID)
    sweep = Sweep.objects.get()
    assert answer["Location"] == f"{SWEEPS}{sweep.pk}/"
    assert "0 af 3 punkter" in text(client, answer["Location"])
    work_once()
    page = text(client, answer["Location"])
    assert "punkter er regnet og gemt" not in page
    assert 'class="chart curve"' in page
    assert "−80 %" in page
    assert "Værdien svinger fra −" in page


def test_staff_is_said_in_how_many_there_are(cast: Cast, plan: PlanRun) -> None:
    said = SAID | {
        "second": "staff:pl",
        "second_first": "2",
        "second_last": "4",
        "second_step": "1",
    }
    assert as_(cast.nadia).post(f"{SWEEPS}ny/", said).status_code == 302
    axis = Sweep.objects.get().axes[1]
    assert (axis["first"], axis["last"], axis["step"]) == (-5, 15, 10)
    assert (axis["tenths_today"], axis["days_per_month"]) == (25, 16)


def test_what_makes_no_sense_comes_back(cast: Cast, plan: PlanRun) -> None:
    client = as_(cast.nadia)
    assert "Skriv et tal" in client.post(f"{SWEEPS}ny/", SAID | {"second": "staff:pl"}).content.decode()
    assert client.post(f"{SWEEPS}ny/", SAID | {"name": ""}).status_code == 400
    assert client.post(f"{SWEEPS}ny/", SAID | {"first": "10"}).status_code == 409
    assert not Sweep.objects.exists()


def test_a_landscape_marks_today_and_what_is_missing(cast: Cast, plan: PlanRun, now: datetime) -> None:
    values = {(0, 0): 100, (20, 0): 110, (20, 10): 105, (-20, -10): 90, (-20, 0): 0}
    sweep = build_sweep(cast, plan, now, values)
    page = text(as_(cast.anna), f"{SWEEPS}{sweep.pk}/")
    assert "5 af 9 punkter" in page
    assert 'is-today" title="i dag">0,0 %' in page
    assert page.count("+10,0 %") >= 3  # (20, 10) is never shown as worse than (20, 0), which is tighter
    assert "lovfrister nås senere end i dag" in page
    assert "ingen plan mulig" in page
    assert "ikke regnet" in page
    assert "2,5 årsværk" in page


def test_it_is_stopped_and_continued(cast: Cast, plan: PlanRun, now: datetime) -> None:
    sweep, client = build_sweep(cast, plan, now, {(0, 0): 100}), as_(cast.nadia)
    client.post(f"{SWEEPS}{sweep.pk}/stop/")
    assert "Regn resten" in text(client, f"{SWEEPS}{sweep.pk}/")
    client.post(f"{SWEEPS}{sweep.pk}/fortsaet/")
    sweep.refresh_from_db()
    assert sweep.job.state == State.WAITING
    Job.objects.filter(pk=sweep.job_id).update(state=State.FAILED)
    assert "gik i stå" in text(client, f"{SWEEPS}{sweep.pk}/")


def test_those_who_may_not_read_and_are_told_why(cast: Cast, plan: PlanRun, now: datetime) -> None:
    sweep, client = build_sweep(cast, plan, now, {(0, 0): 100}), as_(cast.troels)
    assert "Kun digitaliseringskonsulenter" in text(client, SWEEPS)
    page = text(client, f"{SWEEPS}{sweep.pk}/")
    assert "Stop, og behold" not in page
    for path, said in (("ny/", SAID), (f"{sweep.pk}/stop/", {}), (f"{sweep.pk}/fortsaet/", {})):
        assert client.post(f"{SWEEPS}{path}", said).status_code == 403, path


def test_progress_is_a_fragment(cast: Cast, plan: PlanRun, now: datetime) -> None:
    sweep, client = build_sweep(cast, plan, now, {(0, 0): 100}), as_(cast.nadia)
    path = f"{SWEEPS}{sweep.pk}/status/"
    assert client.get(path).status_code == 302
    fragment = client.get(path, headers={"hx-request": "true"}).content.decode()
    assert "1 af 9 punkter" in fragment
    assert "<html" not in fragment


def test_a_house_without_a_plan_is_told_what_it_takes(cast: Cast) -> None:
    client = as_(cast.nadia)
    assert "ingen plan at regne ud fra" in text(client, SWEEPS)
    assert client.post(f"{SWEEPS}ny/", SAID).status_code == 409


def test_the_list_asks_the_same_number_of_questions_whatever_its_length(
    cast: Cast, plan: PlanRun, now: datetime
) -> None:
    client = as_(cast.nadia)

    def questions(more: int) -> int:
        for _ in range(more):
            build_sweep(cast, plan, now, {(0, 0): 100})
            Job.objects.update(state=State.DONE)
        client.get(SWEEPS)
        with CaptureQueriesContext(connection) as asked:
            client.get(SWEEPS)
        return len(asked)

    assert questions(2) == questions(12)

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.ledger.models import Event
from takt.governance.clarifying.findings import Carried, guess_of
from takt.governance.clarifying.forms import initial_of, written
from takt.governance.clarifying.models import Assignment, Effort, Estimate, Impact, StaffRole
from tests.builders import Cast, build_unit
from tests.governance.clarifying.cases import GUESS, clarified, sent, taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def nadia(cast: Cast, client: Client) -> Client:
    client.force_login(cast.nadia)
    return client


def fields(**changes: Any) -> dict[str, Any]:
    shown = {name: value for name, value in initial_of(GUESS, "da").items() if value is not None}
    return shown | {"seen": ""} | changes


def bench(number: str, part: str = "") -> str:
    return f"/sag/{number}/kvalificering/{part}"


def test_the_checklist_names_who_can_supply_what_is_missing(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    assert "2 af 5" in nadia.get(bench(number)).content.decode(), (
        "nobody can give days to roles there are none of"
    )
    StaffRole.objects.create(key="pl", name="Projektleder", full_time_equivalents="2")
    text = nadia.get(bench(number)).content.decode()
    assert "2 af 6" in text
    assert "Superbrugerne ved, hvem der skal ændre sig" in text
    assert 'aria-disabled="true" aria-describedby="why-not-ready"' in text


def test_an_estimate_is_saved_as_people_write_it(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    given = fields(
        investment_high_dkk="1.250.000 kr.", latest_go_live_month="2028-01", deadline_reason="NIS2"
    )
    answer = nadia.post(bench(number, "skoen/"), given)
    assert answer["Location"] == bench(number) + "#skoen"
    estimate = Estimate.objects.get()
    assert estimate.investment_high_dkk == 1_250_000
    assert estimate.latest_go_live_month.isoformat() == "2028-01-01"
    assert "1.250.000" in nadia.get(bench(number)).content.decode()


def test_points_may_wait_for_the_assessment(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    assert nadia.post(bench(number, "skoen/"), fields(points_per_year="")).status_code == 302
    assert Estimate.objects.get().points_per_year == 0
    assert "Værdien mangler point" in nadia.get(bench(number)).content.decode()


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"investment_dkk": "en million"}, 422, "Skriv et helt beløb i kroner"),
        ({"investment_low_dkk": "9.000.000"}, 409, "står ikke i rækkefølge"),
        ({"earliest_start_month": "foråret"}, 422, "Skriv måneden som år og måned"),
        ({"source": ""}, 409, "Skønnet har ingen kilde"),
        ({"prepare_months": "-1"}, 422, "aria-invalid"),
    ],
)
def test_what_is_refused_still_stands_in_the_fields(
    change: dict[str, str], status: int, words: str, cast: Cast, nadia: Client, now: datetime
) -> None:
    number = taken(cast, now).number
    answer = nadia.post(bench(number, "skoen/"), fields(points_per_year="4711", **change))
    assert answer.status_code == status
    text = answer.content.decode()
    assert words in text
    assert 'value="4711"' in text
    assert not Estimate.objects.exists()


def test_the_second_editor_sees_what_changed_and_decides(cast: Cast, nadia: Client, now: datetime) -> None:
    number = clarified(cast, now).number
    old = written(GUESS)
    nadia.post(bench(number, "skoen/"), fields(seen=old, points_per_year="300"))
    second = nadia.post(bench(number, "skoen/"), fields(seen=old, points_per_year="500"))
    assert second.status_code == 409
    text = second.content.decode()
    assert "værdi, point pr. år 300" in text
    assert 'value="500"' in text
    assert Estimate.objects.get().points_per_year == 300
    now_seen = second.context["guess_form"]["seen"].value()
    assert (
        nadia.post(bench(number, "skoen/"), fields(seen=now_seen, points_per_year="500")).status_code == 302
    )
    assert Estimate.objects.get().points_per_year == 500


def test_units_are_added_changed_and_removed(cast: Cast, nadia: Client, now: datetime) -> None:
    initiative = taken(cast, now)
    school = build_unit("Vesterskolen", headcount=60)
    row = {"people-new": "40", "training-new": "3", "adaptation-new": "2", "intensity-new": "2"}
    address = bench(initiative.number, "enheder/")
    assert nadia.post(address, {"new_unit": school.pk, "seen": "{}", **row}).status_code == 302
    impact = Impact.objects.get()
    assert (impact.unit, impact.people, impact.intensity) == (school, 40, 2)
    seen = json.dumps({school.pk: asdict(Carried(40, 3, 2, 2))})
    keys = {f"{name.removesuffix('-new')}-{school.pk}": value for name, value in row.items()}
    too_many = nadia.post(address, {**keys, f"people-{school.pk}": "61", "seen": seen})
    assert too_many.status_code == 409
    assert "Vesterskolen har 60 ansatte" in too_many.content.decode()
    broken = nadia.post(address, {**keys, f"training-{school.pk}": "tre", "seen": seen})
    assert broken.status_code == 422
    assert 'value="tre"' in broken.content.decode()
    assert nadia.post(address, {**keys, f"people-{school.pk}": "0", "seen": seen}).status_code == 302
    assert not Impact.objects.exists()


def test_days_per_role(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    role = StaffRole.objects.create(key="pl", name="Projektleder", full_time_equivalents="2")
    address, pk = bench(number, "indsats/"), role.pk
    three = {
        f"low-{pk}": "20",
        f"likely-{pk}": "24",
        f"high-{pk}": "45",
        f"source-{pk}": "Tilbud",
        "seen": "{}",
    }
    assert nadia.post(address, three).status_code == 302
    effort = Effort.objects.get()
    assert (effort.low_days, effort.days, effort.high_days, effort.source) == (20, 24, 45, "Tilbud")
    wrong = nadia.post(address, {**three, f"likely-{pk}": "mange"})
    assert wrong.status_code == 422
    assert 'value="mange"' in wrong.content.decode()
    turned = nadia.post(address, {**three, f"high-{pk}": "3"})
    assert turned.status_code == 409
    assert "Projektleder: lav, sandsynlig og høj står ikke i rækkefølge" in turned.content.decode()


def test_one_number_of_days_is_its_own_low_and_high(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    role = StaffRole.objects.create(key="pl", name="Projektleder", full_time_equivalents="2")
    assert nadia.post(bench(number, "indsats/"), {f"likely-{role.pk}": "24", "seen": "{}"}).status_code == 302
    effort = Effort.objects.get()
    assert (effort.low_days, effort.days, effort.high_days) == (24, 24, 24)
    assert "Uden kilde" in nadia.get(bench(number)).content.decode()


def test_each_line_has_its_source_and_colleagues_keep_each_others(
    cast: Cast, nadia: Client, now: datetime
) -> None:
    number, old = clarified(cast, now).number, written(GUESS)
    nadia.post(bench(number, "skoen/"), fields(seen=old, running_source="Licenspris pr. bruger"))
    nadia.post(bench(number, "skoen/"), fields(seen=old, training_hours="5", training_high_hours="8"))
    estimate = Estimate.objects.get()
    assert (estimate.running_source, estimate.training_hours) == ("Licenspris pr. bruger", 5)
    text = nadia.get(bench(number)).content.decode()
    assert 'value="Licenspris pr. bruger"' in text
    assert "Hjemmeplejen Nord har 4 timer" not in text
    nadia.post(
        bench(number, "skoen/"),
        fields(
            seen=written(guess_of(estimate)),
            training_low_hours="5",
            training_hours="5",
            training_high_hours="8",
        ),
    )
    assert "Hjemmeplejen Nord har 4 timer" in nadia.get(bench(number)).content.decode()


def test_a_complete_case_is_declared_ready(cast: Cast, nadia: Client, now: datetime) -> None:
    number = clarified(cast, now).number
    assert "6 af 6" in nadia.get(bench(number)).content.decode()
    assert nadia.post(bench(number, "meld-klar/")).status_code == 302
    assert Assignment.objects.get().ready_at is not None
    assert "Sagen er meldt klar" in nadia.get(f"/sag/{number}/").content.decode()


def test_everyone_may_read_and_only_the_network_may_write(cast: Cast, client: Client, now: datetime) -> None:
    number = clarified(cast, now).number
    events = Event.objects.count()
    client.force_login(cast.erik)
    text = client.get(bench(number)).content.decode()
    assert "Du er ikke blandt dem, der kvalificerer ønsker" in text
    for part in ("skoen/", "enheder/", "indsats/", "meld-klar/"):
        answer = client.post(bench(number, part), fields(seen=written(GUESS)) if part == "skoen/" else {})
        assert answer.status_code == 403, part
    assert Event.objects.count() == events


def test_what_nobody_has_taken_up_is_not_worked_on(cast: Cast, nadia: Client, now: datetime) -> None:
    number = sent(cast, now).number
    assert "Tag ønsket op først" in nadia.get(bench(number)).content.decode()
    assert nadia.post(bench(number, "skoen/"), fields()).status_code == 409


def test_the_spread_is_drawn_while_typing(cast: Cast, nadia: Client, now: datetime) -> None:
    address = bench(taken(cast, now).number, "spredning/investment/")
    three = {"investment_low_dkk": "400.000", "investment_dkk": "600000", "investment_high_dkk": "1.000.000"}
    assert "633.333 kr." in nadia.post(address, three).content.decode()
    turned = nadia.post(address, {**three, "investment_high_dkk": "5"}).content.decode()
    assert "skal stå i rækkefølge" in turned
    assert "svg" not in nadia.post(address, {**three, "investment_high_dkk": "1 m"}).content.decode()
    assert nadia.post(address.replace("investment", "evil"), three).status_code == 404
    hours = {"training_low_hours": "3", "training_hours": "5", "training_high_hours": "8"}
    assert "5,2 t." in nadia.post(address.replace("investment", "training"), hours).content.decode()
    days = {"low-3": "", "likely-3": "30", "high-3": ""}
    assert "30 dage" in nadia.post(address.replace("investment", "rolle-3"), days).content.decode()


def test_the_workbench_speaks_english(cast: Cast, nadia: Client, now: datetime) -> None:
    number = clarified(cast, now).number
    nadia.post("/sprog/", {"language": "en", "next": "/"})
    text = nadia.get(bench(number)).content.decode()
    assert "6 of 6" in text
    assert "Save the estimate" in text
    assert "1,000,000" in text
    same = {**initial_of(GUESS, "en"), "earliest_start_month": "", "latest_go_live_month": ""}
    assert nadia.post(bench(number, "skoen/"), {**same, "seen": written(GUESS)}).status_code == 302
    assert Estimate.objects.get().investment_high_dkk == 1_000_000


def test_the_number_of_queries_is_bounded(cast: Cast, nadia: Client, now: datetime) -> None:
    initiative = clarified(cast, now)
    nadia.get(bench(initiative.number))
    with CaptureQueriesContext(connection) as few:
        nadia.get(bench(initiative.number))
    for number in range(20):
        unit = build_unit(f"Skole {number}", headcount=50)
        Impact.objects.create(
            initiative=initiative, unit=unit, people=5, training_hours=1, adaptation_hours=1, intensity=1
        )
    with CaptureQueriesContext(connection) as many:
        nadia.get(bench(initiative.number))
    assert len(many) == len(few) <= 75

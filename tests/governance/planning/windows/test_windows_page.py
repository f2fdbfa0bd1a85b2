"""When is there room? Asked in the address, answered in words and as a table."""

import re
from datetime import datetime

import pytest
from django.test import Client

from takt.foundation.people.models import Unit
from takt.governance.planning.models import PlanRun
from takt.governance.planning.question import unit_id
from takt.governance.planning.windows.addresses import windows_url
from tests.builders import Cast, build_unit
from tests.governance.planning.scenarios.futures import build_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(cast: Cast, now: datetime) -> PlanRun:
    return build_plan(cast, now)


def words_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def asked(unit: str, **said: str) -> str:
    key = unit_id(Unit.objects.get(name=unit).pk)
    rest = {"timer": "1", "pr": "medarbejder", "maaneder": "3", "fra": "2027-01"} | said
    return f"/plan/vinduer/?enhed={key}&" + "&".join(f"{name}={value}" for name, value in rest.items())


def test_without_a_plan_there_is_nothing_to_measure_against(client: Client, cast: Cast) -> None:
    client.force_login(cast.anna)
    assert client.get("/plan/vinduer/").headers["Location"] == "/plan/"


def test_the_first_window_is_the_heading_and_the_table_has_every_month(
    client: Client, cast: Cast, run: PlanRun
) -> None:
    client.force_login(cast.anna)
    words = words_of(client, asked("Hjemmeplejen Nord", fra="2028-03"))
    assert "Det første ledige vindue er marts–maj 2028, med idriftsættelse i juni 2028" in words
    assert "184 forandringstimer om måneden i én enhed." in words
    assert "Hjemmeplejen Nord loft 3,5" in words
    assert "Ældre og Sundhed loft 3,5" in words


def test_a_freeze_closes_the_months_before_it(client: Client, cast: Cast, run: PlanRun) -> None:
    client.force_login(cast.anna)
    words = words_of(client, asked("Hjemmeplejen Nord", fra="2027-04"))
    assert "Det første ledige vindue er maj–juli 2027, med idriftsættelse i august 2027" in words


def test_where_there_is_none_it_says_what_it_takes(client: Client, cast: Cast, run: PlanRun) -> None:
    client.force_login(cast.anna)
    words = words_of(client, asked("Hjemmeplejen Nord", timer="4,5"))
    assert "Der er ikke plads til 828 timer om måneden i 3 måneder inden for planen" in words
    assert "Hvad skal der til? Hæv loftet i Hjemmeplejen Nord" in words
    assert "% af timerne er der plads fra" in words


def test_an_area_stands_for_its_units_and_hours_in_all_are_shared(
    client: Client, cast: Cast, now: datetime
) -> None:
    area = Unit.objects.get(name="Ældre og Sundhed")
    build_unit("Hjemmeplejen Vest", parent=area, headcount=92)
    build_plan(cast, now)
    client.force_login(cast.anna)
    words = words_of(client, asked("Ældre og Sundhed", timer="300", pr="alt"))
    assert re.search(r"300 forandringstimer om måneden i \d enheder, delt efter antal ansatte", words)
    assert "Hjemmeplejen Vest loft" in words


@pytest.mark.parametrize(
    ("said", "hours"), [("1,5", "276"), ("1.5", "276"), ("2", "368"), ("1.000", "184.000")]
)
def test_hours_are_read_as_people_write_them(
    said: str, hours: str, client: Client, cast: Cast, run: PlanRun
) -> None:
    client.force_login(cast.anna)
    assert f"{hours} forandringstimer" in words_of(client, asked("Hjemmeplejen Nord", timer=said))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"timer": "mange"}, "Skriv et tal"),
        ({"timer": "0"}, "mere end 0"),
        ({"timer": "１"}, "Skriv et tal"),
        ({"maaneder": "0"}, "1"),
        ({"maaneder": "99"}, "24"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(
    said: dict[str, str], why: str, client: Client, cast: Cast, run: PlanRun
) -> None:
    client.force_login(cast.anna)
    response = client.get(asked("Hjemmeplejen Nord", **said))
    errors = re.findall(r'class="field-error"[^>]*>(.*?)</span>', response.content.decode(), re.DOTALL)
    assert any(why in error for error in errors)


def test_a_unit_must_be_chosen(client: Client, cast: Cast, run: PlanRun) -> None:
    client.force_login(cast.anna)
    assert "Vælg mindst én enhed." in words_of(client, "/plan/vinduer/?timer=1&pr=alt&maaneder=2")


def test_a_case_is_not_counted_twice(client: Client, cast: Cast, run: PlanRun) -> None:
    client.force_login(cast.anna)
    unit = Unit.objects.get(name="Hjemmeplejen Nord")
    with_it = words_of(client, windows_url([unit.pk], hours=100, months=4))
    without = words_of(client, windows_url([unit.pk], hours=100, months=4, without="2026-001"))
    assert "De timer, som Ønske 1 selv har i planen, er ikke talt med." in without
    assert with_it.split("Måned for måned")[1] != without.split("Måned for måned")[1]


def test_the_case_leads_to_it_with_its_units_and_hours(client: Client, cast: Cast, run: PlanRun) -> None:
    client.force_login(cast.nadia)
    (link,) = re.findall(r'href="(/plan/vinduer/[^"]+)"', client.get("/sag/2026-001/").content.decode())
    words = words_of(client, link.replace("&amp;", "&"))
    assert "Det første ledige vindue er" in words
    assert link in client.get("/sag/2026-001/kvalificering/").content.decode()


def test_queries_do_not_grow_with_the_units(
    client: Client, cast: Cast, run: PlanRun, django_assert_max_num_queries: object
) -> None:
    client.force_login(cast.anna)
    address = asked("Hjemmeplejen Nord")
    client.get(address)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        client.get(address)

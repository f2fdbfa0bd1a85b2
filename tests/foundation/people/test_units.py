"""The units of the municipality: written, put right, and still a tree."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.ledger.models import Event
from takt.foundation.people.commands.add_units import add_units
from takt.foundation.people.commands.change_unit import change_unit
from takt.foundation.people.commands.let_in import let_in
from takt.foundation.people.models import Unit
from takt.foundation.people.unit_forms import UnitsForm
from takt.foundation.people.unit_rules import UnitFacts
from takt.foundation.people.unit_tree import branches
from takt.foundation.refusals import Refused
from tests.builders import Cast, build_unit

pytestmark = pytest.mark.django_db


def whole() -> Unit:
    return Unit.objects.get(name="Fjordby Kommune")


def under(parent: Unit, name: str = "Borgerservice", headcount: int = 45) -> UnitFacts:
    return UnitFacts(name, headcount, parent.pk)


def as_stored(unit: Unit) -> UnitFacts:
    return UnitFacts(unit.name, unit.headcount, unit.parent_id)


def test_units_are_added_in_danish_order(cast: Cast, now: datetime) -> None:
    written = [under(whole(), "Ældre", 900), under(whole(), "By og Borgere", 400)]
    added = add_units(written, by=cast.nadia, at=now)
    names = [one.unit.name for one in branches() if one.depth == 1]
    assert names.index("By og Borgere") < names.index("Ældre")
    event = Event.objects.latest("number")
    assert (event.verb, event.about) == ("unit.added", f"enhed {added[1].pk}")
    assert event.facts == {"name": "By og Borgere", "headcount": 400, "parent": "Fjordby Kommune"}


def test_all_are_added_or_none(cast: Cast, now: datetime) -> None:
    before = Unit.objects.count()
    with pytest.raises(Refused, match="allerede en enhed"):
        add_units([under(whole()), under(whole(), "borgerservice")], by=cast.nadia, at=now)
    assert Unit.objects.count() == before
    assert not Event.objects.exists()


def test_a_unit_is_put_right_and_what_stands_there_leaves_no_event(cast: Cast, now: datetime) -> None:
    unit = cast.anna.unit
    assert unit is not None
    change_unit(unit, as_stored(unit), edition=1, by=cast.nadia, at=now)
    assert not Event.objects.exists()
    change_unit(unit, under(whole(), "Hjemmeplejen", 200), edition=1, by=cast.nadia, at=now)
    unit.refresh_from_db()
    assert (unit.name, unit.headcount, unit.parent, unit.edition) == ("Hjemmeplejen", 200, whole(), 2)
    assert Event.objects.get().verb == "unit.changed"


def test_the_second_of_two_is_told_and_overwrites_nothing(cast: Cast, now: datetime) -> None:
    unit = build_unit()
    change_unit(unit, UnitFacts("Hjemmeplejen", 190, unit.parent_id), edition=1, by=cast.nadia, at=now)
    with pytest.raises(Refused, match="En kollega har rettet Hjemmeplejen"):
        change_unit(unit, UnitFacts("Plejen", 184, unit.parent_id), edition=1, by=cast.nadia, at=now)
    unit.refresh_from_db()
    assert unit.name == "Hjemmeplejen"


def test_the_units_stay_a_tree_that_adds_up(cast: Cast, now: datetime) -> None:
    area = Unit.objects.get(name="Ældre og Sundhed")
    home_care = build_unit()
    for unit, facts, why in (
        (area, UnitFacts(area.name, 1620, home_care.pk), "høre under sig selv"),
        (area, UnitFacts(area.name, 1620, area.pk), "høre under sig selv"),
        (area, UnitFacts(area.name, 1620), "står allerede øverst"),
        (area, UnitFacts(area.name, 100, whole().pk), "har 184 ansatte, og Ældre og Sundhed"),
        (home_care, UnitFacts(home_care.name, 2000, area.pk), "kun 1.620"),
        (home_care, UnitFacts(home_care.name, 0, area.pk), "ingen ansatte"),
        (home_care, UnitFacts("", 10, area.pk), "ikke noget navn"),
    ):
        with pytest.raises(Refused, match=why):
            change_unit(unit, facts, edition=1, by=cast.nadia, at=now)
    assert not Event.objects.exists()


def test_charlie_and_an_employee_change_nothing(cast: Cast, now: datetime) -> None:
    for nobody in (cast.charlie, cast.anna, cast.erik):
        with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
            add_units([under(whole())], by=nobody, at=now)
        with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
            change_unit(build_unit(), under(whole()), edition=1, by=nobody, at=now)
    assert not Event.objects.exists()


def written(cast: Cast, lines: str) -> UnitsForm:
    return UnitsForm({"parent": str(whole().pk), "lines": lines})


def test_lines_are_read_as_people_and_spreadsheets_write_them(cast: Cast) -> None:
    form = written(cast, "Borgerservice; 45\n\n  Bibliotekerne\t1.060\r\nBørn, Unge og Kultur, 12")
    assert form.is_valid()
    assert [(one.name, one.headcount) for one in form.facts()] == [
        ("Borgerservice", 45),
        ("Bibliotekerne", 1060),
        ("Børn, Unge og Kultur", 12),
    ]


@pytest.mark.parametrize("lines", ["Borgerservice; 45\nBibliotekerne", "; 45", "Skolen; mange"])
def test_a_line_that_cannot_be_read_is_named(cast: Cast, lines: str) -> None:
    form = written(cast, lines)
    assert not form.is_valid()
    assert f"Linje {len(lines.splitlines())}" in str(form.errors)


def test_the_first_unit_is_the_municipality_itself(client: Client, db: None, now: datetime) -> None:
    ida = let_in("ida@nordvig.dk", "en lang saetning", name="Ida Munk", as_administrator=True, at=now)
    client.force_login(ida)
    assert "Begynd med kommunen selv" in client.get("/personer/enheder/").content.decode()
    answer = client.post("/personer/enheder/tilfoej/", {"name": "Nordvig", "headcount": "2400"})
    assert answer.status_code == 302
    assert Unit.objects.get().parent is None


def test_what_was_written_stays_beside_what_stands_there_now(
    client: Client, cast: Cast, now: datetime
) -> None:
    unit = build_unit()
    client.force_login(cast.nadia)
    address = f"/personer/enheder/{unit.pk}/"
    change_unit(unit, UnitFacts("Hjemmeplejen", 190, unit.parent_id), edition=1, by=cast.nadia, at=now)
    mine = {"name": "Plejen", "headcount": "184", "parent": unit.parent_id, "edition": "1"}
    answer = client.post(address, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="Plejen"' in page
    assert "Hjemmeplejen, 190 ansatte" in page
    assert client.post(address, mine | {"edition": "2"}).status_code == 302
    assert Unit.objects.filter(name="Plejen").exists()


def test_employees_read_and_are_let_in_no_further(client: Client, cast: Cast) -> None:
    client.force_login(cast.anna)
    page = client.get("/personer/enheder/").content.decode()
    assert "Hjemmeplejen Nord" in page
    assert "tilfoej" not in page
    assert client.get(f"/personer/enheder/{build_unit().pk}/").status_code == 403
    assert client.post("/personer/enheder/tilfoej/", {"lines": "A; 1"}).status_code == 403


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get("/personer/enheder/")
    return len(asked)


def test_the_number_of_queries_does_not_grow(client: Client, cast: Cast) -> None:
    client.force_login(cast.nadia)
    few = queries(client)
    for index in range(40):
        build_unit(f"Skole {index}", parent=whole(), headcount=10)
    assert queries(client) == few

"""The register of systems: kept by few, read by all, and shown to whoever wishes for what is there."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Role
from takt.foundation.refusals import Refused
from takt.registers.systems.commands.save_system import save_system
from takt.registers.systems.models import System
from takt.registers.systems.queries import found_by, systems_like
from takt.registers.systems.rules import Facts
from tests.builders import Cast, build_person

pytestmark = pytest.mark.django_db

FORMS = Facts("OS2forms", "OS2", "Formularer og selvbetjening", source="Produktliste")


@pytest.fixture
def system(cast: Cast, now: datetime) -> System:
    return save_system(FORMS, by=cast.nadia, at=now)


def test_a_system_is_put_in_and_put_right(system: System, cast: Cast, now: datetime) -> None:
    assert (system.edition, system.vendor) == (1, "OS2")
    assert Event.objects.latest("number").verb == "system.added"
    administrator = build_person("Ida Munk", Role.ADMINISTRATOR)
    facts = Facts(" OS2forms ", "OS2", "Blanketter", cast.anna.unit)
    changed = save_system(facts, system=system, edition=1, by=administrator, at=now)
    assert (changed.pk, changed.edition, changed.name, changed.unit) == (
        system.pk,
        2,
        "OS2forms",
        cast.anna.unit,
    )
    event = Event.objects.latest("number")
    assert (event.verb, event.facts["fields"]) == ("system.changed", ["purpose", "source", "unit"])
    assert found_by("blanket").get() == system
    assert not found_by("formular").exists(), "the index follows"


@pytest.mark.parametrize("name", ["", "  ", "os2FORMS"])
def test_a_name_is_there_and_only_once(name: str, system: System, cast: Cast, now: datetime) -> None:
    before = Event.objects.count()
    with pytest.raises(Refused):
        save_system(Facts(name), by=cast.nadia, at=now)
    assert (System.objects.count(), Event.objects.count()) == (1, before)


def test_two_editors_lose_nothing(system: System, cast: Cast, now: datetime, client: Client) -> None:
    client.force_login(cast.nadia)
    address = f"/systemer/{system.pk}/ret/"
    save_system(Facts("OS2forms", "Fællesskabet"), system=system, edition=1, by=cast.nadia, at=now)
    form = {"name": "OS2forms", "vendor": "OS2", "purpose": "Mit", "edition": "1"}
    answer = client.post(address, form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Sådan står der nu" in page
    assert "Fællesskabet" in page
    assert "Mit</textarea>" in page
    assert 'name="edition" value="2"' in page, "to save again is to have seen it"
    assert client.post(address, {**form, "edition": "2"}).status_code == 302
    system.refresh_from_db()
    assert system.purpose == "Mit"


def test_others_and_charlie_only_read(system: System, cast: Cast, now: datetime, client: Client) -> None:
    before = Event.objects.count()
    for by in (cast.anna, cast.erik, cast.charlie):
        with pytest.raises(Refused):
            save_system(Facts("Nyt"), by=by, at=now)
    client.force_login(cast.anna)
    assert client.get("/systemer/nyt/").status_code == 403
    assert client.post(f"/systemer/{system.pk}/ret/", {"name": "x"}).status_code == 403
    assert client.get(f"/systemer/{system.pk}/").status_code == 200
    assert "Kun digitaliseringskonsulenter" in client.get("/systemer/").content.decode()
    assert (System.objects.count(), Event.objects.count()) == (1, before)


def test_it_is_shown_to_whoever_writes_about_it(
    system: System, cast: Cast, now: datetime, client: Client
) -> None:
    save_system(Facts("Aula", purpose="kommunikation i skole og dagtilbud"), by=cast.nadia, at=now)
    text = "Borgerne mangler formularer til selvbetjening på nettet."
    assert systems_like(text) == [system]
    client.force_login(cast.anna)
    page = client.post("/oensker/nyt/lignende/", {"trouble": text}).content.decode()
    assert "OS2forms" in page
    assert "Aula" not in page


def test_the_list_asks_as_often_for_many_as_for_few(
    system: System, cast: Cast, now: datetime, client: Client
) -> None:
    client.force_login(cast.anna)
    client.get("/systemer/")
    counts = []
    for more in (2, 60):
        System.objects.bulk_create(
            System(name=f"System {more}-{n}", sort_key=f"{n}", unit=cast.anna.unit, changed_at=now)
            for n in range(more)
        )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = client.get("/systemer/").content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert "Side 1 af 2" in page


def test_the_csv_computes_nothing(cast: Cast, now: datetime, client: Client) -> None:
    save_system(Facts("=HYPERLINK(1)", purpose="Æbler; pærer"), by=cast.nadia, at=now)
    client.force_login(cast.anna)
    text = client.get("/systemer/hent/").content.decode("utf-8-sig")
    assert '\'=HYPERLINK(1);;"Æbler; pærer"' in text

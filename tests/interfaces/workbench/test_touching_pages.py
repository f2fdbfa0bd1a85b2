"""The systems that a case touches: found by name on the workbench, and read on the case and in its paper."""

import json
from datetime import datetime

import pytest
from django.test import Client

from takt.governance.clarifying.commands.link_systems import link_systems
from takt.governance.clarifying.models import TouchedSystem
from takt.governance.clarifying.touching import NO_SYSTEM, NONE, Touched
from takt.registers.systems.commands.save_system import save_system
from takt.registers.systems.models import System
from takt.registers.systems.rules import Facts
from tests.builders import Cast
from tests.governance.clarifying.cases import taken
from tests.interfaces.papers.reading import words_of

pytestmark = pytest.mark.django_db
NEW = {"how-new": "integrates", "note-new": "Henter navne", "seen": "{}"}


@pytest.fixture
def systems(cast: Cast, now: datetime) -> dict[str, System]:
    facts = (
        Facts("Aula", "KOMBIT", "kommunikation i skolen"),
        Facts("OS2sofd", "OS2", "samlet organisation"),
        Facts("OS2mo", "OS2", "organisation som masterdata"),
    )
    return {one.name: save_system(one, by=cast.nadia, at=now) for one in facts}


@pytest.fixture
def nadia(cast: Cast, client: Client) -> Client:
    client.force_login(cast.nadia)
    return client


def address(number: str) -> str:
    return f"/sag/{number}/kvalificering/systemer/"


def bench(client: Client, number: str) -> str:
    return client.get(f"/sag/{number}/kvalificering/").content.decode()


def test_a_system_is_found_by_its_name_or_some_of_it(
    cast: Cast, nadia: Client, now: datetime, systems: dict[str, System]
) -> None:
    number = taken(cast, now).number
    assert "Ingen har set på systemerne endnu" in bench(nadia, number)
    assert '<option value="OS2mo">' in bench(nadia, number)
    assert nadia.post(address(number), {**NEW, "name-new": "skolen"}).status_code == 302
    assert TouchedSystem.objects.get().system == systems["Aula"]
    several = nadia.post(address(number), {**NEW, "name-new": "organisation"})
    page = several.content.decode()
    assert several.status_code == 422
    assert "Flere systemer passer på “organisation”" in page
    assert "Henter navne" in page, "what was written stays"
    chosen = systems["OS2sofd"]
    choice = {**NEW, "name-new": "organisation", "choice": str(chosen.pk)}
    assert nadia.post(address(number), choice).status_code == 302
    assert TouchedSystem.objects.filter(system=chosen, how="integrates", note="Henter navne").exists()
    assert "Berører to systemer" in bench(nadia, number)


def test_what_fits_nothing_or_stands_there_is_said(
    cast: Cast, nadia: Client, now: datetime, systems: dict[str, System]
) -> None:
    number, aula = taken(cast, now).number, systems["Aula"]
    unknown = nadia.post(address(number), {**NEW, "name-new": "Dampmaskinen"})
    assert unknown.status_code == 422
    assert "Intet system i registret passer på “Dampmaskinen”" in unknown.content.decode()
    stands = {**NEW, "name-new": "Aula", f"how-{aula.pk}": "replaces", f"note-{aula.pk}": ""}
    assert "står her allerede" in nadia.post(address(number), stands).content.decode()
    silent = nadia.post(address(number), {**NEW, "name-new": "Aula", "how-new": ""})
    assert silent.status_code == 409
    assert "mangler, hvordan sagen berører “Aula”" in silent.content.decode()
    assert 'value="Aula"' in silent.content.decode()
    assert not TouchedSystem.objects.exists()


def test_a_row_is_taken_away_and_none_is_said(
    cast: Cast, nadia: Client, now: datetime, systems: dict[str, System]
) -> None:
    case, aula = taken(cast, now), systems["Aula"]
    link_systems(case, {aula.pk: Touched("retires")}, seen={}, by=cast.nadia, at=now)
    seen = json.dumps({aula.pk: {"how": "retires", "note": ""}})
    row = {f"how-{aula.pk}": "retires", f"note-{aula.pk}": "", "seen": seen}
    both = nadia.post(address(case.number), {**row, "none": "1"})
    assert both.status_code == 409
    assert "ikke både" in both.content.decode()
    assert "checked" in both.content.decode()
    away = {**row, f"how-{aula.pk}": "", "none": "1"}
    assert nadia.post(address(case.number), away).status_code == 302
    assert TouchedSystem.objects.get().system is None
    assert "Berører ingen af de systemer, vi har" in bench(nadia, case.number)
    assert "Berører ingen af de systemer, vi har" in nadia.get(f"/sag/{case.number}/").content.decode()


def test_the_case_and_its_paper_say_what_is_touched(
    cast: Cast, client: Client, now: datetime, systems: dict[str, System]
) -> None:
    case = taken(cast, now)
    touched = {
        systems["Aula"].pk: Touched("replaces", "Slukkes i 2028"),
        systems["OS2mo"].pk: Touched("changes"),
    }
    link_systems(case, touched, seen={}, by=cast.nadia, at=now)
    client.force_login(cast.troels)
    page = client.get(f"/sag/{case.number}/").content.decode()
    assert "Berører to systemer" in page
    assert "Slukkes i 2028" in page
    paper = " ".join(words_of(client.get(f"/sag/{case.number}/sagsfremstilling.pdf").content).split())
    for part in ("Systemer", "Aula", "Erstatter", "Slukkes i 2028", "Ændrer eller udvider"):
        assert part in paper
    link_systems(case, {NO_SYSTEM: NONE}, seen=touched, by=cast.nadia, at=now)
    assert "berører ingen af de systemer" in " ".join(
        words_of(client.get(f"/sag/{case.number}/sagsfremstilling.pdf").content).split()
    )


def test_others_are_refused(cast: Cast, client: Client, now: datetime, systems: dict[str, System]) -> None:
    number = taken(cast, now).number
    for who in (cast.erik, cast.anna):
        client.force_login(who)
        assert client.post(address(number), {**NEW, "name-new": "Aula"}).status_code == 403
    assert not TouchedSystem.objects.exists()

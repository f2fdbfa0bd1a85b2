"""The page of a system: the cases that touch it, for those who may see them."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.governance.clarifying.commands.link_systems import link_systems
from takt.governance.clarifying.models import TouchedSystem
from takt.governance.clarifying.touching import Touched
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.registers.systems.commands.save_system import save_system
from takt.registers.systems.models import System
from takt.registers.systems.rules import Facts
from tests.builders import Cast
from tests.governance.clarifying.cases import taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def aula(cast: Cast, now: datetime) -> System:
    return save_system(Facts("Aula"), by=cast.nadia, at=now)


def page(client: Client, system: System, more: str = "") -> str:
    return client.get(f"/systemer/{system.pk}/{more}").content.decode()


def test_a_system_names_the_cases_that_touch_it(
    cast: Cast, client: Client, now: datetime, aula: System
) -> None:
    client.force_login(cast.anna)
    assert "Ingen sager berører systemet" in page(client, aula)
    case = taken(cast, now)
    link_systems(case, {aula.pk: Touched("replaces", "Slukkes i 2028")}, seen={}, by=cast.nadia, at=now)
    text = page(client, aula)
    for part in (
        "Én sag berører systemet",
        case.title,
        f"/sag/{case.number}/",
        "Erstatter",
        "Slukkes i 2028",
    ):
        assert part in text
    assert client.get("/systemer/999999/").status_code == 404


def test_a_case_that_the_reader_may_not_see_is_neither_named_nor_counted(
    cast: Cast, client: Client, now: datetime, aula: System
) -> None:
    case = taken(cast, now)
    link_systems(case, {aula.pk: Touched("replaces")}, seen={}, by=cast.nadia, at=now)
    Initiative.objects.update(stage=Stage.DRAFT)
    client.force_login(cast.troels)
    text = page(client, aula)
    assert case.title not in text
    assert "Ingen sager berører systemet" in text
    client.force_login(cast.anna)
    assert case.title in page(client, aula), "it is her own"


def test_as_many_queries_for_many_cases_as_for_few(
    cast: Cast, client: Client, now: datetime, aula: System
) -> None:
    client.force_login(cast.anna)
    page(client, aula)
    counts = []
    for more in (2, 40):
        cases = Initiative.objects.bulk_create(
            Initiative(
                number=f"2026-{more}{n:02}",
                title=f"Sag {n}",
                unit=cast.anna.unit,
                stage=Stage.APPROVED,
                changed_at=now,
                created_at=now,
            )
            for n in range(more)
        )
        TouchedSystem.objects.bulk_create(
            TouchedSystem(initiative=one, system=aula, how="changes") for one in cases
        )
        with CaptureQueriesContext(connection) as queries:
            text = page(client, aula)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert "42 sager berører systemet" in text
    assert "Side 1 af 2" in text
    assert "Side 2 af 2" in page(client, aula, "?side=2")

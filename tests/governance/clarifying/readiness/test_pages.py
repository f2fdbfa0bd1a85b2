from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.governance.clarifying.readiness.models import FIELDS, Readiness
from tests.builders import Cast, build_person, build_unit
from tests.governance.clarifying.cases import clarified

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(cast: Cast) -> Unit:
    return Unit.objects.get(name="Hjemmeplejen Nord")


@pytest.fixture
def manager(unit: Unit) -> Person:
    person = build_person("Vibeke Storm", unit=unit)
    RoleHolding.objects.create(person=person, role=Role.UNIT_MANAGER, unit=unit)
    return person


def test_from_the_question_to_the_evidence_on_the_case(
    client: Client, cast: Cast, now: datetime, manager: Person, unit: Unit
) -> None:
    case = clarified(cast, now)
    client.force_login(cast.nadia)
    assert "Spørg lederen af én enhed" in client.get(f"/sag/{case.number}/").content.decode()
    client.post(f"/parathed/sag/{case.number}/spoerg/", {"due_date": "2099-12-07"})
    assert "Ikke svaret endnu" in client.get(f"/sag/{case.number}/").content.decode()
    client.force_login(manager)
    page = client.get(f"/parathed/enhed/{unit.pk}/").content.decode()
    assert "Én sag venter på svaret" in page
    form = dict.fromkeys(FIELDS, "2") | {"seen": "0", "note": "Vi er midt i et systemskifte."}
    incomplete = client.post(f"/parathed/enhed/{unit.pk}/svar/", form | {"skills": ""})
    assert incomplete.status_code == 409
    assert "Vi er midt i et systemskifte." in incomplete.content.decode()
    assert client.post(f"/parathed/enhed/{unit.pk}/svar/", form).status_code == 302
    client.force_login(cast.birgit)
    page = client.get(f"/sag/{case.number}/").content.decode()
    assert "Én enhed er presset" in page
    assert "Loftet sænkes 20 %" in page
    assert "Vi er midt i et systemskifte." in page


def test_others_may_read_but_not_answer_or_ask(
    client: Client, cast: Cast, now: datetime, manager: Person, unit: Unit
) -> None:
    case = clarified(cast, now)
    for reader in (cast.anna, cast.birgit):
        client.force_login(reader)
        assert "Gem svaret" not in client.get(f"/parathed/enhed/{unit.pk}/").content.decode()
        form = dict.fromkeys(FIELDS, "5") | {"seen": "0", "on_behalf_of": "Mig"}
        assert client.post(f"/parathed/enhed/{unit.pk}/svar/", form).status_code == 403
        asked = client.post(f"/parathed/sag/{case.number}/spoerg/", {"due_date": "2099-12-07"})
        assert asked.status_code == 403
    assert not Readiness.objects.exists()


def test_the_list_does_the_same_number_of_queries_for_any_number_of_units(
    client: Client, cast: Cast, manager: Person
) -> None:
    def queries() -> int:
        client.force_login(manager)
        with CaptureQueriesContext(connection) as caught:
            page = client.get("/parathed/").content.decode()
        assert "din enhed" in page
        return len(caught)

    few = queries()
    for number in range(60):
        build_unit(f"Enhed {number}", headcount=10)
    assert queries() == few

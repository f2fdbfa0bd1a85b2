"""The next step names the body whose turn it is, by the model in force, and says when a plan is what is lacking."""

from datetime import datetime

import pytest
from django.test import Client

from takt.governance.deciding.meetings.models import OutcomeKind
from takt.governance.flow.models import Initiative
from tests.builders import Cast
from tests.governance.clarifying.cases import clarified
from tests.governance.deciding.meetings.rooms import House, build_house, decided, ready_case
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.planned import record_plan_of

pytestmark = pytest.mark.django_db


def next_step(client: Client, house: House, case: Initiative) -> str:
    client.force_login(house.cast.anna)
    page = client.get(case.get_absolute_url()).content.decode()
    return page.partition('<section class="next-step')[2].partition("</section>")[0]


def test_it_follows_the_case_from_body_to_body(cast: Cast, client: Client, now: datetime) -> None:
    house = build_house(cast, now)
    assert "Sagen gøres klar til Rådet" in next_step(client, house, clarified(cast, now))
    case = ready_case(house)
    assert "Rådet skal tage stilling til sagen" in next_step(client, house, case)
    decided(house, OutcomeKind.RECOMMENDED)
    assert "Direktionen skal beslutte, om sagen går i gang" in next_step(client, house, case)


def test_without_a_model_nobody_is_named(cast: Cast, client: Client, now: datetime) -> None:
    case = clarified(cast, now)
    client.force_login(cast.anna)
    assert "hvem der kan beslutte sagen" in client.get(case.get_absolute_url()).content.decode()


def test_what_was_approved_after_the_plan_waits_for_the_next(
    cast: Cast, client: Client, now: datetime
) -> None:
    house = build_house(cast, now)
    build_limits()
    build_initiative("2026-901")
    record_plan_of(cast, now, {"2026-901": 0})
    case = ready_case(house)
    decided(house, OutcomeKind.RECOMMENDED)
    decided(house, OutcomeKind.APPROVED, "direktionen")
    assert "når planen beregnes igen" in next_step(client, house, case)
    record_plan_of(cast, now, {"2026-901": 0})
    assert "ingen plads i planen" in next_step(client, house, case)

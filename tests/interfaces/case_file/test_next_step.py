"""The next step and the track: true to the governance model, the agendas and what the bodies said."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import OutcomeKind
from takt.governance.flow.models import Initiative
from tests.builders import Cast
from tests.governance.clarifying.cases import clarified, taken
from tests.governance.deciding.meetings.rooms import (
    House,
    build_house,
    conditions,
    decided,
    planned,
    ready_case,
)
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.planned import record_plan_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(timezone, "now", lambda: now)
    return build_house(cast, now)


def html(client: Client, reader: Person, case: Initiative) -> str:
    client.force_login(reader)
    response = client.get(case.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def track(page: str) -> str:
    return words(page[page.index('<ol class="plain stage-track"') : page.index('<section class="next-step')])


def test_whoever_has_the_case_is_named(house: House, client: Client) -> None:
    case = taken(house.cast, house.now)
    said = words(html(client, house.cast.erik, case))

    assert "Tid, penge og belastning skønnes" in said
    assert "Nadia Krogh har sagen." in said


def test_a_case_in_the_making_is_told_its_body_and_the_last_day(house: House, client: Client) -> None:
    meeting = planned(house)
    page = html(client, house.cast.erik, clarified(house.cast, house.now))

    assert "Sagen gøres klar til Rådet" in page
    assert "for at komme på mødet 3. december 2026" in page
    assert f'href="{meeting.get_absolute_url()}">Rådet 3. december 2026' in page


def test_a_ready_case_says_who_puts_it_on_the_agenda(house: House, client: Client) -> None:
    case = ready_case(house)
    assert "Nadia Krogh skal indkalde et møde" in html(client, house.cast.erik, case)

    planned(house)
    page = html(client, house.cast.erik, case)
    assert "Rådet skal tage stilling til sagen" in page
    assert "Nadia Krogh sætter den på dagsordenen. Næste møde er 3. december 2026." in page
    assert "Indstilling Venter på Rådet Ikke på dagsordenen endnu" in track(page)


def test_a_case_on_the_agenda_names_the_meeting(house: House, client: Client) -> None:
    case, meeting = ready_case(house), planned(house)
    draft_agenda(meeting, by=house.cast.nadia, at=house.now)
    assert "Rådet skal tage stilling til sagen" in html(
        client, house.cast.erik, case
    )  # a draft is the body's own

    send_agenda(meeting, by=house.cast.nadia, at=house.now)
    page = html(client, house.cast.erik, case)
    assert "Rådet behandler sagen 3. december 2026" in page
    assert "Indstilling 3. december 2026 Venter på Rådet pkt. 2" in track(page)


def test_a_recommended_case_tells_who_recommended_and_who_decides(house: House, client: Client) -> None:
    case = ready_case(house)
    decided(house, OutcomeKind.RECOMMENDED_WITH_CONDITIONS, conditions=conditions(house))
    page = html(client, house.cast.erik, case)

    assert "Indstilling 3. december 2026 Anbefales med betingelser Rådet, pkt. 2" in track(page)
    assert "Beslutning Venter på Direktionen Ikke på dagsordenen endnu" in track(page)
    assert "Direktionen skal beslutte, om sagen går i gang" in page
    assert "Rådet 3. december 2026: anbefales med betingelser." in page


def test_a_decided_case_tells_by_whom(house: House, client: Client) -> None:
    case = ready_case(house)
    decided(house, OutcomeKind.RECOMMENDED)
    decided(house, OutcomeKind.APPROVED, "direktionen")
    page = html(client, house.cast.erik, case)

    assert "Beslutning 4. december 2026 Godkendt Direktionen, pkt. 2" in track(page)
    assert page.count('aria-current="step"') == 1
    assert "Sagen er besluttet, men har ingen plads i planen" in page


def test_what_only_one_looks_up_is_folded(house: House, client: Client) -> None:
    page = html(client, house.cast.erik, clarified(house.cast, house.now))

    for section in ("wish", "staff", "spor"):
        assert f'aria-labelledby="{section}"><details class="fold">' in page


def test_without_a_model_nobody_is_named(cast: Cast, client: Client, now: datetime) -> None:
    assert "hvem der kan beslutte sagen" in html(client, cast.anna, clarified(cast, now))


def test_what_was_approved_after_the_plan_waits_for_the_next(house: House, client: Client) -> None:
    build_limits()
    build_initiative("2026-901")
    record_plan_of(house.cast, house.now, {"2026-901": 0})
    case = ready_case(house)
    decided(house, OutcomeKind.RECOMMENDED)
    decided(house, OutcomeKind.APPROVED, "direktionen")
    assert "når planen beregnes igen" in html(client, house.cast.anna, case)

    record_plan_of(house.cast, house.now, {"2026-901": 0})
    assert "ingen plads i planen" in html(client, house.cast.anna, case)

"""The rail of the workbench: every section, what is missing in it, and who gets the case next."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from takt.governance.clarifying.checklist import Item
from takt.governance.clarifying.readiness.commands.ask_readiness import ask_readiness
from takt.governance.deciding.checklists.gathering import PROVIDERS, Gathered
from takt.governance.deciding.hearing.commands.call_hearing import call_hearing
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.deciding.models import Body
from takt.governance.flow.models import Initiative
from takt.interfaces.workbench.sections import SECTIONS, Section, sections_of
from tests.builders import Cast
from tests.governance.clarifying.cases import clarified, taken
from tests.governance.deciding.test_send_on import adopt_model_of_two

CASE = Initiative(number="2026-001")


def gathered(*required: Item, others: tuple[Item, ...] = ()) -> Gathered:
    return Gathered("", "", required, others)


def section(name: str, found: Gathered, *, is_over: bool = False) -> Section:
    (one,) = [one for one in sections_of(CASE, found, is_over=is_over) if one.name == name]
    return one


def test_every_item_that_a_body_may_require_stands_in_one_section() -> None:
    placed = [key for _anchor, _name, keys in SECTIONS for key in keys]
    known = [key for provider in PROVIDERS for key in provider.names]
    assert sorted(placed) == sorted(known)


def test_a_section_says_what_is_missing_and_what_is_not_required() -> None:
    money, deadline = (
        Item("money", True, "Har tre tal", ""),
        Item("deadline", False, "Ingen frist", "Juristen"),
    )
    one = section("Skøn", gathered(money, deadline))
    assert (one.mark, one.missing, one.href) == ("bad", [deadline], "#skoen")
    assert section("Skøn", gathered(money)).mark == "ok"
    assert section("Risici", gathered(others=(Item("risks", False, "Ingen", ""),))).mark == "none"
    assert section("Risici", gathered(others=(Item("risks", True, "Tre", ""),))).mark == "ok"
    assert section("Ønsket", gathered()).href == "/sag/2026-001/#behandling"


def test_a_load_over_the_ceiling_is_seen_and_does_not_hide_what_is_missing() -> None:
    units = Item("units", True, "To enheder", "")
    assert section("Enheder", gathered(units), is_over=True).mark == "warn"
    missing = Item("units", False, "Ingen enheder", "")
    assert section("Enheder", gathered(missing), is_over=True).mark == "bad"


@pytest.fixture
def nadia(cast: Cast, client: Client) -> Client:
    client.force_login(cast.nadia)
    return client


def page(client: Client, case: Initiative) -> str:
    return client.get(f"/sag/{case.number}/kvalificering/").content.decode()


@pytest.mark.django_db
def test_every_link_of_the_rail_leads_to_a_heading_in_the_same_order(
    cast: Cast, nadia: Client, now: datetime
) -> None:
    for case in (taken(cast, now), clarified(cast, now, "En sag med det hele")):
        text = page(nadia, case)
        rail = text[
            text.index('class="plain checklist sections"') : text.index("</nav>", text.index("sections"))
        ]
        anchors = re.findall(r'href="#([\w-]+)"', rail)
        assert len(anchors) == len(SECTIONS) - 1, "all but the wish itself"
        places = [text.index(f'id="{anchor}"') for anchor in anchors]
        assert places == sorted(places)


@pytest.mark.django_db
def test_the_rail_names_the_body_that_gets_the_case_and_its_deadline(
    cast: Cast, nadia: Client, now: datetime
) -> None:
    adopt_model_of_two(cast, now)
    empty, whole = taken(cast, now), clarified(cast, now, "En sag med det hele")
    text = page(nadia, empty)
    assert "Klar til behandling?" in text
    assert "Hvem der får sagen, følger af skønnet" in text
    assert "Fire krav mangler." in text
    assert "Kan meldes klar, når de fire krav er opfyldt." in text
    text = page(nadia, whole)
    assert "Klar til Rådet?" in text
    assert "Fristen for næste møde" not in text
    body = Body.objects.get(key="raadet")
    due = (now + timedelta(days=20)).date()
    Meeting.objects.create(body=body, starts_at=now + timedelta(days=30), items_due_date=due)
    assert f"Fristen for næste møde er {due.day}. " in page(nadia, whole)


@pytest.mark.django_db
def test_readiness_and_hearing_stand_on_the_bench_with_counts_in_words(
    cast: Cast, nadia: Client, now: datetime
) -> None:
    case = clarified(cast, now)
    text = page(nadia, case)
    assert "Ingen har spurgt enhederne endnu" in text
    assert "Enhederne er ikke hørt endnu" in text
    ask_readiness(case, due_date=(now + timedelta(days=14)).date(), by=cast.nadia, at=now)
    hearing = call_hearing(
        case,
        ["Hvad skal der til, for at I kan være med?"],
        [case.unit],
        due_date=(now + timedelta(days=14)).date(),
        by=cast.nadia,
        at=now,
    )
    text = page(nadia, case)
    assert "Én enhed er spurgt, ingen har svaret." in text
    assert f'href="{hearing.get_absolute_url()}"' in text

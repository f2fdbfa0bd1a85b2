from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.models import Assignment
from takt.governance.clarifying.network.commands.assign_case import assign_case
from takt.governance.clarifying.network.commands.name_substitute import name_substitute
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.terms import Absence
from tests.builders import Cast, build_unit
from tests.governance.clarifying.cases import sent, taken
from tests.governance.clarifying.network.members import REASON, TODAY, build_member, person_of
from tests.governance.clarifying.test_commands import QUESTION

pytestmark = pytest.mark.django_db


@pytest.fixture
def nadia(cast: Cast, client: Client) -> Client:
    client.force_login(cast.nadia)
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        page(client, address)
    return len(caught)


def test_the_map_says_where_nobody_answers_and_what_to_do(cast: Cast, client: Client, now: datetime) -> None:
    build_member(cast, now, "Mette Lauritsen")
    client.force_login(cast.anna)
    text = page(client, "/netvaerk/")
    assert "1 af 2 enheder har nogen i netværket, og ét område er tavst" in text
    assert "Mette Lauritsen" in text
    assert "Bed direktionen" in text
    assert "Kun digitaliseringskonsulenten" in text, "the disabled button says why"


def test_the_members_with_most_stand_first_and_what_is_late_is_seen(
    cast: Cast, nadia: Client, now: datetime
) -> None:
    build_member(cast, now, "Aase Mikkelsen")
    mette = build_member(cast, now, "Mette Lauritsen")
    case = taken(cast, now)
    assign_case(case, person_of(mette), seen=cast.nadia.pk, by=cast.nadia, at=now)
    question = ask_back(case, QUESTION, by=person_of(mette), at=now)
    question.due_date = TODAY.replace(year=2020)
    question.save()
    text = page(nadia, "/netvaerk/medlemmer/")
    assert "2 medlemmer, og én har svar, der er over tiden" in text
    assert text.index("Mette Lauritsen") < text.index("Aase Mikkelsen")


def test_who_knows_about_it(cast: Cast, nadia: Client, now: datetime) -> None:
    build_member(cast, now, "Mette Lauritsen", knows=("Omsorg",))
    build_member(cast, now, "Lone Bjerg", knows=("data",))
    text = page(nadia, "/netvaerk/medlemmer/?viden=omsorg")
    assert "Én i netværket ved noget om Omsorg" in text
    assert "Mette Lauritsen" in text
    assert "Lone Bjerg" not in text
    assert "2 medlemmer" in page(nadia, "/netvaerk/medlemmer/?viden=findes-ikke")


@pytest.mark.parametrize("address", ["/netvaerk/", "/netvaerk/medlemmer/", "/netvaerk/medlem/{pk}/"])
def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(
    cast: Cast, nadia: Client, now: datetime, address: str
) -> None:
    first = build_member(cast, now, "Mette Lauritsen", knows=("omsorg", "data"))
    assign_case(
        taken(cast, now, "Den første sag"), person_of(first), seen=cast.nadia.pk, by=cast.nadia, at=now
    )
    address = address.format(pk=first.pk)
    few = queries(nadia, address)
    for number in range(6):
        unit = build_unit(f"Enhed {number}", parent=cast.troels.unit)
        member = build_member(cast, now, f"Medlem{number} Hansen", unit, knows=("omsorg", f"emne {number}x"))
        assign_case(
            taken(cast, now, f"Sag nummer {number} i rækken"),
            person_of(member),
            seen=cast.nadia.pk,
            by=cast.nadia,
            at=now,
        )
        assign_case(
            taken(cast, now, f"En sag mere {number}"),
            person_of(first),
            seen=cast.nadia.pk,
            by=cast.nadia,
            at=now,
        )
    assert queries(nadia, address) == few


def test_a_member_is_added_from_the_page(cast: Cast, nadia: Client) -> None:
    given = {
        "person": "anna holm",
        "unit": cast.anna.unit_id,
        "kind": "super_user",
        "from_date": "2026-11-23",
        "to_date": "",
        "knows": "omsorg, data",
    }
    answer = nadia.post("/netvaerk/medlemmer/nyt/", given)
    membership = Membership.objects.get(person=cast.anna)
    assert answer["Location"] == f"/netvaerk/medlem/{membership.pk}/"
    assert nadia.post("/netvaerk/medlemmer/nyt/", given).status_code == 409
    assert nadia.post("/netvaerk/medlemmer/nyt/", given | {"person": "ingen"}).status_code == 422


def test_a_member_sees_forms_for_themselves_and_none_for_others(
    cast: Cast, client: Client, now: datetime
) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    client.force_login(person_of(mette))
    assert "Gem vidensområder" in page(client, f"/netvaerk/medlem/{mette.pk}/")
    text = page(client, f"/netvaerk/medlem/{lone.pk}/")
    assert "Gem vidensområder" not in text
    assert "Overdrag alt" not in text
    for deed in ("viden", "stedfortraeder", "ret", "overdrag", "giv"):
        given = {"edition": 1, "to": mette.person_id, "reason": REASON, "number": ["x"]}
        answer = client.post(f"/netvaerk/medlem/{lone.pk}/{deed}/", given)
        assert answer.status_code in {403, 422}, deed


def test_the_coordinator_leads_from_the_page_of_a_member(cast: Cast, nadia: Client, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    case = taken(cast, now)
    assign_case(case, person_of(mette), seen=cast.nadia.pk, by=cast.nadia, at=now)
    address = f"/netvaerk/medlem/{mette.pk}/"
    nadia.post(f"{address}viden/", {"fields": "omsorg, data", "seen": ""})
    edition = Membership.objects.get(pk=mette.pk).edition
    nadia.post(
        f"{address}stedfortraeder/",
        {
            "substitute": lone.person_id,
            "away_from": "2020-01-01",
            "away_to": "2199-01-01",
            "edition": edition,
        },
    )
    assert "Lone Bjerg ser opgaverne imens" in page(nadia, address)
    nadia.post(f"{address}giv/", {"to": lone.person_id, "number": [case.number]})
    assert Assignment.objects.get().person == lone.person
    late = nadia.post(f"{address}giv/", {"to": mette.person_id, "number": [case.number]})
    assert late.status_code == 409
    assert "Lone Bjerg har fået sagen" in late.content.decode()
    text = nadia.post(
        f"{address}overdrag/", {"to": lone.person_id, "reason": REASON, "edition": edition + 1}, follow=True
    ).content.decode()
    assert "alt blev overdraget" in text
    assert REASON not in text


def test_a_case_is_given_and_taken_over_on_its_own_page(cast: Cast, nadia: Client, now: datetime) -> None:
    mette, lone = build_member(cast, now, "Mette Lauritsen"), build_member(cast, now, "Lone Bjerg")
    case = sent(cast, now)
    assert "Giv sagen til …" in page(nadia, f"/sag/{case.number}/")
    nadia.post(f"/netvaerk/giv/{case.number}/", {"to": mette.person_id})
    assert Assignment.objects.get().person == mette.person
    name_substitute(
        mette,
        person_of(lone),
        Absence(TODAY.replace(year=2020), TODAY.replace(year=2199)),
        edition=1,
        by=cast.nadia,
        at=now,
    )
    nadia.force_login(person_of(lone))
    text = page(nadia, f"/sag/{case.number}/")
    assert "Overtag sagen" in text
    assert f'name="seen" value="{mette.person_id}"' in text
    assert "Giv sagen til …" not in text
    nadia.post(f"/netvaerk/overtag/{case.number}/", {"reason": REASON, "seen": mette.person_id})
    assert Assignment.objects.get().person == lone.person
    assert nadia.post(f"/netvaerk/giv/{case.number}/", {"to": mette.person_id}).status_code == 403

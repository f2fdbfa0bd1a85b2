from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from takt.foundation.people.models import Role, RoleHolding
from takt.governance.clarifying.commands.describe_impact import describe_impact
from takt.governance.deciding.hearing.models import Hearing, Party, Stance
from tests.builders import Cast, build_unit
from tests.governance.clarifying.cases import CARRIED
from tests.governance.deciding.hearing.heard import QUESTION, REASON, Stage, hear, party_of, say, set_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def it(cast: Cast) -> Stage:
    return set_stage(cast, timezone.now())


@pytest.fixture
def hearing(cast: Cast, it: Stage) -> Hearing:
    """Called today, for two weeks."""
    return hear(cast, timezone.now(), it, due=timezone.localdate() + timedelta(days=14))


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        page(client, address)
    return len(caught)


def test_the_units_of_the_case_are_chosen_beforehand_and_others_can_be_added(
    cast: Cast, client: Client, it: Stage
) -> None:
    describe_impact(it.case, {it.north.pk: CARRIED}, seen={}, by=cast.nadia, at=timezone.now())
    client.force_login(cast.nadia)
    address = f"/sag/{it.case.number}/hoering/"
    text = page(client, address)
    assert f'value="{it.north.pk}" checked' in text
    assert f'value="{it.library.pk}" checked' not in text
    assert "Vibeke Storm" in text
    given = {"questions": f"{QUESTION}\n\nHvem skal lære det?", "units": [it.north.pk, it.library.pk]}
    answer = client.post(address, given | {"due_date": "2020-01-01"})
    assert answer.status_code == 409
    assert "mindst en uge" in answer.content.decode()
    assert f'value="{it.library.pk}" checked' in answer.content.decode(), "what was chosen is kept"
    due = timezone.localdate() + timedelta(days=14)
    answer = client.post(address, given | {"due_date": due.isoformat()}, follow=True)
    assert "2 enheder er spurgt. Én af dem har ingen leder i Takt" in answer.content.decode()
    assert Hearing.objects.get().questions == [QUESTION, "Hvem skal lære det?"]
    assert client.get(address).status_code == 409, "one is under way"


def test_a_manager_answers_on_the_page_and_only_for_their_own(
    client: Client, it: Stage, hearing: Hearing
) -> None:
    client.force_login(it.vibeke)
    address = hearing.get_absolute_url()
    text = page(client, address)
    assert text.count("Send svaret") == 1
    north, nursing = party_of(hearing, it.north), party_of(hearing, it.nursing)
    given = {f"enhed{north.pk}-stance": "support", f"enhed{north.pk}-edition": 1}
    answer = client.post(f"{address}svar/{north.pk}/", given, follow=True)
    assert "Svaret fra Hjemmeplejen Nord følger nu sagen" in answer.content.decode()
    assert client.post(f"{address}svar/{nursing.pk}/", {}).status_code == 403


def test_what_was_written_is_kept_when_another_wrote_first(
    client: Client, it: Stage, hearing: Hearing
) -> None:
    say(hearing, it.north, Stance.SUPPORT, by=it.vibeke, at=timezone.now())
    client.force_login(it.vibeke)
    pk = party_of(hearing, it.north).pk
    given = {
        f"enhed{pk}-stance": "against",
        f"enhed{pk}-text": "Vi er bekymrede for aftenvagten.",
        f"enhed{pk}-edition": 1,
    }
    answer = client.post(f"{hearing.get_absolute_url()}svar/{pk}/", given)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "er ændret, siden du åbnede siden" in text
    assert "bekymrede for aftenvagten" in text
    given[f"enhed{pk}-edition"] = 2
    client.post(f"{hearing.get_absolute_url()}svar/{pk}/", given)
    assert Party.objects.get(pk=pk).stance == Stance.AGAINST


def test_the_answers_follow_the_case(cast: Cast, client: Client, it: Stage, hearing: Hearing) -> None:
    say(
        hearing, it.north, Stance.AGAINST, "Vi er bekymrede for aftenvagten.", by=it.vibeke, at=timezone.now()
    )
    client.force_login(cast.anna)
    assert "Én af tre enheder har svaret" in page(client, it.case.get_absolute_url())
    Hearing.objects.update(due_date="2020-01-01")
    text = page(client, it.case.get_absolute_url())
    assert "Ingen af tre enheder støtter, én er imod og to har ikke svaret" in text
    assert "Intet svar" in text
    assert "bekymrede for aftenvagten" in text
    assert "Spørg enhederne" not in text, "Anna holds no hearings"
    assert "Ingen høringer er i gang" in page(client, "/hoeringer/")


def test_whoever_holds_it_gives_time_takes_it_back_or_ends_it(
    cast: Cast, client: Client, it: Stage, hearing: Hearing
) -> None:
    client.force_login(cast.nadia)
    address, due = hearing.get_absolute_url(), timezone.localdate() + timedelta(days=40)
    client.post(f"{address}forlaeng/", {"due_date": due.isoformat(), "reason": REASON, "edition": 1})
    assert REASON in page(client, address)
    assert client.post(f"{address}afslut/").status_code == 409
    client.post(f"{address}traek-tilbage/", {"reason": REASON, "edition": 2})
    assert "Høringen er trukket tilbage" in page(client, address)
    client.force_login(it.vibeke)
    for deed in ("forlaeng", "traek-tilbage", "afslut"):
        assert client.post(f"{address}{deed}/", {}).status_code == 403


@pytest.mark.parametrize("address", ["/hoeringer/", "/sag/{number}/", "/hoeringer/{pk}/", "/opgaver/"])
def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(
    cast: Cast, client: Client, it: Stage, now: datetime, address: str
) -> None:
    first = hear(cast, timezone.now(), it, due=timezone.localdate() + timedelta(days=14))
    RoleHolding.objects.create(person=cast.nadia, role=Role.UNIT_MANAGER, unit=it.library)
    client.force_login(cast.nadia)
    address = address.format(number=it.case.number, pk=first.pk)
    page(client, address)
    few = queries(client, address)
    for number in range(5):
        unit = build_unit(f"Enhed {number}", parent=it.north.parent)
        Party.objects.create(hearing=first, unit=unit)
        other = set_stage(cast, now, f"En anden sag {number}")
        hear(cast, timezone.now(), other, due=timezone.localdate() + timedelta(days=14))
    assert queries(client, address) == few

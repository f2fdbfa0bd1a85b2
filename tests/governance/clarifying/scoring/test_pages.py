import re
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.people.models import Person
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.scoring.commands.add_assessor import add_assessor
from takt.governance.clarifying.scoring.models import CriteriaVersion, Round, Score, Settlement
from tests.builders import Cast, build_person
from tests.governance.clarifying.cases import clarified
from tests.governance.clarifying.scoring.cases import (
    COUNCIL,
    WHY,
    adopted_criteria,
    answer,
    asked,
    seat_council,
    three_assessors,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(cast: Cast) -> list[Person]:
    return three_assessors(cast)


@pytest.fixture
def one(cast: Cast, now: datetime, people: list[Person]) -> Round:
    return asked(clarified(cast, now), people, adopted_criteria(cast, now), cast, now)


def read(client: Client, reader: Person, address: str) -> str:
    client.force_login(reader)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def form_of(one: Round, score: int, reason: str = WHY, edition: int = 0) -> dict[str, object]:
    form: dict[str, object] = {"edition": edition}
    for pk in one.criteria.criteria.values_list("pk", flat=True):
        form |= {f"value-{pk}": score, f"reason-{pk}": reason}
    return form


def address(one: Round, part: str = "") -> str:
    return f"/sag/{one.initiative.number}/bedoemmelse/{part}"


def test_no_page_shows_a_score_before_all_have_answered(
    client: Client, cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    answer(one, people[0], 5, at=now)
    pages = (address(one), f"/sag/{one.initiative.number}/", f"/sag/{one.initiative.number}/kvalificering/")
    for reader in (cast.nadia, cast.birgit, people[1]):
        for page in pages:
            shown = read(client, reader, page)
            assert WHY not in shown
            assert "1 af 3 har bedømt sagen" in shown
    assert WHY in read(client, people[0], address(one)), "one's own stand in the form"
    for person in people[1:]:
        answer(one, person, 5, at=now)
    for page in pages:
        assert "Bedømmerne er enige" in read(client, cast.birgit, page)


def test_answering_in_the_browser_and_what_was_written_is_kept_when_refused(
    client: Client, one: Round, people: list[Person]
) -> None:
    client.force_login(people[0])
    refused = client.post(address(one, "runde/1/svar/"), form_of(one, 3, "kort"))
    assert refused.status_code == 409
    page = refused.content.decode()
    assert "mangler en brugbar begrundelse" in page
    assert page.count('value="kort"') == 5
    assert page.count(' value="3" aria-describedby') == 5
    assert not Score.objects.exists()
    assert client.post(address(one, "runde/1/svar/"), form_of(one, 3)).status_code == 302
    assert Score.objects.count() == 5


def test_strangers_are_refused_at_every_door(client: Client, cast: Cast, one: Round) -> None:
    client.force_login(cast.anna)
    doors = ("spoerg/", "ny-runde/", "runde/1/svar/", "bedoemmer/", "luk/", "vaerdi/", "vaerdi/haand/")
    for door in doors:
        assert client.post(address(one, door), {"person": "Erik Dam"}).status_code == 403, door
    criterion = one.criteria.criteria.all()[0]
    assert client.post(address(one, f"afklar/{criterion.pk}/"), {"text": WHY}).status_code == 403
    assessor = one.assessors.all()[0]
    assert client.post(address(one, f"bedoemmer/{assessor.pk}/"), {"person": "x"}).status_code == 403


def test_asking_settling_and_valuing_in_the_browser(
    client: Client, cast: Cast, now: datetime, people: list[Person]
) -> None:
    case, criteria = clarified(cast, now), adopted_criteria(cast, now)
    client.force_login(cast.nadia)
    start = f"/sag/{case.number}/bedoemmelse/"
    form = {
        "person-1": "Fatma Yildiz",
        "person-2": "Ukendt",
        "due_date": "2099-12-07",
        "criteria": criteria.pk,
    }
    unknown = client.post(f"{start}spoerg/", form)
    assert unknown.status_code == 409
    assert 'value="Fatma Yildiz"' in unknown.content.decode()
    form["person-2"] = people[1].email
    assert client.post(f"{start}spoerg/", form).status_code == 302
    one = Round.objects.get()
    answer(one, people[0], 4, 4, 4, 1, 4, at=now)
    answer(one, people[1], 4, at=now)
    assert "Gennemførbarhed skal afklares" in read(client, cast.nadia, start)
    feasible = one.criteria.criteria.all()[3]
    assert client.post(f"{start}vaerdi/").status_code == 409
    client.post(f"{start}afklar/{feasible.pk}/", {"text": "Vi starter uden integration.", "edition": "0"})
    assert Settlement.objects.get().settled_by == cast.nadia
    late = client.post(
        f"{start}afklar/{feasible.pk}/", {"text": "Noget helt andet, jeg skrev.", "edition": "0"}
    )
    assert late.status_code == 409
    assert "Noget helt andet, jeg skrev." in late.content.decode()
    assert "Vi starter uden integration." in late.content.decode()
    shown = dict(re.findall(r'name="(seen|offered)" value="(\d+)"', read(client, cast.nadia, start)))
    assert client.post(f"{start}vaerdi/", shown).status_code == 302
    assert "Regnet af bedømmelsen i runde 1" in read(client, cast.nadia, start)
    points = Estimate.objects.get().points_per_year
    by_hand = {"points": "90", "reason": "Rådet har aftalt et andet tal.", "seen": str(points)}
    assert client.post(f"{start}vaerdi/haand/", by_hand).status_code == 302
    assert "Sat i hånden af Nadia Krogh" in read(client, cast.nadia, start)


def test_the_page_does_the_same_number_of_queries_for_any_number_of_assessors(
    client: Client, cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    for person in people:
        answer(one, person, 4, at=now)

    def queries() -> int:
        client.force_login(cast.birgit)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            client.get(address(one))
        return len(caught)

    few = queries()
    for number in range(5):
        extra = build_person(f"Ekstra{number} Hansen")
        add_assessor(one.initiative, extra, by=cast.nadia, at=now)
        answer(one, extra, 4, at=now)
    assert queries() == few


def test_criteria_are_written_and_adopted_in_the_browser(client: Client, cast: Cast, now: datetime) -> None:
    seat_council(cast, now)
    assert "har ingen kriterier endnu" in read(client, cast.anna, f"/styring/bedoemmelse/{COUNCIL}/")
    for door in ("begynd/", "kladde/", "kasser/", "vedtag/"):
        assert client.post(f"/styring/bedoemmelse/{COUNCIL}/{door}").status_code == 403
    client.force_login(cast.troels)
    assert client.post(f"/styring/bedoemmelse/{COUNCIL}/begynd/").status_code == 302
    row = {"name-1": "Nytte", "worst-1": "Ingen", "best-1": "Meget", "weight-1": "40"}
    form = {**row, "full_points": "200", "dkk_per_point": "5.000", "edition": "1"}
    assert client.post(f"/styring/bedoemmelse/{COUNCIL}/kladde/", form).status_code == 302
    stale = client.post(f"/styring/bedoemmelse/{COUNCIL}/kladde/", form | {"name-1": "Min tekst"})
    assert stale.status_code == 409
    assert 'value="Min tekst"' in stale.content.decode()
    assert "I kladden står nu: Nytte 40" in " ".join(stale.content.decode().split())
    assert client.post(f"/styring/bedoemmelse/{COUNCIL}/vedtag/", {"edition": "2"}).status_code == 409
    done = client.post(f"/styring/bedoemmelse/{COUNCIL}/vedtag/", {"edition": "2", "reason": "Besluttet"})
    assert done.status_code == 302
    version = CriteriaVersion.objects.get()
    assert (version.number, version.full_points, version.dkk_per_point) == (1, 200, 5000)
    assert "5 i alt giver 200 point" in read(client, cast.anna, f"/styring/bedoemmelse/{COUNCIL}/")
    assert client.get("/styring/bedoemmelse/findes-ikke/").status_code == 404

"""A municipality without a network sets up its own model through the pages alone, and everyone can read it."""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from takt.calculation.governance_path import CaseFacts, Level, Mandate, path_for
from takt.governance.deciding.case_path import decision_path
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.models import Body, ModelVersion
from takt.governance.deciding.queries import bodies_of, draft, in_force
from takt.governance.deciding.terms import BodyTerms, model_terms, path_bodies
from tests.builders import Cast

pytestmark = pytest.mark.django_db


def filled(name: str, *, position: int, investment: str, chair: str, edition: str = "0") -> dict[str, str]:
    """The form as a browser sends it."""
    return {
        "name": name,
        "position": str(position),
        "cadence": "hver måned",
        "quorum": "1",
        "edition": edition,
        "mandat-TOTAL_FORMS": "1",
        "mandat-INITIAL_FORMS": "0",
        "mandat-0-level": "decide",
        "mandat-0-scope": "both",
        "mandat-0-investment_limit_dkk": investment,
        "plads-TOTAL_FORMS": "1",
        "plads-INITIAL_FORMS": "0",
        "plads-0-person": chair,
        "plads-0-role": "chair",
    }


def set_up(client: Client, cast: Cast) -> None:
    client.force_login(cast.nadia)
    client.post("/styring/kladde/begynd/")
    new = "/styring/kladde/nyt-forum/"
    committee = filled("Digitaliseringsudvalget", position=1, investment="500.000 kr.", chair="Troels Friis")
    assert client.post(new, committee).status_code == 302
    assert (
        client.post(new, filled("Direktionen", position=2, investment="", chair="Birgit Lund")).status_code
        == 302
    )
    page = client.get("/styring/kladde/").content.decode()
    assert "Beslutter alle sager op til 500.000 kr. i anlæg." in page
    begun = draft()
    assert begun is not None
    given = {
        "edition": begun.edition,
        "reason": "Vi har intet netværk",
        "in_force_from": timezone.localdate(),
    }
    answer = client.post("/styring/kladde/vedtag/", given)
    assert answer.status_code == 302, answer.content.decode()


def test_a_second_model_is_set_up_through_the_interface_alone(client: Client, cast: Cast) -> None:
    set_up(client, cast)

    version = in_force(timezone.now())
    assert version is not None
    bodies = path_bodies(model_terms(bodies_of(version)))
    for amount, decider in ((500_000, "Digitaliseringsudvalget"), (500_001, "Direktionen")):
        path = path_for(CaseFacts(frozenset({1, 2}), amount, 0), bodies)
        assert path.decider is not None
        assert path.decider.body.name == decider
    page = client.get("/styring/").content.decode()
    assert "To fora fører et ønske til en beslutning" in page
    assert "Tværgående og over 500.000 kr." in page
    assert "Troels Friis" in client.get("/styring/forum/digitaliseringsudvalget/").content.decode()
    assert "Forummet oprettes." in client.get("/styring/versioner/1/").content.decode()


def test_what_was_written_is_kept_beside_what_another_wrote(client: Client, cast: Cast) -> None:
    begin_draft(by=cast.nadia)
    body = save_body(BodyTerms("Rådet", mandates=(Mandate(Level.DECIDE),)), by=cast.nadia)
    save_body(BodyTerms("Rådet", purpose="Skrevet af en anden"), key=body.key, edition=1, by=cast.nadia)
    client.force_login(cast.nadia)
    mine = filled("Mit navn", position=1, investment="1", chair="Birgit Lund", edition="1")
    url = f"/styring/kladde/forum/{body.key}/"

    answer = client.post(url, mine)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Skrevet af en anden" in page
    assert 'value="Mit navn"' in page
    assert 'name="edition" value="2"' in page
    assert client.post(url, mine | {"edition": "2"}).status_code == 302
    assert Body.objects.get().name == "Mit navn"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"plads-0-person": "Ukendt Person"}, "Takt kender ikke Ukendt Person"),
        ({"mandat-0-investment_limit_dkk": "en million"}, "helt beløb i kroner"),
        ({"plads-0-from_date": "2026-05-01", "plads-0-to_date": "2026-04-01"}, "før den første"),
    ],
)
def test_a_form_that_cannot_be_read_says_where(
    changed: dict[str, str], said: str, client: Client, cast: Cast
) -> None:
    begin_draft(by=cast.nadia)
    client.force_login(cast.nadia)
    answer = client.post(
        "/styring/kladde/nyt-forum/",
        filled("Rådet", position=1, investment="1", chair="Birgit Lund") | changed,
    )
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Body.objects.exists()


def test_others_read_but_are_politely_refused(client: Client, cast: Cast) -> None:
    set_up(client, cast)
    client.force_login(cast.anna)
    page = client.get("/styring/").content.decode()
    assert "Ret modellen" not in page
    for path in ("begynd/", "kasser/", "vedtag/", "nyt-forum/", "forum/direktionen/nedlaeg/"):
        given = {"edition": "1", "reason": "x", "in_force_from": "2030-01-01"}
        assert client.post(f"/styring/kladde/{path}", given).status_code == 403, path
    assert ModelVersion.objects.count() == 1


def test_the_pages_ask_few_questions_and_speak_english(
    client: Client, cast: Cast, django_assert_max_num_queries: object
) -> None:
    set_up(client, cast)
    for path in ("/styring/", "/styring/versioner/1/", "/styring/forum/direktionen/"):
        with django_assert_max_num_queries(20):  # type: ignore[operator]
            assert client.get(path).status_code == 200
    cast.nadia.language = "en"
    cast.nadia.save()
    client.cookies["takt_language"] = "en"
    page = client.get("/styring/").content.decode()
    assert "Two bodies lead a wish to a decision" in page
    assert "Decides all cases up to DKK 500,000 of investment." in page


def test_a_case_without_model_or_estimate_says_what_is_missing(
    client: Client, cast: Cast, now: datetime
) -> None:
    assert "ingen styringsmodel" in decision_path(None, None, (), is_decided=False).text
    set_up(client, cast)
    said = decision_path(in_force(timezone.now()), None, (), is_decided=False)
    assert "Det kræver et skøn" in said.text
    assert said.steps == ()

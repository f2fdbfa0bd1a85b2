from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.models import Wish
from takt.governance.asking.rules import Answers
from takt.governance.flow.models import Initiative, Obligation
from takt.governance.flow.stages import Stage
from tests.builders import Cast, build_unit

pytestmark = pytest.mark.django_db

TROUBLE = "Vi kører langt for korte besøg hos borgerne"


@pytest.fixture
def anna(cast: Cast, client: Client) -> Client:
    client.force_login(cast.anna)
    return client


def wish(cast: Cast, now: datetime, title: str = "Skærmbesøg i hjemmeplejen") -> Wish:
    return submit_wish(Answers(TROUBLE, title=title), by=cast.troels, at=now)


def test_a_wish_is_sent_from_the_page(anna: Client) -> None:
    answer = anna.post(
        "/oensker/nyt/", {"trouble": TROUBLE, "helps_citizens": "on", "frequency": "daily", "action": "send"}
    )
    sent = Wish.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"/sag/{sent.initiative.number}/"
    assert (sent.trouble, sent.helps_citizens, sent.helps_own_unit, sent.frequency) == (
        TROUBLE,
        True,
        False,
        "daily",
    )


def test_a_refused_wish_keeps_what_was_written(anna: Client) -> None:
    answer = anna.post("/oensker/nyt/", {"trouble": "For kort", "frequency": "daily", "action": "send"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "for kort til, at andre kan forstå det" in page
    assert "For kort</textarea>" in page
    assert not Wish.objects.exists()


def test_the_draft_keeps_itself_while_typing(anna: Client) -> None:
    first = anna.post("/oensker/nyt/kladde/", {"trouble": "Vi kører"}).content.decode()
    draft = Wish.objects.get()
    assert "Kladden er gemt" in first
    assert f'value="{draft.initiative.number}"' in first
    anna.post(
        "/oensker/nyt/kladde/",
        {"trouble": TROUBLE, "draft": draft.initiative.number, "version": draft.initiative.version},
    )
    assert Wish.objects.get().trouble == TROUBLE
    assert TROUBLE in anna.get(f"/oensker/nyt/?kladde={draft.initiative.number}").content.decode()


def test_an_empty_page_keeps_no_draft(anna: Client) -> None:
    anna.post("/oensker/nyt/kladde/", {"trouble": "  "})
    assert not Wish.objects.exists()


def test_a_draft_is_nobody_elses_business(cast: Cast, client: Client, now: datetime) -> None:
    draft = save_draft(Answers("Hemmelig plan", title="Hemmelig plan"), by=cast.anna, at=now)
    client.force_login(cast.nadia)
    assert client.get(f"/oensker/nyt/?kladde={draft.initiative.number}").status_code == 404
    assert "Hemmelig" not in client.get("/oensker/").content.decode()
    assert (
        "Hemmelig" not in client.post("/oensker/nyt/lignende/", {"trouble": "Hemmelig plan"}).content.decode()
    )
    for deed in ("slut-dig-til", "traek-tilbage"):
        assert client.post(f"/oensker/{draft.initiative.number}/{deed}/").status_code == 404


def test_similar_wishes_are_shown_with_the_words_that_match(cast: Cast, anna: Client, now: datetime) -> None:
    wish(cast, now)
    page = anna.post(
        "/oensker/nyt/lignende/", {"trouble": "Kunne korte besøg blive til skærmbesøg?"}
    ).content.decode()
    assert "<mark>Skærmbesøg</mark> i hjemmeplejen" in page
    assert "Slut dig til" in page


def test_without_javascript_the_form_itself_looks(cast: Cast, anna: Client, now: datetime) -> None:
    wish(cast, now)
    page = anna.post(
        "/oensker/nyt/", {"trouble": "Skærmbesøg hos borgerne", "action": "look"}
    ).content.decode()
    assert "<mark>Skærmbesøg</mark>" in page
    assert Wish.objects.count() == 1


def test_joining_from_the_page_and_being_refused_twice(cast: Cast, anna: Client, now: datetime) -> None:
    number = wish(cast, now).initiative.number
    assert anna.post(f"/oensker/{number}/slut-dig-til/", {"reason": "Også os"}).status_code == 302
    again = anna.post(f"/oensker/{number}/slut-dig-til/")
    assert again.status_code == 409
    assert "allerede sluttet dig til" in again.content.decode()


def test_a_title_from_a_stranger_is_text_and_nothing_else(cast: Cast, anna: Client, now: datetime) -> None:
    wish(cast, now, title="<script>alert('besøg')</script>")
    pages = (
        anna.get("/oensker/").content.decode()
        + anna.post("/oensker/nyt/lignende/", {"trouble": "alert besøg script"}).content.decode()
    )
    assert "<script>alert" not in pages


def shown(client: Client, address: str) -> list[str]:
    return [one.title for one, _ in client.get(address).context["rows"]]


def test_the_list_is_filtered_searched_and_sorted(cast: Cast, anna: Client, now: datetime) -> None:
    for title in ("Ægteskab på nettet", "Børnenes skolevej", "Ansøgning om plads", "Åben dagsorden"):
        wish(cast, now, title=title)
    elsewhere = Initiative.objects.get(title="Åben dagsorden")
    elsewhere.unit, elsewhere.stage = build_unit("Vesterskolen", headcount=60), Stage.DECLINED
    elsewhere.obligation = Obligation.MUST
    elsewhere.save()
    assert shown(anna, "/oensker/?sorter=titel") == [
        "Ansøgning om plads",
        "Børnenes skolevej",
        "Ægteskab på nettet",
        "Åben dagsorden",
    ]
    assert shown(anna, "/oensker/?sorter=-titel")[0] == "Åben dagsorden"
    assert shown(anna, "/oensker/?q=barn") == ["Børnenes skolevej"]
    assert shown(anna, "/oensker/?trin=declined") == ["Åben dagsorden"]
    assert shown(anna, "/oensker/?forpligtelse=must") == ["Åben dagsorden"]
    assert shown(anna, f"/oensker/?enhed={elsewhere.unit_id}") == ["Åben dagsorden"]
    assert shown(anna, "/oensker/?mine=1") == []
    area = cast.troels.unit
    assert area is not None
    assert len(shown(anna, f"/oensker/?enhed={area.parent_id}")) == 3


@pytest.mark.parametrize(
    "address",
    [
        "/oensker/?trin=draft",
        "/oensker/?enhed=99999999999999999999",
        "/oensker/?enhed=x",
        "/oensker/?side=-1&sorter=%01",
        "/oensker/?q=%27%22)%20OR%20*",
        "/oensker/?trin=nonsense&forpligtelse=nonsense",
    ],
)
def test_a_strange_address_shows_a_list_all_the_same(address: str, anna: Client) -> None:
    assert anna.get(address).status_code == 200


def test_the_heading_is_the_finding(cast: Cast, anna: Client, now: datetime) -> None:
    assert "0 ønsker. Alle har fået svar" in anna.get("/oensker/").content.decode()
    wish(cast, now)
    assert "1 ønske. 1 venter på svar" in anna.get("/oensker/").content.decode()


def test_the_list_speaks_english_to_those_who_asked(cast: Cast, anna: Client, now: datetime) -> None:
    wish(cast, now)
    anna.post("/sprog/", {"language": "en", "next": "/oensker/"})
    page = anna.get("/oensker/").content.decode()
    assert '<html lang="en">' in page
    assert "1 wish. 1 awaits an answer" in page


def test_the_number_of_queries_does_not_grow(cast: Cast, anna: Client, now: datetime) -> None:
    wish(cast, now)
    anna.get("/oensker/")
    with CaptureQueriesContext(connection) as few:
        anna.get("/oensker/")
    for number in range(60):
        wish(cast, now, title=f"Ønske {number}")
    with CaptureQueriesContext(connection) as many:
        assert "Side 1 af 2" in anna.get("/oensker/").content.decode()
    assert len(many) == len(few)

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.ledger.models import Event
from takt.governance.asking.models import Wish
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.commands.park_wish import park_wish
from takt.governance.clarifying.models import Assignment, Question, Reply
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from tests.builders import Cast
from tests.governance.clarifying.cases import REASON, sent, taken

pytestmark = pytest.mark.django_db
QUESTION = "Hvor mange gange om ugen sker det?"


@pytest.fixture
def nadia(cast: Cast, client: Client) -> Client:
    client.force_login(cast.nadia)
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_nothing_to_do_says_so(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    assert "Ingen opgaver venter på dig" in page(client, "/opgaver/")


def test_the_network_sees_what_waits_and_what_is_late(cast: Cast, nadia: Client, now: datetime) -> None:
    sent(cast, now, "Til tiden")
    late = sent(cast, now, "For sent")
    Wish.objects.filter(initiative=late).update(answer_due_date=date(2020, 1, 1))
    text = page(nadia, "/opgaver/")
    assert "Ét ønske har ventet længere end lovet" in text
    assert text.index("For sent") < text.index("Til tiden")
    assert "1. januar 2020" in text


def test_others_do_not_see_the_queue_of_the_network(cast: Cast, client: Client, now: datetime) -> None:
    sent(cast, now)
    client.force_login(cast.erik)
    assert "Skærmbesøg" not in page(client, "/opgaver/")


def test_a_draft_is_in_nobodys_queue_and_cannot_be_taken(cast: Cast, nadia: Client, now: datetime) -> None:
    number = sent(cast, now).number
    Initiative.objects.update(stage=Stage.DRAFT)
    assert "Skærmbesøg" not in page(nadia, "/opgaver/")
    assert nadia.post(f"/opgaver/{number}/tag-op/").status_code == 404


def test_a_wish_is_taken_up_asked_about_and_answered(cast: Cast, client: Client, now: datetime) -> None:
    number = sent(cast, now).number
    client.force_login(cast.nadia)
    taken_up = client.post(f"/opgaver/{number}/tag-op/")
    assert taken_up["Location"] == f"/sag/{number}/kvalificering/"
    assert client.post(f"/opgaver/{number}/spoerg/", {"text": QUESTION}).status_code == 302
    assert "venter på ønskerens svar" in page(client, "/opgaver/")
    client.force_login(cast.anna)
    tasks = page(client, "/opgaver/")
    assert "Spørgsmål til dig" in tasks
    assert QUESTION in tasks
    case = page(client, f"/sag/{number}/")
    assert "Nadia Krogh kvalificerer sagen" in case
    assert "Dit svar" in case
    pk = Question.objects.get().pk
    answer = client.post(f"/opgaver/{number}/svar/{pk}/", {"text": "Hver dag, hele vinteren"})
    assert answer["Location"].endswith("#samtale")
    assert "Hver dag, hele vinteren" in page(client, f"/sag/{number}/")
    assert "Ingen opgaver venter på dig" in page(client, "/opgaver/")


def test_only_the_wisher_sees_the_field_for_the_answer(cast: Cast, client: Client, now: datetime) -> None:
    initiative = taken(cast, now)
    question = ask_back(initiative, QUESTION, by=cast.nadia, at=now)
    client.force_login(cast.troels)
    case = page(client, f"/sag/{initiative.number}/")
    assert QUESTION in case
    assert "Dit svar" not in case
    assert "Kvalificér" not in case
    address = f"/opgaver/{initiative.number}/svar/{question.pk}/"
    assert client.post(address, {"text": "Jeg ved det bedre end hende"}).status_code == 403


def test_a_question_of_another_case_is_not_found(cast: Cast, client: Client, now: datetime) -> None:
    question = ask_back(taken(cast, now), QUESTION, by=cast.nadia, at=now)
    other = sent(cast, now, "En anden")
    client.force_login(cast.anna)
    assert client.post(f"/opgaver/{other.number}/svar/{question.pk}/", {"text": "x" * 20}).status_code == 404


def test_a_button_that_cannot_be_used_says_why(cast: Cast, nadia: Client, now: datetime) -> None:
    case = page(nadia, f"/sag/{sent(cast, now).number}/")
    assert 'aria-describedby="why-not-park"' in case
    assert "Tag ønsket op først" in case


def test_a_no_from_the_page_is_read_on_the_case(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    nothing = nadia.post(f"/opgaver/{number}/sig-nej/", {"reason": ""})
    assert nothing.status_code == 409
    assert "Ønskeren får den at læse" in nothing.content.decode()
    assert nadia.post(f"/opgaver/{number}/sig-nej/", {"reason": REASON}).status_code == 302
    case = page(nadia, f"/sag/{number}/")
    assert "Svaret blev nej" in case
    assert REASON in case
    nadia.post(f"/opgaver/{number}/genoptag/", {"reason": "Der er kommet nye penge til området."})
    assert Reply.objects.latest("pk").kind == "reopened"


def test_a_parked_wish_is_a_task_again_on_its_day(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    address = f"/opgaver/{number}/udskyd/"
    assert nadia.post(address, {"reason": REASON, "reopen_date": "i morgen"}).status_code == 409
    assert nadia.post(address, {"reason": REASON, "reopen_date": "2099-03-01"}).status_code == 302
    assert "Udskudt til 1. marts 2099" in page(nadia, f"/sag/{number}/")
    assert "Skærmbesøg" not in page(nadia, "/opgaver/")
    Reply.objects.filter(kind="postponed").update(reopen_date=date(2020, 3, 1))
    assert "Udskudte ønsker, der skal tages op igen" in page(nadia, "/opgaver/")


def test_the_answer_that_holds_is_the_newest(cast: Cast, nadia: Client, now: datetime) -> None:
    initiative = taken(cast, now)
    park_wish(initiative, REASON, reopen_date=date(2099, 3, 1), by=cast.nadia, at=now + timedelta(days=1))
    assert REASON in page(nadia, f"/sag/{initiative.number}/")


def test_a_stranger_without_the_role_is_refused_and_leaves_no_trace(
    cast: Cast, client: Client, now: datetime
) -> None:
    number = sent(cast, now).number
    events = Event.objects.count()
    client.force_login(cast.erik)
    for deed in ("tag-op", "spoerg", "sig-nej", "udskyd", "genoptag"):
        assert client.post(f"/opgaver/{number}/{deed}/", {"reason": REASON}).status_code == 403
        assert client.get(f"/opgaver/{number}/{deed}/").status_code == 405
    assert Event.objects.count() == events
    assert not Assignment.objects.exists()


def test_what_people_write_is_text_and_nothing_else(cast: Cast, nadia: Client, now: datetime) -> None:
    initiative = taken(cast, now, title="<script>alert('besøg')</script>")
    ask_back(initiative, "<script>alert('hvorfor')</script>", by=cast.nadia, at=now)
    for address in ("/opgaver/", f"/sag/{initiative.number}/", f"/sag/{initiative.number}/kvalificering/"):
        assert "<script>alert" not in page(nadia, address)


def test_the_tasks_speak_english_to_those_who_asked(cast: Cast, nadia: Client, now: datetime) -> None:
    sent(cast, now)
    nadia.post("/sprog/", {"language": "en", "next": "/opgaver/"})
    text = page(nadia, "/opgaver/")
    assert '<html lang="en">' in text
    assert "My tasks" in text
    assert "1 wish waits to be taken up" in text
    assert "Take up" in text


def test_an_english_speaker_leaves_danish_behind(cast: Cast, nadia: Client, now: datetime) -> None:
    number = sent(cast, now).number
    nadia.post("/sprog/", {"language": "en", "next": "/opgaver/"})
    nadia.post(f"/opgaver/{number}/tag-op/")
    assert Reply.objects.get().reason.startswith("Vi tager ønsket op")


def test_the_number_of_queries_does_not_grow(cast: Cast, nadia: Client, now: datetime) -> None:
    def work(count: int) -> None:
        for number in range(count):
            ask_back(taken(cast, now, f"Sag {number}"), QUESTION, by=cast.nadia, at=now)
            sent(cast, now, f"Ønske {number}")

    work(1)
    page(nadia, "/opgaver/")
    with CaptureQueriesContext(connection) as few:
        page(nadia, "/opgaver/")
    work(25)
    with CaptureQueriesContext(connection) as many:
        assert "Side 1 af 2" in page(nadia, "/opgaver/")
    assert len(many) == len(few) <= 24

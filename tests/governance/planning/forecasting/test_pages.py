import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.jobs.worker import work_once
from takt.foundation.people.models import Person
from takt.governance.clarifying.models import Estimate
from takt.governance.planning.forecasting.models import Kind, Reckoning
from takt.governance.planning.models import PlanRun
from tests.builders import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(plan: PlanRun) -> PlanRun:
    work_once()
    work_once()
    return plan


def as_(person: object) -> Client:
    client = Client(headers={"accept-language": "da"})
    client.force_login(person)  # type: ignore[arg-type]
    return client


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return str(answer.content.decode())


def test_before_it_is_reckoned_the_pages_say_so_and_follow(cast: Cast, plan: PlanRun) -> None:
    for page in ("sikkerhed", "vaerdi"):
        said = text(as_(cast.anna), f"/plan/{plan.pk}/{page}/")
        assert "Det regnes nu" in said
        assert "hx-trigger" in said
    assert "ikke regnet endnu" in text(as_(cast.anna), f"/plan/{plan.pk}/byraad/")


def test_how_sure_says_each_limit_by_itself_and_where_it_comes_from(cast: Cast, told: PlanRun) -> None:
    said = text(as_(cast.anna), f"/plan/{told.pk}/sikkerhed/")
    for words in (
        "Anlæg 2027",
        "Projektledere",
        "Ønske 1",
        "luft i alle grænser",
        "Government Major Projects Portfolio",
        "Kommunens egne erfaringer er ikke brugt",
        "aldrig som ét tal",
        "0 af 2 initiativer har eget lavt og højt skøn for penge",
    ):
        assert words in said, words
    assert "hx-trigger" not in said.split('id="regning"')[1][:200]
    assert "Regn nu" not in said


def test_what_it_is_worth_names_limits_and_the_cheapest_change(cast: Cast, told: PlanRun) -> None:
    said = text(as_(cast.anna), f"/plan/{told.pk}/vaerdi/")
    for words in (
        "Mere af én grænse ad gangen",
        "1 mio. kr. mere hvert år: Anlæg",
        "Ønske 3",
        "?oenske=2026-003",
    ):
        assert words in said, words


def test_the_pages_are_english_for_an_english_reader(cast: Cast, told: PlanRun) -> None:
    Person.objects.filter(pk=cast.anna.pk).update(language="en")
    client = as_(cast.anna)
    assert "Where the uncertainty comes from" in text(client, f"/plan/{told.pk}/sikkerhed/")
    assert "The cheapest change that would let it in" in text(client, f"/plan/{told.pk}/vaerdi/")
    assert "What is at risk" in text(client, f"/plan/{told.pk}/byraad/")


def test_changed_estimates_are_said_and_may_be_reckoned_at_once(cast: Cast, told: PlanRun) -> None:
    Estimate.objects.update(investment_high_dkk=9_000_000)
    assert "Skønnene er ændret" in text(as_(cast.anna), f"/plan/{told.pk}/sikkerhed/")
    assert "Regn nu" not in text(as_(cast.anna), f"/plan/{told.pk}/sikkerhed/")
    assert as_(cast.anna).post(f"/plan/{told.pk}/regn/sureness/").status_code == 403
    answer = as_(cast.nadia).post(f"/plan/{told.pk}/regn/sureness/")
    assert answer["Location"] == f"/plan/{told.pk}/sikkerhed/"
    assert not Reckoning.objects.get(kind=Kind.SURENESS).job.is_over
    assert as_(cast.nadia).post(f"/plan/{told.pk}/regn/alt/").status_code == 404


def test_a_plan_that_is_not_there_has_no_pages(cast: Cast, told: PlanRun) -> None:
    for page in ("sikkerhed/", "vaerdi/", "byraad/", "byraad.pdf"):
        assert as_(cast.nadia).get(f"/plan/{told.pk + 1}/{page}").status_code == 404


def test_the_plan_leads_to_them(cast: Cast, told: PlanRun) -> None:
    said = text(as_(cast.anna), "/plan/")
    for page in ("sikkerhed", "vaerdi", "byraad"):
        assert f'href="/plan/{told.pk}/{page}/"' in said


@pytest.mark.parametrize("page", ["sikkerhed", "vaerdi", "byraad"])
def test_the_number_of_queries_does_not_follow_the_initiatives(page: str, cast: Cast, told: PlanRun) -> None:
    client, path = as_(cast.anna), f"/plan/{told.pk}/{page}/"
    client.get(path)
    with CaptureQueriesContext(connection) as few:
        client.get(path)
    for one in Reckoning.objects.all():
        for rows in ("go_lives", "ways", "units"):
            if rows in one.told:
                one.told[rows] = one.told[rows] * 30
        one.save()
    with CaptureQueriesContext(connection) as many:
        client.get(path)
    assert len(many) == len(few)

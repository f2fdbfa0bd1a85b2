"""Options, risks, owner, law, citizens and goals on the workbench: saved part by part, and nothing is lost."""

import json
from datetime import datetime

import pytest
from django.test import Client

from takt.governance.clarifying.models import BenefitOwner, Contribution, Option, Risk
from takt.governance.clarifying.screening.models import Answer, Inclusion
from takt.registers.strategies.commands.take_in_strategies import take_in_strategies
from takt.registers.strategies.models import Goal
from tests.builders import Cast
from tests.governance.clarifying.cases import taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def nadia(cast: Cast, client: Client) -> Client:
    client.force_login(cast.nadia)
    return client


def bench(number: str, part: str = "") -> str:
    return f"/sag/{number}/kvalificering/{part}"


def test_options_are_saved_and_what_is_refused_stays_in_the_fields(
    cast: Cast, nadia: Client, now: datetime
) -> None:
    number = taken(cast, now).number
    address = bench(number, "muligheder/")
    buy = {"assessment-buy": "To tilbud", "cost-buy": "1.200.000", "outcome-buy": "chosen", "seen": "{}"}
    unexplained = nadia.post(address, buy)
    assert unexplained.status_code == 409
    assert "mangler en grund" in unexplained.content.decode()
    assert "To tilbud" in unexplained.content.decode()
    wrong = nadia.post(address, {**buy, "cost-buy": "dyrt"})
    assert wrong.status_code == 422
    assert "Skriv et helt beløb" in wrong.content.decode()
    assert nadia.post(address, {**buy, "reason-buy": "Billigst"}).status_code == 302
    assert Option.objects.get().cost_dkk == 1_200_000
    text = nadia.get(bench(number)).content.decode()
    assert "Vi vælger: købe" in text
    assert 'value="1.200.000"' in text
    assert "Kvalificeringen peger på: købe" in nadia.get(f"/sag/{number}/").content.decode()


def test_risks_are_drawn_where_they_lie(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    address = bench(number, "risici/")
    new = {"text-new-1": "Trækker ud", "probability-new-1": "4", "consequence-new-1": "4", "seen": "{}"}
    stranger = nadia.post(address, {**new, "owner-new-1": "Ukendt Person"})
    assert stranger.status_code == 422
    assert "Takt kender ikke Ukendt Person" in stranger.content.decode()
    assert nadia.post(address, {**new, "owner-new-1": "Troels Friis"}).status_code == 302
    risk = Risk.objects.get()
    assert risk.owner == cast.troels
    text = nadia.get(bench(number)).content.decode()
    assert "risiko 1: sandsynlighed 4, konsekvens 4" in text
    assert "Én risiko er stor: Trækker ud" in text
    assert 'value="Troels Friis"' in text
    key = f"text-{risk.pk}"
    seen = json.dumps(
        {risk.pk: {"text": "Trækker ud", "probability": 4, "consequence": 4, "owner": cast.troels.pk}}
    )
    assert nadia.post(address, {key: "", "seen": seen}).status_code == 302
    assert not Risk.objects.exists()


def test_a_benefit_owner_is_named_and_answers_on_the_case(cast: Cast, nadia: Client, now: datetime) -> None:
    number = taken(cast, now).number
    address = bench(number, "gevinstejer/")
    assert nadia.post(address, {"person": "Ukendt"}).status_code == 409
    assert nadia.post(address, {"person": "Troels Friis (troels@fjordby.example)"}).status_code == 302
    assert "Troels Friis er spurgt og har ikke svaret" in nadia.get(bench(number)).content.decode()
    assert nadia.post(f"/opgaver/{number}/gevinst/ja/").status_code == 403
    nadia.force_login(cast.troels)
    assert "Ja, jeg står for gevinsten" in nadia.get(f"/sag/{number}/").content.decode()
    assert nadia.post(f"/opgaver/{number}/gevinst/nej/", {"reason": "Nej"}).status_code == 409
    assert nadia.post(f"/opgaver/{number}/gevinst/ja/").status_code == 302
    assert BenefitOwner.objects.get().answer == "accepted"


def test_law_citizens_and_goals_are_saved(cast: Cast, nadia: Client, now: datetime) -> None:
    take_in_strategies(at=now)
    number = taken(cast, now).number
    answers = {"answer-citizens": "yes", "answer-personal_data": "yes", "seen": "{}"}
    assert nadia.post(bench(number, "lov/"), answers).status_code == 302
    assert Answer.objects.count() == 2
    text = nadia.get(bench(number)).content.decode()
    assert "Fortegnelse og hjemmel" in text
    assert "18 % (Danmarks Statistik 2022)" in text
    citizens = {
        "citizens": "1.240",
        "unable_percent": "33,5",
        "source": "Visitationen",
        "channel": "Telefon",
        "channel_dkk": "0",
        "follow_up_date": "2999-01-01",
        "seen": "",
    }
    assert nadia.post(bench(number, "borgere/"), {**citizens, "unable_percent": "mange"}).status_code == 422
    assert nadia.post(bench(number, "borgere/"), {**citizens, "source": ""}).status_code == 409
    assert nadia.post(bench(number, "borgere/"), citizens).status_code == 302
    assert Inclusion.objects.get().unable == 415
    goal = Goal.objects.all()[0]
    short = {"goal-new": str(goal.pk), "sentence-new": "Ja", "seen": "{}"}
    assert nadia.post(bench(number, "strategi/"), short).status_code == 409
    assert (
        nadia.post(
            bench(number, "strategi/"), {**short, "sentence-new": "Frigør tid til borgeren."}
        ).status_code
        == 302
    )
    assert Contribution.objects.get().goal == goal
    assert "Bidrager til ét mål" in nadia.get(bench(number)).content.decode()


def test_everyone_else_reads_and_is_refused(cast: Cast, client: Client, now: datetime) -> None:
    number = taken(cast, now).number
    client.force_login(cast.erik)
    assert client.get(bench(number)).status_code == 200
    deeds: dict[str, dict[str, str]] = {
        "muligheder/": {"assessment-buy": "To tilbud"},
        "risici/": {},
        "gevinstejer/": {"person": "Troels Friis"},
        "lov/": {},
        "strategi/": {},
    }
    for part, given in deeds.items():
        assert client.post(bench(number, part), given).status_code == 403, part
    assert not Option.objects.exists()

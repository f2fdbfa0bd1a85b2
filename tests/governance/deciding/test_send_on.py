"""A case is sent on when the body that receives it has what it requires."""

from dataclasses import replace
from datetime import datetime

import pytest

from takt.calculation.governance_path import Level, Mandate
from takt.foundation.ledger.models import Event
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.commands.estimate_wish import estimate_wish
from takt.governance.clarifying.models import Assignment
from takt.governance.deciding.checklists.commands.require_items import require_items
from takt.governance.deciding.checklists.gathering import DEFAULT, gather
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.models import Body
from takt.governance.deciding.terms import BodyTerms
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from tests.builders import Cast
from tests.governance.clarifying.cases import GUESS, clarified, taken
from tests.governance.deciding.test_commands import adopt, refused

pytestmark = pytest.mark.django_db


def adopt_model_of_two(cast: Cast, at: datetime) -> None:
    """The network qualifies, the council decides up to a million, the board the rest."""
    begin_draft(by=cast.nadia)
    save_body(BodyTerms("Netværket", position=1, mandates=(Mandate(Level.QUALIFY),)), by=cast.nadia)
    council = BodyTerms(
        "Rådet", position=2, mandates=(Mandate(Level.DECIDE, investment_limit_dkk=1_000_000),)
    )
    save_body(council, by=cast.nadia)
    save_body(BodyTerms("Direktionen", position=3, mandates=(Mandate(Level.DECIDE),)), by=cast.nadia)
    adopt(cast.nadia, at)


def test_ready_is_for_what_is_complete_and_any_change_takes_it_away(cast: Cast, now: datetime) -> None:
    half = taken(cast, now, "Halvt")
    assert "ingen enheder er beskrevet" in refused(send_on, half, by=cast.nadia, at=now)
    case = clarified(cast, now)
    assert send_on(case, by=cast.nadia, at=now).ready_at == now
    assert Event.objects.latest("number").verb == "case.ready"
    assert Initiative.objects.get(pk=case.pk).stage == Stage.CLARIFYING, "the council moves it on"
    assert "allerede" in refused(send_on, case, by=cast.nadia, at=now)
    estimate_wish(case, replace(GUESS, points_per_year=1), seen=GUESS, by=cast.nadia, at=now)
    assert case.assignment.__class__.objects.get(initiative=case).ready_at is None


def test_a_duty_needs_its_deadline_and_an_open_question_its_answer(cast: Cast, now: datetime) -> None:
    case = clarified(cast, now)
    Initiative.objects.update(obligation="must")
    case.refresh_from_db()
    ask_back(case, "Hvor mange gange om ugen sker det?", by=cast.nadia, at=now)
    said = refused(send_on, case, by=cast.nadia, at=now)
    assert "ét spørgsmål er ikke besvaret" in said
    assert "ingen frist" in said


def test_a_case_goes_to_the_first_body_that_recommends_or_decides(cast: Cast, now: datetime) -> None:
    case = clarified(cast, now)
    assert gather(case, at=now).body == "", "without a model nobody knows"
    adopt_model_of_two(cast, now)
    assert gather(case, at=now).body == "Rådet"
    dear = replace(GUESS, investment_dkk=1_500_000, investment_high_dkk=2_000_000)
    estimate_wish(case, dear, seen=GUESS, by=cast.nadia, at=now)
    assert gather(case, at=now).body == "Direktionen"
    assert gather(taken(cast, now, "Uden skøn"), at=now).body == ""


def test_what_a_body_requires_must_be_there(cast: Cast, now: datetime) -> None:
    case = clarified(cast, now)
    adopt_model_of_two(cast, now)
    council = Body.objects.get(name="Rådet")
    require_items(council, [*DEFAULT, "benefit_owner"], edition=0, by=cast.nadia, at=now)
    assert "gevinstejer mangler" in refused(send_on, case, by=cast.nadia, at=now)
    require_items(council, ["money"], edition=1, by=cast.nadia, at=now)
    assert [item.key for item in gather(case, at=now).required] == ["money"]
    send_on(case, by=cast.nadia, at=now)
    assert Event.objects.latest("number").facts == {"body": council.key}


def test_charlie_and_those_outside_the_network_send_nothing_on(cast: Cast, now: datetime) -> None:
    case = clarified(cast, now)
    events = Event.objects.count()
    for by in (cast.charlie, cast.erik, cast.troels):
        refused(send_on, case, by=by, at=now)
    assert Event.objects.count() == events
    assert Assignment.objects.get().ready_at is None


def test_a_withdrawn_case_is_not_sent_on(cast: Cast, now: datetime) -> None:
    case = clarified(cast, now)
    withdraw_wish(case.wish, by=cast.anna, at=now)
    assert "Trukket tilbage" in refused(send_on, case, by=cast.nadia, at=now)

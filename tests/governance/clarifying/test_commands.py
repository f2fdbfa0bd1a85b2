from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.clarifying.commands.answer_question import answer_question
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.commands.decline_wish import decline_wish
from takt.governance.clarifying.commands.describe_effort import describe_effort
from takt.governance.clarifying.commands.describe_impact import describe_impact
from takt.governance.clarifying.commands.estimate_wish import estimate_wish
from takt.governance.clarifying.commands.park_wish import park_wish
from takt.governance.clarifying.commands.reopen_wish import reopen_wish
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.clarifying.findings import Days, exactly
from takt.governance.clarifying.models import (
    Assignment,
    Effort,
    Estimate,
    Impact,
    Question,
    Reply,
    StaffRole,
)
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from tests.builders import Cast
from tests.governance.clarifying.cases import CARRIED, GUESS, REASON, build_fatma, clarified, sent, taken

pytestmark = pytest.mark.django_db
QUESTION = "Hvor mange gange om ugen sker det?"


def refused(function: Callable[..., object], *arguments: object, **keywords: object) -> str:
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)
    assert caught.value.refusal.remedy
    return caught.value.refusal.reason


def trace() -> list[object]:
    models = (Event, Assignment, Question, Reply, Estimate, Effort, Impact, Initiative)
    return [list(model.objects.order_by("pk").values()) for model in models]


def verbs() -> list[str]:
    return list(Event.objects.values_list("verb", flat=True))


def test_a_wish_taken_up_has_somebody_and_an_answer(cast: Cast, now: datetime) -> None:
    initiative = sent(cast, now)
    take_up(initiative, by=cast.nadia, at=now)
    initiative.refresh_from_db()
    assert initiative.stage == Stage.CLARIFYING
    assert initiative.assignment.person == cast.nadia
    assert "Vi tager ønsket op" in Reply.objects.get().reason
    assert verbs()[-3:] == ["initiative.moved", "wish.answered", "case.taken"]
    assert first_broken(Event.objects.all()) is None


def test_a_case_is_taken_once_until_its_holder_leaves(cast: Cast, now: datetime) -> None:
    initiative, fatma = taken(cast, now), build_fatma(cast)
    before = trace()
    assert "Nadia Krogh" in refused(take_up, initiative, by=fatma, at=now)
    assert trace() == before
    Person.objects.filter(pk=cast.nadia.pk).update(is_active=False)
    take_up(initiative, by=fatma, at=now)
    assert Assignment.objects.get().person == fatma
    assert Reply.objects.count() == 1, "the wisher has had the answer"


def test_the_wisher_answers_in_the_thread_once(cast: Cast, now: datetime) -> None:
    initiative = taken(cast, now)
    question = ask_back(initiative, QUESTION, by=cast.nadia, at=now)
    assert question.due_date == now.date() + timedelta(weeks=2)
    for other in (cast.nadia, cast.troels):
        assert "stillet til den" in refused(
            answer_question, question, "Det sker hver dag hos os", by=other, at=now
        )
    assert "for kort" in refused(answer_question, question, "Ja", by=cast.anna, at=now)
    answer_question(question, "Det sker hver dag hos os", by=cast.anna, at=now)
    question.refresh_from_db()
    assert (question.answer, question.answered_by) == ("Det sker hver dag hos os", cast.anna)
    assert "besvaret" in refused(answer_question, question, "Og om natten med", by=cast.anna, at=now)
    assert verbs()[-2:] == ["question.asked", "question.answered"]
    assert QUESTION not in str(list(Event.objects.values_list("facts", flat=True)))


def test_a_question_names_no_citizen_and_needs_somebody_to_ask(cast: Cast, now: datetime) -> None:
    initiative = taken(cast, now)
    assert "CPR" in refused(ask_back, initiative, "Gælder det borger 010190-1234?", by=cast.nadia, at=now)
    Person.objects.filter(pk=cast.anna.pk).update(is_active=False)
    assert "ingen at spørge" in refused(ask_back, initiative, QUESTION, by=cast.nadia, at=now)


@pytest.mark.parametrize("prepare", [sent, taken])
def test_a_no_always_has_a_reason(
    prepare: Callable[[Cast, datetime], Initiative], cast: Cast, now: datetime
) -> None:
    initiative = prepare(cast, now)
    assert "begrundelse" in refused(decline_wish, initiative, "  ", by=cast.nadia, at=now)
    assert "for kort" in refused(decline_wish, initiative, "Nej tak", by=cast.nadia, at=now)
    decline_wish(initiative, REASON, by=cast.nadia, at=now)
    assert Initiative.objects.get().stage == Stage.DECLINED
    answer = Reply.objects.latest("pk")
    assert (answer.kind, answer.reason, answer.given_by) == ("declined", REASON, cast.nadia)


def test_a_parked_wish_comes_back_on_a_day(cast: Cast, now: datetime) -> None:
    initiative = taken(cast, now)
    for wrong in (None, now.date(), date(2026, 1, 1)):
        assert "dag" in refused(park_wish, initiative, REASON, reopen_date=wrong, by=cast.nadia, at=now)
    park_wish(initiative, REASON, reopen_date=date(2027, 3, 1), by=cast.nadia, at=now)
    initiative.refresh_from_db()
    assert initiative.stage == Stage.POSTPONED
    assert Reply.objects.latest("pk").reopen_date == date(2027, 3, 1)
    reopen_wish(initiative, "Omsorgssystemet er nu på plads.", by=build_fatma(cast), at=now)
    initiative.refresh_from_db()
    assert initiative.stage == Stage.CLARIFYING
    assert Assignment.objects.get().person.name == "Fatma Yildiz"
    assert "Kvalificeres" in refused(reopen_wish, initiative, REASON, by=cast.nadia, at=now)


def test_a_wish_nobody_has_taken_up_is_not_parked(cast: Cast, now: datetime) -> None:
    initiative = sent(cast, now)
    assert "Modtaget" in refused(
        park_wish, initiative, REASON, reopen_date=date(2027, 3, 1), by=cast.nadia, at=now
    )


def test_what_the_council_has_is_not_declined_by_the_network(cast: Cast, now: datetime) -> None:
    initiative = taken(cast, now)
    Initiative.objects.update(stage=Stage.RECOMMENDED)
    assert "Indstillet" in refused(decline_wish, initiative, REASON, by=cast.nadia, at=now)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"investment_low_dkk": 700_000}, "rækkefølge"),
        ({"benefit_low_dkk": -1}, "rækkefølge"),
        ({"prepare_months": 0, "roll_out_months": 0}, "mindst én måned"),
        ({"settle_months": 37}, "Månederne"),
        ({"source": " "}, "ingen kilde"),
        ({"latest_go_live_month": date(2028, 1, 1)}, "ikke en grund"),
        (
            {
                "latest_go_live_month": date(2028, 1, 1),
                "deadline_reason": "NIS2",
                "earliest_start_month": date(2028, 2, 1),
            },
            "sin egen frist",
        ),
    ],
)
def test_an_estimate_must_agree_with_itself(
    change: dict[str, object], reason: str, cast: Cast, now: datetime
) -> None:
    initiative = taken(cast, now)
    before = trace()
    wrong = replace(GUESS, **change)  # type: ignore[arg-type]
    assert reason in refused(estimate_wish, initiative, wrong, seen=None, by=cast.nadia, at=now)
    assert trace() == before


def test_two_editors_never_lose_an_update(cast: Cast, now: datetime) -> None:
    initiative, fatma = taken(cast, now), build_fatma(cast)
    estimate_wish(initiative, GUESS, seen=None, by=cast.nadia, at=now)
    hers = replace(GUESS, source="Ny måling", latest_go_live_month=date(2028, 1, 1), deadline_reason="NIS2")
    estimate_wish(initiative, hers, seen=GUESS, by=cast.nadia, at=now)
    estimate_wish(initiative, replace(GUESS, points_per_year=300), seen=GUESS, by=fatma, at=now)
    both = Estimate.objects.get()
    assert (both.source, both.points_per_year, both.deadline_reason) == ("Ny måling", 300, "NIS2")
    assert both.latest_go_live_month == date(2028, 1, 1)
    before = trace()
    said = refused(
        estimate_wish, initiative, replace(GUESS, points_per_year=10), seen=GUESS, by=cast.nadia, at=now
    )
    assert "300" in said
    assert trace() == before


def test_a_deadline_can_be_taken_away_again(cast: Cast, now: datetime) -> None:
    initiative = taken(cast, now)
    first = replace(GUESS, latest_go_live_month=date(2028, 1, 1), deadline_reason="NIS2")
    estimate_wish(initiative, first, seen=None, by=cast.nadia, at=now)
    estimate_wish(initiative, GUESS, seen=first, by=cast.nadia, at=now)
    assert Estimate.objects.get().latest_go_live_month is None
    assert Event.objects.latest("number").facts["fields"] == ["deadline_reason", "latest_go_live_month"]


def test_effort_is_described_per_role_and_merged(cast: Cast, now: datetime) -> None:
    initiative = taken(cast, now)
    leader, architect = (
        StaffRole.objects.create(key=key, name=key, full_time_equivalents="2") for key in ("pl", "ark")
    )
    offer = Days(30, 50, 90, "Tilbud")
    describe_effort(initiative, {leader.pk: offer, architect.pk: exactly(0)}, seen={}, by=cast.nadia, at=now)
    row = Effort.objects.get()
    assert (row.role, row.low_days, row.days, row.high_days, row.source) == (leader, 30, 50, 90, "Tilbud")
    wanted = {leader.pk: exactly(0), architect.pk: exactly(5)}
    describe_effort(initiative, wanted, seen={leader.pk: offer}, by=cast.nadia, at=now)
    assert list(Effort.objects.values_list("role__key", "days")) == [("ark", 5)]
    assert Event.objects.latest("number").facts == {"days": {"ark": [5, 5, 5]}}
    other = {architect.pk: exactly(9)}
    said = refused(describe_effort, initiative, other, seen={architect.pk: exactly(2)}, by=cast.nadia, at=now)
    assert "ark 5, 5 og 5 dage" in said


@pytest.mark.parametrize(("days", "reason"), [(exactly(5001), "5001"), (Days(9, 5, 10), "rækkefølge")])
def test_days_of_a_role_agree_with_each_other(days: Days, reason: str, cast: Cast, now: datetime) -> None:
    initiative = taken(cast, now)
    leader = StaffRole.objects.create(key="pl", name="Projektledere", full_time_equivalents="2")
    before = trace()
    assert reason in refused(describe_effort, initiative, {leader.pk: days}, seen={}, by=cast.nadia, at=now)
    assert trace() == before


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"people": 185}, "184 ansatte"),
        ({"people": 0}, "kan ikke bruges"),
        ({"training_hours": 401}, "kan ikke bruges"),
        ({"intensity": 4}, "intensiteten"),
    ],
)
def test_a_unit_carries_no_more_than_it_has(
    change: dict[str, int], reason: str, cast: Cast, now: datetime
) -> None:
    initiative = taken(cast, now)
    before = trace()
    wanted = {initiative.unit_id: replace(CARRIED, **change)}
    assert reason in refused(describe_impact, initiative, wanted, seen={}, by=cast.nadia, at=now)
    assert trace() == before


def test_impact_is_replaced_and_conflicts_are_named(cast: Cast, now: datetime) -> None:
    initiative = taken(cast, now)
    own, above = initiative.unit_id, initiative.unit.parent_id
    describe_impact(initiative, {own: CARRIED}, seen={}, by=cast.nadia, at=now)
    describe_impact(initiative, {above: CARRIED}, seen={own: CARRIED}, by=cast.nadia, at=now)
    assert list(Impact.objects.values_list("unit", flat=True)) == [above]
    changed = replace(CARRIED, people=12)
    said = refused(describe_impact, initiative, {own: changed}, seen={own: CARRIED}, by=cast.nadia, at=now)
    assert "Hjemmeplejen Nord er fjernet" in said


def test_after_a_withdrawal_nothing_is_clarified(cast: Cast, now: datetime) -> None:
    case = clarified(cast, now)
    withdraw_wish(case.wish, by=cast.anna, at=now)
    assert "Trukket tilbage" in refused(take_up, case, by=cast.nadia, at=now)


def test_charlie_and_everyone_outside_the_network_may_do_nothing(cast: Cast, now: datetime) -> None:
    fresh, case = sent(cast, now, "Ny"), clarified(cast, now)
    question = ask_back(case, QUESTION, by=cast.nadia, at=now)
    parked = taken(cast, now, "Parkeret")
    park_wish(parked, REASON, reopen_date=date(2027, 3, 1), by=cast.nadia, at=now)
    before = trace()
    for by in (cast.charlie, cast.erik, cast.troels):
        refused(take_up, fresh, by=by, at=now)
        refused(ask_back, case, QUESTION, by=by, at=now)
        refused(answer_question, question, "Det sker hver dag hos os", by=by, at=now)
        refused(decline_wish, case, REASON, by=by, at=now)
        refused(park_wish, case, REASON, reopen_date=date(2027, 3, 1), by=by, at=now)
        refused(reopen_wish, parked, REASON, by=by, at=now)
        refused(estimate_wish, case, GUESS, seen=GUESS, by=by, at=now)
        refused(describe_effort, case, {}, seen={}, by=by, at=now)
        refused(describe_impact, case, {}, seen={}, by=by, at=now)
    assert trace() == before

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refused
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.scoring.checklist import items_of
from takt.governance.clarifying.scoring.commands.add_assessor import add_assessor
from takt.governance.clarifying.scoring.commands.adopt_criteria import adopt_criteria
from takt.governance.clarifying.scoring.commands.ask_assessors import ask_assessors
from takt.governance.clarifying.scoring.commands.assess import assess
from takt.governance.clarifying.scoring.commands.begin_criteria import begin_criteria
from takt.governance.clarifying.scoring.commands.close_round import close_round
from takt.governance.clarifying.scoring.commands.discard_criteria import discard_criteria
from takt.governance.clarifying.scoring.commands.reopen_round import reopen_round
from takt.governance.clarifying.scoring.commands.replace_assessor import replace_assessor
from takt.governance.clarifying.scoring.commands.save_criteria import save_criteria
from takt.governance.clarifying.scoring.commands.settle_disagreement import settle_disagreement
from takt.governance.clarifying.scoring.commands.value_by_hand import value_by_hand
from takt.governance.clarifying.scoring.commands.value_case import value_case
from takt.governance.clarifying.scoring.handovers import give_assessments, to_assess
from takt.governance.clarifying.scoring.models import (
    Assessor,
    CriteriaVersion,
    Criterion,
    Round,
    Score,
    Settlement,
    Valuation,
)
from takt.governance.clarifying.scoring.queries import newest_result
from takt.governance.clarifying.scoring.tasks import tasks_for
from takt.governance.clarifying.scoring.terms import SUGGESTED, terms_of
from takt.governance.flow.models import Initiative
from tests.builders import Cast, build_person
from tests.governance.clarifying.cases import REASON, clarified
from tests.governance.clarifying.scoring.cases import (
    COUNCIL,
    DUE,
    WHY,
    adopted_criteria,
    answer,
    asked,
    given,
    seat_council,
    three_assessors,
)

pytestmark = pytest.mark.django_db
MODELS = (CriteriaVersion, Criterion, Round, Assessor, Score, Settlement, Valuation, Estimate, Event, Letter)


def refused(function: Callable[..., object], *arguments: object, **keywords: object) -> str:
    before = trace()
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)
    assert caught.value.refusal.remedy
    assert trace() == before, "a refusal leaves no trace"
    return caught.value.refusal.reason


def trace() -> list[object]:
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


def verbs() -> list[str]:
    assert first_broken(Event.objects.all()) is None
    return list(Event.objects.values_list("verb", flat=True))


@pytest.fixture
def people(cast: Cast) -> list[Person]:
    return three_assessors(cast)


@pytest.fixture
def one(cast: Cast, now: datetime, people: list[Person]) -> Round:
    """A round that all three have yet to answer."""
    return asked(clarified(cast, now), people, adopted_criteria(cast, now), cast, now)


def seen_by(initiative: Initiative, reader: Person | None) -> list[list[int]]:
    result = newest_result(initiative, reader)
    assert result is not None
    return [list(row.scores) for row in result.rows]


def test_those_asked_get_a_letter_and_a_task(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    assert verbs()[-1] == "assessment.asked"
    letters = Letter.objects.filter(subject__contains="bedømme")
    assert {letter.person for letter in letters} == set(people)
    (task,) = tasks_for(people[0], today=now.date())
    assert (task.due_date, task.title) == (DUE, one.initiative.title)
    assert task.link.endswith("/bedoemmelse/#min-bedoemmelse")


def test_nobody_sees_the_others_before_all_have_answered(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    answer(one, people[0], 3, at=now)
    answer(one, people[1], 4, at=now)
    for reader in (*people, cast.nadia, cast.birgit, None):
        assert seen_by(one.initiative, reader) == [[]] * 5
    answer(one, people[2], 3, at=now)
    for reader in (*people, cast.nadia, cast.birgit, None):
        assert seen_by(one.initiative, reader) == [[3, 3, 4]] * 5
    assert verbs()[-2:] == ["assessment.given", "assessment.opened"]
    assert Event.objects.last().facts["scores"]["Risiko"] == [3, 3, 4]  # type: ignore[union-attr]
    assert Letter.objects.filter(person=cast.nadia, subject__startswith="Alle har bedømt").count() == 1


def test_an_answer_may_be_changed_until_all_have_answered(
    now: datetime, one: Round, people: list[Person]
) -> None:
    answer(one, people[0], 3, at=now)
    answer(one, people[0], 5, at=now)
    assert Score.objects.filter(assessor__person=people[0]).values_list("value", flat=True)[0] == 5
    answer(one, people[1], 4, at=now)
    answer(one, people[2], 4, at=now)
    assert "åbnet" in refused(assess, one, given(one, 1), edition=2, by=people[0], at=now)


def test_saving_the_same_twice_is_saving_once_and_an_older_form_is_refused(
    now: datetime, one: Round, people: list[Person]
) -> None:
    assess(one, given(one, 3), edition=0, by=people[0], at=now)
    before = trace()
    assess(one, given(one, 3), edition=0, by=people[0], at=now + timedelta(minutes=1))
    assert trace() == before
    assert "et andet sted" in refused(assess, one, given(one, 4), edition=0, by=people[0], at=now)


def test_every_criterion_needs_a_score_and_a_reason(now: datetime, one: Round, people: list[Person]) -> None:
    scores = given(one, 3)
    first = next(iter(scores))
    for wrong in ((None, WHY), (6, WHY), (3, "fordi"), (3, "Borger 010203-1234 har sagt det")):
        assert "Gevinst for borgere" in refused(
            assess, one, scores | {first: wrong}, edition=0, by=people[0], at=now
        )
    del scores[first]
    assert "mangler en score" in refused(assess, one, scores, edition=0, by=people[0], at=now)


def test_only_those_asked_assess(cast: Cast, now: datetime, one: Round) -> None:
    for by in (cast.charlie, cast.nadia, cast.anna):
        refused(assess, one, given(one, 3), edition=0, by=by, at=now)


def test_a_fourth_sees_nothing_before_answering_and_may_not_be_the_one_who_asks(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    for person, score in zip(people, (2, 5, 4), strict=True):
        answer(one, person, score, at=now)
    assert "har set" in refused(add_assessor, one.initiative, cast.nadia, by=cast.nadia, at=now)
    assert "allerede" in refused(add_assessor, one.initiative, people[0], by=cast.nadia, at=now)
    add_assessor(one.initiative, cast.troels, by=cast.nadia, at=now)
    assert verbs()[-1] == "assessment.assessor_added"
    assert seen_by(one.initiative, cast.troels) == [[]] * 5
    assert seen_by(one.initiative, people[0]) == [[2, 4, 5]] * 5
    assert "åbnet" in refused(assess, one, given(one, 1), edition=1, by=people[0], at=now)
    answer(one, cast.troels, 4, at=now)
    assert seen_by(one.initiative, cast.troels) == [[2, 4, 4, 5]] * 5
    refused(add_assessor, one.initiative, cast.birgit, by=cast.charlie, at=now)


def test_settling_stands_beside_the_scores(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    feasible, risk = list(one.criteria.criteria.all())[3:]
    assert "Ikke alle" in refused(
        settle_disagreement, one.initiative, feasible.pk, WHY, edition=0, by=cast.nadia, at=now
    )
    for person, score in zip(people, (2, 5, 4), strict=True):
        answer(one, person, 4, 4, 4, score, 3, at=now)
    scores = list(Score.objects.values())
    assert [item.title for item in items_of(one.initiative)] == [
        "Bedømt af mindst to",
        "Uenighed er ikke afklaret",
    ]
    assert "enige" in refused(
        settle_disagreement, one.initiative, risk.pk, WHY, edition=0, by=cast.nadia, at=now
    )
    settle_disagreement(
        one.initiative, feasible.pk, "Vi starter uden integration.", edition=0, by=people[2], at=now
    )
    assert list(Score.objects.values()) == scores
    assert verbs()[-1] == "assessment.settled"
    assert all(item.is_done for item in items_of(one.initiative))
    reason = refused(settle_disagreement, one.initiative, feasible.pk, WHY, edition=0, by=cast.nadia, at=now)
    assert "Vi starter uden integration." in reason
    for by in (cast.charlie, cast.anna):
        refused(settle_disagreement, one.initiative, feasible.pk, WHY, edition=1, by=by, at=now)


def test_closing_opens_what_is_there_and_ends_the_round(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    answer(one, people[0], 3, at=now)
    answer(one, people[1], 4, at=now)
    for by in (cast.charlie, people[0]):
        refused(close_round, one.initiative, REASON, by=by, at=now)
    assert "kort" in refused(close_round, one.initiative, "ja", by=cast.nadia, at=now)
    close_round(one.initiative, REASON, by=cast.nadia, at=now)
    assert verbs()[-2:] == ["assessment.closed", "assessment.opened"]
    assert seen_by(one.initiative, people[2]) == [[3, 4]] * 5
    assert "lukket" in refused(assess, one, given(one, 3), edition=0, by=people[2], at=now)
    assert "lukket" in refused(close_round, one.initiative, REASON, by=cast.nadia, at=now)
    assert tasks_for(people[2], today=now.date()) == []


def test_a_new_round_needs_a_finished_one_and_a_reason(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    again = {"criteria": one.criteria, "due_date": DUE, "at": now}
    assert "ikke færdig" in refused(reopen_round, one.initiative, people, REASON, by=cast.nadia, **again)
    for person in people:
        answer(one, person, 3, at=now)
    assert "allerede" in refused(ask_assessors, one.initiative, people, by=cast.nadia, **again)
    refused(reopen_round, one.initiative, people, REASON, by=cast.charlie, **again)
    second = reopen_round(one.initiative, people[:2], REASON, by=cast.nadia, **again)
    assert (second.number, second.reason) == (2, REASON)
    one.refresh_from_db()
    assert one.closed_at == now
    assert Score.objects.filter(assessor__round=one).count() == 15
    assert seen_by(one.initiative, cast.nadia) == [[]] * 5
    assert verbs()[-1] == "assessment.reopened"


def test_asking_takes_at_least_two_who_can_answer(cast: Cast, now: datetime, people: list[Person]) -> None:
    case, criteria = clarified(cast, now), adopted_criteria(cast, now)
    good = {"criteria": criteria, "due_date": DUE, "by": cast.nadia, "at": now}
    assert "mindst to" in refused(ask_assessors, case, [people[0], people[0]], **good)
    assert "kan ikke logge ind" in refused(ask_assessors, case, [people[0], cast.charlie], **good)
    refused(ask_assessors, case, people, **good | {"due_date": now.date()})
    refused(ask_assessors, case, people, **good | {"criteria": None})
    for by in (cast.charlie, cast.troels):
        refused(ask_assessors, case, people, **good | {"by": by})


def test_the_value_is_reckoned_sealed_and_taken_over(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    case = one.initiative
    shown = {"offered": 158, "seen": 240, "by": cast.nadia, "at": now}
    assert "mindst to" in refused(value_case, case, **shown)
    for person, score in zip(people, (2, 5, 4), strict=True):
        answer(one, person, 3, 5, 4, score, 3, at=now)
    assert "Gennemførbarhed" in refused(value_case, case, **shown)
    feasible = list(one.criteria.criteria.all())[3]
    settle_disagreement(case, feasible.pk, WHY, edition=0, by=cast.nadia, at=now)
    assert Estimate.objects.get().points_per_year == 240, "the hand-written points hold until then"
    refused(value_case, case, **shown | {"by": cast.charlie})
    assert "til 240 point" in refused(value_case, case, **shown | {"seen": 90})
    assert "giver nu 158 point" in refused(value_case, case, **shown | {"offered": 170})
    valuation = value_case(case, **shown)
    assert (valuation.points, Estimate.objects.get().points_per_year) == (158, 158)
    facts = Event.objects.get(verb="case.valued").facts
    assert (facts["was"], facts["points"], facts["medians"]["Gennemførbarhed"]) == (240, 158, "4")
    assert facts["weights"]["Risiko"] == 10
    assert "allerede" in refused(value_case, case, **shown | {"seen": 158})


def test_points_by_hand_need_a_reason(cast: Cast, now: datetime) -> None:
    case = clarified(cast, now)
    hand = {"seen": 240, "by": cast.nadia, "at": now}
    assert "begrundelse" in refused(value_by_hand, case, 90, " ", **hand)
    assert "kan ikke bruges" in refused(value_by_hand, case, None, REASON, **hand)
    assert "240" in refused(value_by_hand, case, 90, REASON, **hand | {"seen": 10})
    refused(value_by_hand, case, 90, REASON, **hand | {"by": cast.charlie})
    value_by_hand(case, 90, REASON, **hand)
    assert Estimate.objects.get().points_per_year == 90
    assert verbs()[-1] == "case.valued_by_hand"


def test_an_assessor_who_leaves_is_replaced(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    place = Assessor.objects.get(person=people[0])
    first = people[0].pk
    refused(replace_assessor, place, cast.birgit, seen=first, by=cast.charlie, at=now)
    replace_assessor(place, cast.birgit, seen=first, by=cast.nadia, at=now)
    said = refused(replace_assessor, place, cast.troels, seen=first, by=cast.nadia, at=now)
    assert said == "Birgit Lund er spurgt i stedet, siden du åbnede siden."
    assert verbs().count("assessment.assessor_replaced") == 1
    assert verbs()[-1] == "assessment.assessor_replaced"
    assert to_assess(cast.birgit) == [one.initiative]
    answer(one, cast.birgit, 4, at=now)
    assert "har svaret" in refused(
        replace_assessor, place, cast.troels, seen=cast.birgit.pk, by=cast.nadia, at=now
    )
    answer(one, people[1], 4, at=now)
    give_assessments(to_assess(cast.erik), cast.erik, people[1], cast.nadia, now)
    assert seen_by(one.initiative, None) == [[4, 4]] * 5, (
        "the one who has answered answers once, and the round opens"
    )


def test_a_change_of_weights_never_rewrites_earlier_scores(
    cast: Cast, now: datetime, one: Round, people: list[Person]
) -> None:
    for person in people:
        answer(one, person, 3, at=now)
    before = list(Criterion.objects.filter(version=one.criteria).values())
    draft = begin_criteria(COUNCIL, by=cast.nadia)
    heavier = replace(
        SUGGESTED, criteria=(replace(SUGGESTED.criteria[0], weight=90), *SUGGESTED.criteria[1:])
    )
    edition = draft.edition
    draft = save_criteria(COUNCIL, heavier, edition=edition, by=cast.troels)
    assert "ændret af en anden" in refused(save_criteria, COUNCIL, SUGGESTED, edition=edition, by=cast.nadia)
    second = adopt_criteria(COUNCIL, edition=draft.edition, reason="Borgerne først", by=cast.troels, at=now)
    assert second.number == 2
    assert verbs()[-1] == "criteria.adopted"
    assert list(Criterion.objects.filter(version=one.criteria).values()) == before
    result = newest_result(one.initiative, None)
    assert result is not None
    assert result.rows[0].criterion.weight == 30


def test_criteria_are_kept_by_their_body(cast: Cast, now: datetime) -> None:
    seat_council(cast, now)
    for by in (cast.charlie, cast.anna, cast.birgit):
        refused(begin_criteria, COUNCIL, by=by)
    refused(begin_criteria, "findes-ikke", by=cast.nadia)
    draft = begin_criteria(COUNCIL, by=cast.troels)
    assert terms_of(draft) == SUGGESTED
    assert begin_criteria(COUNCIL, by=cast.nadia) == draft
    for by in (cast.charlie, cast.birgit):
        refused(save_criteria, COUNCIL, SUGGESTED, edition=1, by=by)
        refused(adopt_criteria, COUNCIL, edition=1, reason="Fordi", by=by, at=now)
        refused(discard_criteria, COUNCIL, edition=1, by=by)
    assert "begrundelse" in refused(adopt_criteria, COUNCIL, edition=1, reason=" ", by=cast.troels, at=now)
    twice = replace(SUGGESTED, criteria=(SUGGESTED.criteria[0],) * 2)
    for wrong in (
        replace(SUGGESTED, criteria=()),
        twice,
        replace(SUGGESTED, dkk_per_point=0),
        replace(SUGGESTED, criteria=(replace(SUGGESTED.criteria[0], weight=0),)),
    ):
        refused(save_criteria, COUNCIL, wrong, edition=1, by=cast.troels)
    adopt_criteria(COUNCIL, edition=1, reason="Besluttet", by=cast.troels, at=now)
    begin_criteria(COUNCIL, by=cast.troels)
    assert "magen til" in refused(adopt_criteria, COUNCIL, edition=1, reason="Igen", by=cast.troels, at=now)
    discard_criteria(COUNCIL, edition=1, by=cast.troels)
    assert CriteriaVersion.objects.count() == 1


def test_a_person_who_is_forgotten_leaves_the_scores(cast: Cast, now: datetime, one: Round) -> None:
    leaver = build_person("Mads Skov", Role.NETWORK_MEMBER)
    add_assessor(one.initiative, leaver, by=cast.nadia, at=now)
    answer(one, leaver, 3, at=now)
    leaver.delete()
    assert Score.objects.count() == 5

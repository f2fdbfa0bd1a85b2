"""What law and citizens require: answers bring up assessments, those responsible settle them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person, Role
from takt.governance.clarifying.models import Assignment
from takt.governance.clarifying.screening.catalogue import BY_KEY, DUTIES, DUTY, QUESTIONS
from takt.governance.clarifying.screening.checklist import items_of
from takt.governance.clarifying.screening.commands.answer_screening import answer_screening
from takt.governance.clarifying.screening.commands.assess_inclusion import assess_inclusion
from takt.governance.clarifying.screening.commands.record_assessment import record_assessment
from takt.governance.clarifying.screening.concluding import open_questions, required
from takt.governance.clarifying.screening.models import Answer, Assessment, Inclusion
from takt.governance.clarifying.screening.rules import AssessmentTold, InclusionTold
from takt.governance.clarifying.screening.tasks import tasks_for
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.registers.law.reading import acts
from tests.builders import Cast, build_person
from tests.governance.clarifying.cases import taken
from tests.governance.clarifying.test_commands import refused

pytestmark = pytest.mark.django_db
NO = {question.key: "no" for question in QUESTIONS}
DATA = NO | {"personal_data": "yes", "sensitive_data": "yes"}
CITIZENS = NO | {"citizens": "yes"}
APPROVED = AssessmentTold("approved", "Notat af 18. november")
TOLD = InclusionTold(1_240, Decimal("33.0"), "Visitationen", "Fysisk besøg", 410_000, date(2028, 3, 1))


def officer() -> Person:
    return build_person("Helle Ravn", Role.DPO)


def said(case: Initiative) -> dict[str, tuple[bool, str, str]]:
    return {item.key: (item.is_done, item.title, item.who) for item in items_of(case)}


def test_every_basis_is_in_the_law_register_and_every_duty_has_its_questions() -> None:
    assert {one.basis.act for one in (*QUESTIONS, *DUTIES)} <= set(acts())
    assert {question for duty in DUTIES for question in duty.any_of} <= set(BY_KEY)
    assert all(question.only_if in {"", *BY_KEY} for question in QUESTIONS)


def test_the_answers_say_what_is_required() -> None:
    assert required(NO) == []
    assert required(DATA) == ["processing", "dpia", "privacy_risk"]
    hidden = NO | {"sensitive_data": "yes"}
    assert required(hidden) == [], "a follow-up counts only below a yes"
    assert open_questions(hidden) == []
    assert "sensitive_data" in open_questions({"personal_data": "yes", "sensitive_data": "unknown"})


def test_answers_bring_up_assessments_and_tell_the_officer(cast: Cast, now: datetime) -> None:
    case, helle = taken(cast, now), officer()
    assert said(case)["screening"][1] == "Lovkrav er ikke screenet"
    assert answer_screening(case, DATA, seen={}, by=cast.nadia, at=now) == [
        "processing",
        "dpia",
        "privacy_risk",
    ]
    event = Event.objects.latest("number")
    assert (event.verb, event.facts["requires"]) == (
        "screening.answered",
        ["processing", "dpia", "privacy_risk"],
    )
    assert Letter.objects.get(person=helle).link.endswith("#lov")
    [task] = tasks_for(helle, today=now.date())
    assert task.title == case.title, "one row a case"
    assert "fortegnelse og hjemmel" in task.note
    assert "konsekvensanalyse" in task.note
    assert "risikovurdering" not in task.note, "security is not hers"
    assert not tasks_for(cast.nadia, today=now.date())
    assert said(case)["screening"] == (True, "Lovkrav er screenet", "3 vurderinger kræves")
    assert said(case)["assessments"][0] is False
    answer_screening(case, NO, seen=DATA, by=cast.nadia, at=now)
    assert Assessment.objects.filter(is_required=False).count() == 3, "what was written stays"
    assert not tasks_for(helle, today=now.date())
    answer_screening(case, NO | {"website": "unknown"}, seen=NO, by=cast.nadia, at=now)
    assert said(case)["screening"][1] == "Lovscreeningen mangler ét svar"


def test_answers_of_two_colleagues_are_both_kept(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    answer_screening(case, {"ai": "no"}, seen={}, by=cast.nadia, at=now)
    answer_screening(case, {"records": "yes"}, seen={}, by=cast.nadia, at=now)
    assert Answer.objects.count() == 2
    words = refused(answer_screening, case, {"ai": "yes"}, seen={}, by=cast.nadia, at=now)
    assert "Bruger løsningen kunstig intelligens? Nej" in words
    assert "findes ikke" in refused(answer_screening, case, {"x": "yes"}, seen={}, by=cast.nadia, at=now)


def test_the_officer_approves_what_is_hers_and_the_coordinator_the_rest(cast: Cast, now: datetime) -> None:
    case, helle = taken(cast, now), officer()
    answer_screening(case, DATA, seen={}, by=cast.nadia, at=now)
    assert "databeskyttelsesrådgiveren" in refused(
        record_assessment, case, "dpia", APPROVED, edition=1, by=cast.nadia, at=now
    )
    draft = AssessmentTold("under_way", "Udkast i sagen")
    record_assessment(case, "dpia", draft, edition=1, by=cast.nadia, at=now)
    for key, edition in (("dpia", 2), ("processing", 1)):
        record_assessment(case, key, APPROVED, edition=edition, by=helle, at=now)
    record_assessment(case, "privacy_risk", APPROVED, edition=1, by=cast.nadia, at=now)
    assert Assessment.objects.get(key="dpia").decided_by == helle
    assert Event.objects.latest("number").facts == {"assessment": "privacy_risk", "status": "approved"}
    assert said(case)["assessments"][:2] == (True, "Krævede vurderinger er på plads")
    Assignment.objects.update(ready_at=now)
    assert "databeskyttelsesrådgiveren" in refused(
        record_assessment, case, "dpia", draft, edition=3, by=cast.nadia, at=now
    )
    record_assessment(case, "dpia", draft, edition=3, by=helle, at=now)
    assert Assignment.objects.get().ready_at is None
    assert Assessment.objects.get(key="dpia").decided_at is None


@pytest.mark.parametrize(
    ("told", "edition", "reason"),
    [
        (AssessmentTold("approved"), 1, "bevis"),
        (AssessmentTold("done", "x"), 1, "Status"),
        (AssessmentTold("under_way", "", "javascript:alert(1)"), 1, "Linket"),
        (APPROVED, 7, "er ændret"),
    ],
)
def test_an_assessment_says_something_and_overwrites_nothing(
    told: AssessmentTold, edition: int, reason: str, cast: Cast, now: datetime
) -> None:
    case, helle = taken(cast, now), officer()
    answer_screening(case, DATA, seen={}, by=cast.nadia, at=now)
    assert reason in refused(record_assessment, case, "dpia", told, edition=edition, by=helle, at=now)
    assert Assessment.objects.get(key="dpia").status == "missing"


def test_inclusion_is_counted_where_citizens_meet_it(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    assert "ikke, at borgerne" in refused(assess_inclusion, case, TOLD, seen=None, by=cast.nadia, at=now)
    answer_screening(case, CITIZENS, seen={}, by=cast.nadia, at=now)
    assert said(case)["inclusion"][1] == "Digital inklusion mangler tal"
    inclusion = assess_inclusion(case, TOLD, seen=None, by=cast.nadia, at=now)
    assert inclusion.unable == 409
    assert said(case)["inclusion"] == (True, "Digital inklusion er vurderet", "409 borgere kan ikke selv")
    assess_inclusion(case, replace(TOLD, citizens=2_000), seen=TOLD, by=cast.nadia, at=now)
    assess_inclusion(case, replace(TOLD, channel_dkk=5), seen=TOLD, by=cast.nadia, at=now)
    both = Inclusion.objects.get()
    assert (both.citizens, both.channel_dkk) == (2_000, 5), "each keeps what the other changed"
    words = refused(assess_inclusion, case, replace(TOLD, citizens=3), seen=TOLD, by=cast.nadia, at=now)
    assert "berørte borgere 2.000" in words


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"citizens": 0}, "Tallene"),
        ({"unable_percent": Decimal(101)}, "Tallene"),
        ({"source": " "}, "ingen kilde"),
        ({"channel": ""}, "hvad de borgere får"),
        ({"channel_dkk": -1}, "Prisen"),
        ({"follow_up_date": date(2026, 11, 23)}, "fremtiden"),
    ],
)
def test_inclusion_agrees_with_itself(
    change: dict[str, object], reason: str, cast: Cast, now: datetime
) -> None:
    case = taken(cast, now)
    answer_screening(case, CITIZENS, seen={}, by=cast.nadia, at=now)
    told = replace(TOLD, **change)  # type: ignore[arg-type]
    assert reason in refused(assess_inclusion, case, told, seen=None, by=cast.nadia, at=now)
    assert not Inclusion.objects.exists()


@pytest.mark.parametrize("who", ["charlie", "anna", "erik"])
def test_charlie_and_everyone_outside_say_nothing(who: str, cast: Cast, now: datetime) -> None:
    case, by = taken(cast, now), getattr(cast, who)
    answer_screening(case, DATA | {"citizens": "yes"}, seen={}, by=cast.nadia, at=now)
    events = Event.objects.count()
    deeds: list[tuple[Callable[..., object], tuple[object, ...], dict[str, object]]] = [
        (answer_screening, (case, NO), {"seen": {}}),
        (assess_inclusion, (case, TOLD), {"seen": None}),
        (record_assessment, (case, "privacy_risk", APPROVED), {"edition": 1}),
    ]
    for deed, arguments, keywords in deeds:
        refused(deed, *arguments, **keywords, by=by, at=now)
    assert Event.objects.count() == events
    assert not Inclusion.objects.exists()


def test_nothing_is_assessed_after_the_end(cast: Cast, now: datetime) -> None:
    case, helle = taken(cast, now), officer()
    answer_screening(case, DATA, seen={}, by=cast.nadia, at=now)
    Initiative.objects.update(stage=Stage.CLOSED)
    assert "Afsluttet" in refused(record_assessment, case, "dpia", APPROVED, edition=1, by=helle, at=now)


def test_the_case_shows_the_law_and_the_officer_approves_there(
    cast: Cast, client: Client, now: datetime
) -> None:
    case, helle = taken(cast, now), officer()
    answer_screening(case, DATA | {"citizens": "yes"}, seen={}, by=cast.nadia, at=now)
    assess_inclusion(case, TOLD, seen=None, by=cast.nadia, at=now)
    client.force_login(helle)
    text = client.get(f"/sag/{case.number}/").content.decode()
    assert "Tre vurderinger mangler at blive godkendt" in text
    assert "409 borgere kan ikke bruge det selv" in text
    given = {"status": "approved", "evidence": "Notat", "link": "", "edition": "1"}
    address = f"/sag/{case.number}/lovkrav/dpia/"
    assert client.post(address, given)["Location"] == f"/sag/{case.number}/#lov"
    assert client.post(address, given).status_code == 409
    assert client.post(f"/sag/{case.number}/lovkrav/findes-ikke/", given).status_code == 404
    client.force_login(cast.anna)
    assert client.post(address, given | {"edition": "2"}).status_code == 403
    assert "record_assessment" not in client.get(f"/sag/{case.number}/").content.decode()
    assert str(DUTY["dpia"].name) in text

"""The benefit owner, the options and the risks of a case."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person
from takt.governance.clarifying.checklist import items_of
from takt.governance.clarifying.commands.accept_benefit import accept_benefit
from takt.governance.clarifying.commands.decline_benefit import decline_benefit
from takt.governance.clarifying.commands.describe_risks import describe_risks
from takt.governance.clarifying.commands.name_benefit_owner import name_benefit_owner
from takt.governance.clarifying.commands.weigh_options import weigh_options
from takt.governance.clarifying.models import Assignment, BenefitOwner, Option, Risk
from takt.governance.clarifying.tasks import tasks_for
from takt.governance.clarifying.weighing import RiskTold, Weighed, risks_as_they_stand
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from tests.builders import Cast
from tests.governance.clarifying.cases import sent, taken
from tests.governance.clarifying.test_commands import refused, verbs

pytestmark = pytest.mark.django_db
NO = "Jeg skifter stilling til nytår og kan ikke følge op."
BUY = Weighed("Tre leverandører kan levere", 800_000, "chosen", "Billigst over fire år")
WAIT = Weighed("Ventelisten vokser", None, "rejected", "Presset bliver for stort")
RISK = RiskTold("Integrationen trækker ud", 4, 3, None, "Begynd uden integration")


def item(initiative: Initiative, key: str) -> tuple[bool, str, str]:
    (found,) = [one for one in items_of(initiative) if one.key == key]
    return found.is_done, found.title, found.who


def test_a_benefit_owner_is_asked_and_says_yes(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    assert item(case, "benefit_owner")[:2] == (False, "Gevinstejer mangler")
    owner = name_benefit_owner(case, cast.troels, edition=0, by=cast.nadia, at=now)
    assert owner.due_date == now.date() + timedelta(weeks=2)
    assert Letter.objects.get(person=cast.troels).link == f"/sag/{case.number}/#gevinstejer"
    assert [task.kind for task in tasks_for(cast.troels, today=now.date())] == ["Vil du stå for gevinsten?"]
    assert "Troels Friis" in item(case, "benefit_owner")[2]
    accept_benefit(case, by=cast.troels, at=now)
    assert item(case, "benefit_owner") == (True, "Gevinstejer har sagt ja", "Troels Friis")
    assert not tasks_for(cast.troels, today=now.date())
    assert verbs()[-2:] == ["benefit_owner.named", "benefit_owner.accepted"]
    assert "Troels" not in str(list(Event.objects.values_list("facts", flat=True)))
    assert "allerede svaret" in refused(accept_benefit, case, by=cast.troels, at=now)


def test_a_no_has_a_reason_and_the_case_is_no_longer_ready(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    name_benefit_owner(case, cast.troels, edition=0, by=cast.nadia, at=now)
    Assignment.objects.update(ready_at=now)
    assert "for kort" in refused(decline_benefit, case, "Nej", by=cast.troels, at=now)
    decline_benefit(case, NO, by=cast.troels, at=now)
    assert Assignment.objects.get().ready_at is None
    assert NO in Letter.objects.get(person=cast.nadia).text
    assert item(case, "benefit_owner")[1] == "Gevinstejer har sagt nej"
    name_benefit_owner(case, cast.troels, edition=2, by=cast.nadia, at=now)
    assert BenefitOwner.objects.get().answer == "waiting", "one may be asked again"


def test_of_two_who_name_an_owner_the_second_sees_whom_the_first_named(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    name_benefit_owner(case, cast.troels, edition=0, by=cast.nadia, at=now)
    said = refused(name_benefit_owner, case, cast.birgit, edition=0, by=cast.nadia, at=now)
    assert said.endswith("Nu står der: Troels Friis, ikke svaret.")
    accept_benefit(case, by=cast.troels, at=now)
    said = refused(name_benefit_owner, case, cast.birgit, edition=1, by=cast.nadia, at=now)
    assert said.endswith("Nu står der: Troels Friis, har sagt ja.")
    assert not Letter.objects.filter(person=cast.birgit).exists()
    name_benefit_owner(case, cast.birgit, edition=2, by=cast.nadia, at=now)
    assert BenefitOwner.objects.get().person == cast.birgit


def test_only_somebody_who_can_answer_is_named(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    for nobody in (None, cast.charlie):
        assert "kender ikke" in refused(name_benefit_owner, case, nobody, edition=0, by=cast.nadia, at=now)
    name_benefit_owner(case, cast.troels, edition=0, by=cast.nadia, at=now)
    assert "allerede udpeget" in refused(
        name_benefit_owner, case, cast.troels, edition=1, by=cast.nadia, at=now
    )
    Initiative.objects.update(stage=Stage.WITHDRAWN)
    assert "Trukket tilbage" in refused(accept_benefit, case, by=cast.troels, at=now)
    assert not tasks_for(cast.troels, today=now.date())


def test_options_are_weighed_and_one_is_chosen(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    weigh_options(
        case,
        {"buy": replace(BUY, outcome="open", reason=""), "nothing": WAIT},
        seen={},
        by=cast.nadia,
        at=now,
    )
    assert item(case, "options")[:2] == (False, "Ingen mulighed er valgt")
    seen = {"buy": replace(BUY, outcome="open", reason=""), "nothing": WAIT}
    weigh_options(case, {"buy": BUY, "nothing": WAIT}, seen=seen, by=cast.nadia, at=now)
    assert item(case, "options") == (True, "Muligheder er vejet, og én er valgt", "Købe")
    assert list(Option.objects.values_list("kind", flat=True)) == ["nothing", "buy"]
    assert Event.objects.latest("number").facts == {"options": {"buy": "chosen", "nothing": "rejected"}}


def test_the_choice_can_move(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    weigh_options(case, {"buy": BUY}, seen={}, by=cast.nadia, at=now)
    moved = {"buy": replace(BUY, outcome="rejected"), "join": BUY}
    weigh_options(case, moved, seen={"buy": BUY}, by=cast.nadia, at=now)
    assert item(case, "options")[2] == "Gå med i en fælleskommunal løsning"


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ({"buy": BUY, "build": BUY}, "mere end én"),
        ({"buy": replace(BUY, reason=" ")}, "mangler en grund"),
        ({"buy": replace(BUY, assessment="")}, "mangler en vurdering"),
        ({"buy": replace(BUY, cost_dkk=-1)}, "Prisen"),
        ({"buy": replace(BUY, assessment="Borger 010190-1234 venter")}, "CPR"),
    ],
)
def test_a_choice_must_be_explained(
    wanted: dict[str, Weighed], reason: str, cast: Cast, now: datetime
) -> None:
    case = taken(cast, now)
    assert reason in refused(weigh_options, case, wanted, seen={}, by=cast.nadia, at=now)
    assert not Option.objects.exists()


def test_options_of_two_colleagues_are_both_kept(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    weigh_options(case, {"buy": BUY}, seen={}, by=cast.nadia, at=now)
    weigh_options(case, {"nothing": WAIT}, seen={}, by=cast.nadia, at=now)
    assert Option.objects.count() == 2
    other = replace(BUY, cost_dkk=5)
    said = refused(weigh_options, case, {"buy": other}, seen={}, by=cast.nadia, at=now)
    assert "Tre leverandører kan levere" in said


def test_risks_are_told_changed_and_removed(cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    describe_risks(case, {"new-1": replace(RISK, owner=cast.troels.pk)}, seen={}, by=cast.nadia, at=now)
    risk = Risk.objects.get()
    assert (risk.size, risk.owner, risk.response) == (12, cast.troels, "Begynd uden integration")
    assert Event.objects.latest("number").facts == {"risks": [[4, 3]]}
    seen, key = risks_as_they_stand(case), str(risk.pk)
    describe_risks(case, {"new-1": RISK}, seen={}, by=cast.nadia, at=now)
    assert Risk.objects.count() == 2, "a colleague's risk is kept"
    describe_risks(case, {key: replace(seen[key], probability=1)}, seen=seen, by=cast.nadia, at=now)
    assert sorted(Risk.objects.values_list("probability", flat=True)) == [1, 4]
    said = refused(
        describe_risks, case, {key: replace(seen[key], probability=5)}, seen=seen, by=cast.nadia, at=now
    )
    assert "sandsynlighed 1" in said
    describe_risks(case, {}, seen=risks_as_they_stand(case), by=cast.nadia, at=now)
    assert not Risk.objects.exists()


@pytest.mark.parametrize(
    ("risk", "reason"), [(replace(RISK, probability=6), "mangler"), (replace(RISK, text=" "), "ingen tekst")]
)
def test_a_risk_says_something(risk: RiskTold, reason: str, cast: Cast, now: datetime) -> None:
    case = taken(cast, now)
    assert reason in refused(describe_risks, case, {"new-1": risk}, seen={}, by=cast.nadia, at=now)


@pytest.mark.parametrize("who", ["charlie", "anna", "erik"])
def test_charlie_and_everyone_outside_the_network_weigh_nothing(who: str, cast: Cast, now: datetime) -> None:
    fresh, case, by = sent(cast, now, "Ny"), taken(cast, now), getattr(cast, who)
    name_benefit_owner(case, cast.troels, edition=0, by=cast.nadia, at=now)
    before = (Event.objects.count(), Letter.objects.count(), BenefitOwner.objects.get().answer)
    deeds: list[tuple[Callable[..., object], tuple[object, ...], dict[str, object]]] = [
        (name_benefit_owner, (case, cast.birgit), {"edition": 1}),
        (accept_benefit, (case,), {}),
        (decline_benefit, (case, NO), {}),
        (weigh_options, (case, {"buy": BUY}), {"seen": {}}),
        (describe_risks, (case, {"new-1": RISK}), {"seen": {}}),
    ]
    for deed, arguments, keywords in deeds:
        refused(deed, *arguments, **keywords, by=by, at=now)
    assert (Event.objects.count(), Letter.objects.count(), BenefitOwner.objects.get().answer) == before
    assert not Option.objects.exists()
    assert not Risk.objects.exists()
    assert "Tag ønsket op først" in _remedy(weigh_options, fresh, cast.nadia, now)


def _remedy(deed: Callable[..., object], case: Initiative, by: Person, at: datetime) -> str:
    from takt.foundation.refusals import Refused

    with pytest.raises(Refused) as caught:
        deed(case, {"buy": BUY}, seen={}, by=by, at=at)
    return caught.value.refusal.remedy

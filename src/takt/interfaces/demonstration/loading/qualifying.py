"""A dozen cases of Fjordby on the workbench: options, risks, owners, systems, law, citizens and goals. All invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from takt.foundation.people.models import Person, Role
from takt.governance.clarifying.commands.accept_benefit import accept_benefit
from takt.governance.clarifying.commands.decline_benefit import decline_benefit
from takt.governance.clarifying.commands.describe_risks import describe_risks
from takt.governance.clarifying.commands.link_goals import link_goals
from takt.governance.clarifying.commands.link_systems import link_systems
from takt.governance.clarifying.commands.name_benefit_owner import name_benefit_owner
from takt.governance.clarifying.commands.weigh_options import weigh_options
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.screening.catalogue import DPO, DUTY, QUESTIONS
from takt.governance.clarifying.screening.commands.answer_screening import answer_screening
from takt.governance.clarifying.screening.commands.assess_inclusion import assess_inclusion
from takt.governance.clarifying.screening.commands.record_assessment import record_assessment
from takt.governance.clarifying.screening.rules import AssessmentTold, InclusionTold
from takt.governance.clarifying.touching import NO_SYSTEM, NONE, Touched
from takt.governance.clarifying.weighing import RiskTold, Weighed
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.demonstration.estimates import chance
from takt.interfaces.demonstration.history import COPENHAGEN
from takt.interfaces.demonstration.loading.qualifying_words import (
    ASSESSMENTS,
    CASES,
    OUTCOMES,
    RISKS,
    Told,
)
from takt.registers.strategies.commands.take_in_strategies import take_in_strategies
from takt.registers.strategies.models import Goal
from takt.registers.systems.models import System

FIRST = datetime(2026, 11, 20, 16, 20, tzinfo=COPENHAGEN)
"""The evening on which the network sat together, after everything the wishes tell of."""
COSTS = {"nothing": 0.0, "join": 0.8, "extend": 0.6, "buy": 1.0, "build": 1.7}
"""Against the likely investment and four years of running costs."""
YES_IN = {
    "citizen_ai": {"personal_data", "sensitive_data", "supplier", "ai", "ai_people", "network", "website"}
    | {"records", "citizens", "self_service"},
    "citizen": {"personal_data", "supplier", "network", "website", "records", "citizens", "self_service"},
    "care": {"personal_data", "sensitive_data", "supplier", "network", "records", "citizens"},
    "staff_ai": {"personal_data", "sensitive_data", "supplier", "ai", "network", "records"},
    "staff": {"personal_data", "network", "website"},
}
"""Which questions are answered with yes, by kind of case; the rest with no."""


@dataclass(frozen=True, slots=True)
class House:
    """Those who do it."""

    coordinator: Person
    officer: Person
    people: dict[str, Person]
    """By the first part of the e-mail."""


def load_qualifying() -> int:
    """How many cases were found; run after the wishes have been told."""
    take_in_strategies(at=FIRST)
    house = _house()
    cases = {
        one.title: one
        for one in Initiative.objects.filter(stage=Stage.CLARIFYING, title__in=[told.title for told in CASES])
    }
    found = [(told, cases[told.title]) for told in CASES if told.title in cases]
    for place, (told, case) in enumerate(found):
        _qualify(told, case, house, at=FIRST + timedelta(minutes=8 * place))
    return len(found)


def _house() -> House:
    people = {person.email.split("@")[0]: person for person in Person.objects.filter(is_active=True)}
    coordinator = Person.objects.filter(role_holdings__role=Role.COORDINATOR).order_by("pk")[0]
    return House(coordinator, Person.objects.filter(role_holdings__role=Role.DPO)[0], people)


def _qualify(told: Told, case: Initiative, house: House, *, at: datetime) -> None:
    by = house.coordinator
    weigh_options(case, _options(told, case), seen={}, by=by, at=at)
    describe_risks(case, _risks(told, house), seen={}, by=by, at=at + timedelta(minutes=1))
    link_systems(case, _systems(told), seen={}, by=by, at=at + timedelta(minutes=1))
    _own(told, case, house, at=at + timedelta(minutes=2))
    _screen(told, case, house, at=at + timedelta(minutes=4))
    goals = {
        Goal.objects.get(strategy__key=key, position=position).pk: sentence
        for key, position, sentence in told.goals
    }
    link_goals(case, goals, seen={}, by=by, at=at + timedelta(minutes=7))


def _options(told: Told, case: Initiative) -> dict[str, Weighed]:
    estimate = Estimate.objects.get(initiative=case)
    whole = estimate.investment_dkk + 4 * estimate.running_dkk
    return {
        kind: Weighed(
            ASSESSMENTS[kind] % {"system": told.system},
            round(whole * COSTS[kind] / 50_000) * 50_000,
            "chosen" if kind == told.chosen else "rejected",
            told.reason if kind == told.chosen else OUTCOMES[kind],
        )
        for kind in ("nothing", "join", "extend", "buy", "build")
        if kind == told.chosen or kind != told.left_out
    }


def _risks(told: Told, house: House) -> dict[str, RiskTold]:
    chosen = [RISKS[number % len(RISKS)] for number in told.risks]
    owners = (house.people.get(told.owner), house.people.get("jonas"), None)
    return {
        f"new-{place}": RiskTold(
            text, probability, consequence, owner.pk if (owner := owners[place % 3]) else None, response
        )
        for place, (text, probability, consequence, response) in enumerate(chosen)
    }


def _systems(told: Told) -> dict[int, Touched]:
    keys = dict(System.objects.values_list("name", "pk"))
    return {keys[name]: Touched(how, note) for name, how, note in told.touches} or {NO_SYSTEM: NONE}


def _own(told: Told, case: Initiative, house: House, *, at: datetime) -> None:
    owner = house.people.get(told.owner)
    if owner is None:
        return
    name_benefit_owner(case, owner, edition=0, by=house.coordinator, at=at)
    if told.owner_says == "yes":
        accept_benefit(case, by=owner, at=at + timedelta(minutes=1))
    elif told.owner_says:
        decline_benefit(case, told.owner_says, by=owner, at=at + timedelta(minutes=1))


def _screen(told: Told, case: Initiative, house: House, *, at: datetime) -> None:
    yes = YES_IN[told.profile]
    answers = {one.key: "yes" if one.key in yes else "no" for one in QUESTIONS}
    if told.unsure:
        answers[told.unsure] = "unknown"
    duties = answer_screening(case, answers, seen={}, by=house.coordinator, at=at)
    _assess(case, duties, house, at=at + timedelta(minutes=1))
    if answers["citizens"] == "yes" and told.citizens:
        inclusion = InclusionTold(
            told.citizens,
            told.unable_percent,
            told.inclusion_source,
            told.channel,
            told.channel_dkk,
            date(2028, 3, 1),
        )
        assess_inclusion(case, inclusion, seen=None, by=house.coordinator, at=at + timedelta(minutes=2))


def _assess(case: Initiative, duties: Sequence[str], house: House, *, at: datetime) -> None:
    """About half are approved, some are under way, and the rest wait."""
    for key in duties:
        by = house.officer if DUTY[key].responsible == DPO else house.coordinator
        luck = chance(case.title, key)
        if luck < 0.45:
            told = AssessmentTold("approved", "Notat af 18. november 2026 (opdigtet)")
        elif luck < 0.75:
            told = AssessmentTold("under_way", "Udkast sendt 16. november (opdigtet)")
        else:
            continue
        record_assessment(case, key, told, edition=1, by=by, at=at)

"""How Fjordby has assessed its cases, and how ready its units say they are. The words and numbers are invented."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Role
from takt.governance.clarifying.readiness.commands.answer_readiness import answer_readiness
from takt.governance.clarifying.readiness.commands.ask_readiness import ask_readiness
from takt.governance.clarifying.readiness.models import FIELDS, Inquiry
from takt.governance.clarifying.scoring.commands.adopt_criteria import adopt_criteria
from takt.governance.clarifying.scoring.commands.ask_assessors import ask_assessors
from takt.governance.clarifying.scoring.commands.assess import assess
from takt.governance.clarifying.scoring.commands.begin_criteria import begin_criteria
from takt.governance.clarifying.scoring.commands.save_criteria import save_criteria
from takt.governance.clarifying.scoring.commands.settle_disagreement import settle_disagreement
from takt.governance.clarifying.scoring.commands.value_case import value_case
from takt.governance.clarifying.scoring.models import CriteriaVersion, Criterion, Round
from takt.governance.clarifying.scoring.terms import SUGGESTED
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.demonstration.estimates import chance
from takt.interfaces.demonstration.history import COPENHAGEN
from takt.interfaces.demonstration.loading.dialogue import network_of

COUNCIL = "teknologiraadet"
FIRST = datetime(2024, 9, 5, 14, 0, tzinfo=COPENHAGEN)
SECOND = datetime(2026, 10, 22, 14, 30, tzinfo=COPENHAGEN)
WHY_FIRST = "Rådets første kriterier, besluttet på mødet 5. september 2024 (opdigtet)."
WHY_SECOND = "Borgerne vejer tungere efter budgetforliget. Besluttet på mødet 22. oktober 2026 (opdigtet)."
FIRST_WEIGHTS = (20, 30, 20, 20, 10)

CASES, UNDER_FIRST, VALUED = 10, 3, 6
OPEN, SETTLED, DISPUTED = 9, 7, 8
"""By place among the cases: still blind, disagreed and settled, disagreed and not settled."""
FEASIBILITY = 3
"""The place of the criterion on which two cases are disagreed."""
SETTLEMENT = "Vi starter uden integration. Den kræves først, når løsningen rulles ud til flere enheder."
REASONS = (
    (
        "Borgerne møder det kun indirekte.",
        "Nogle borgere vil mærke det i hverdagen.",
        "Borgerne har selv efterspurgt det længe.",
    ),
    (
        "Sparer minutter, ikke timer, hos de fleste.",
        "Vi har målt en halv time om dagen i to enheder.",
        "Frigør tid hver dag hos alle, der er med.",
    ),
    (
        "Strategien nævner det ikke direkte.",
        "Støtter et af målene uden at bære det.",
        "Er nævnt i strategien som et af målene.",
    ),
    (
        "Fire fagsystemer skal integreres først.",
        "Vi har gjort noget lignende én gang før.",
        "Standardprodukt, som nabokommunen har i drift.",
    ),
    (
        "Leverandøren er ny, og vi har ingen vej tilbage.",
        "Risikoen er kendt og kan følges måned for måned.",
        "Det kan rulles tilbage på en dag.",
    ),
)
"""By criterion: of a score up to 2, of 3, and of 4 or 5."""

READINESS_ASKED = datetime(2026, 11, 3, 10, 0, tzinfo=COPENHAGEN)
READINESS_DUE = date(2026, 11, 24)
ASKING = 4
"""So many of the assessed cases have asked their units."""
ANSWERS = (
    ((2, 3, 1, 3, 3), "Vi er midt i det nye vagtplansystem og mangler to teamledere."),
    ((4, 4, 3, 4, 5), ""),
    ((3, 4, 2, 3, 4), "Det går, hvis I venter til efter sommerferien."),
    ((4, 5, 4, 4, 4), "Vi har bedt om det, og superbrugerne er klar."),
    ((3, 3, 3, 3, 4), ""),
)
"""The rest of the units asked have not answered."""


def load_scoring(people: Sequence[Person]) -> None:
    """After the wishes: criteria of the council in two versions, ten assessed cases, and some units' answers."""
    first, second = _criteria()
    cases = list(
        Initiative.objects.filter(stage=Stage.CLARIFYING, estimate__isnull=False, assignment__isnull=False)
        .select_related("assignment__person")
        .order_by("number")[:CASES]
    )
    network = network_of(people)
    for place, case in enumerate(cases):
        _assess(place, case, first if place < UNDER_FIRST else second, network)
    coordinator = next(person for person in network if person.holds(Role.COORDINATOR))
    _ask_units(cases[:ASKING], coordinator)


def _criteria() -> tuple[CriteriaVersion, CriteriaVersion]:
    """By the chair of the council; the second with other weights."""
    chair = Person.objects.get(email="troels@fjordby.example")
    lighter = tuple(
        replace(one, weight=weight) for one, weight in zip(SUGGESTED.criteria, FIRST_WEIGHTS, strict=True)
    )
    versions = []
    for criteria, reason, at in ((lighter, WHY_FIRST, FIRST), (SUGGESTED.criteria, WHY_SECOND, SECOND)):
        draft = begin_criteria(COUNCIL, by=chair)
        draft = save_criteria(COUNCIL, replace(SUGGESTED, criteria=criteria), edition=draft.edition, by=chair)
        versions.append(adopt_criteria(COUNCIL, edition=draft.edition, reason=reason, by=chair, at=at))
    return versions[0], versions[1]


def _assess(place: int, case: Initiative, criteria: CriteriaVersion, network: Sequence[Person]) -> None:
    holder = case.assignment.person or network[0]
    others = [person for person in network if person != holder]
    assessors = [others[(place + step) % len(others)] for step in (0, 3, 6)]
    start = SECOND if place >= UNDER_FIRST else SECOND - timedelta(days=20)
    asked_at = start + timedelta(days=2 + place, hours=-4)
    due_date = date(2026, 12, 4) if place == OPEN else (asked_at + timedelta(days=14)).date()
    one = ask_assessors(case, assessors, criteria=criteria, due_date=due_date, by=holder, at=asked_at)
    for turn, person in enumerate(assessors[: 2 if place == OPEN else 3]):
        at = asked_at + timedelta(days=2 + 2 * turn, minutes=11 * place)
        assess(one, _given(place, turn, case, one), edition=0, by=person, at=at)
    if place == SETTLED:
        _settle(case, one, holder, asked_at + timedelta(days=9))
    if place < VALUED or place == SETTLED:
        value_case(case, by=holder, at=asked_at + timedelta(days=10))


def _given(place: int, turn: int, case: Initiative, one: Round) -> dict[int, tuple[int | None, str]]:
    """Within a step of each other, but for the feasibility of two cases."""
    given: dict[int, tuple[int | None, str]] = {}
    for index, criterion in enumerate(one.criteria.criteria.all()):
        base = 2 + int(3 * chance(case.number, criterion.name))
        score = base + (chance(case.number, criterion.name, str(turn)) < 0.4)
        if place in (SETTLED, DISPUTED) and index == FEASIBILITY:
            score = (2, 5, 4)[turn]
        given[criterion.pk] = (score, REASONS[index][max(0, min(2, score - 2))])
    return given


def _settle(case: Initiative, one: Round, by: Person, at: datetime) -> None:
    for criterion in Criterion.objects.filter(version=one.criteria)[FEASIBILITY : FEASIBILITY + 1]:
        settle_disagreement(case, criterion.pk, SETTLEMENT, edition=0, by=by, at=at)


def _ask_units(cases: Sequence[Initiative], coordinator: Person) -> None:
    for place, case in enumerate(cases):
        if case.impacts.exists():
            ask_readiness(
                case, due_date=READINESS_DUE, by=coordinator, at=READINESS_ASKED + timedelta(hours=place)
            )
    managers = Managers.now()
    asked = {inquiry.unit_id: inquiry.unit for inquiry in Inquiry.objects.select_related("unit")}
    for place, (unit, (scores, note)) in enumerate(zip(asked.values(), ANSWERS, strict=False)):
        manager = managers.of(unit.pk)
        answer_readiness(
            unit,
            dict(zip(FIELDS, scores, strict=True)),
            note,
            on_behalf_of="" if manager else "Lederen af enheden",
            seen=0,
            by=manager or coordinator,
            at=READINESS_ASKED + timedelta(days=3 + place, hours=2),
        )

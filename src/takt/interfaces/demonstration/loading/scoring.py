"""How Fjordby has assessed its cases, and how ready its units say they are. The words and numbers are invented."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Role
from takt.governance.asking.models import Wish
from takt.governance.clarifying.readiness.commands.answer_readiness import answer_readiness
from takt.governance.clarifying.readiness.commands.ask_readiness import ask_readiness
from takt.governance.clarifying.readiness.models import FIELDS, Inquiry
from takt.governance.clarifying.scoring.block import block_of
from takt.governance.clarifying.scoring.commands.adopt_criteria import adopt_criteria
from takt.governance.clarifying.scoring.commands.ask_assessors import ask_assessors
from takt.governance.clarifying.scoring.commands.assess import assess
from takt.governance.clarifying.scoring.commands.begin_criteria import begin_criteria
from takt.governance.clarifying.scoring.commands.save_criteria import save_criteria
from takt.governance.clarifying.scoring.commands.settle_disagreement import settle_disagreement
from takt.governance.clarifying.scoring.commands.value_case import value_case
from takt.governance.clarifying.scoring.models import CriteriaVersion, Criterion, Round
from takt.governance.clarifying.scoring.terms import SUGGESTED, CriterionTerms
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.demonstration.estimates import chance
from takt.interfaces.demonstration.history import COPENHAGEN, past
from takt.interfaces.demonstration.loading.dialogue import network_of
from takt.interfaces.demonstration.reading import WishRow

COUNCIL = "teknologiraadet"
FIRST = datetime(2024, 9, 5, 14, 0, tzinfo=COPENHAGEN)
SECOND = datetime(2026, 10, 22, 14, 30, tzinfo=COPENHAGEN)
WHY_FIRST = "Rådets første kriterier, besluttet på mødet 5. september 2024 (opdigtet)."
WHY_SECOND = "Borgerne vejer tungere efter budgetforliget. Besluttet på mødet 22. oktober 2026 (opdigtet)."
FIRST_WEIGHTS = (20, 30, 20, 20, 10)

Happening = tuple[datetime, Callable[[], object]]
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

VALUED_AT = datetime(2026, 11, 20, 18, 0, tzinfo=COPENHAGEN)
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


class Scoring:
    """What happened around criteria, assessments and readiness: told in the order of time, with everything else."""

    def __init__(self, rows: Sequence[WishRow], told: Mapping[str, Wish], people: Sequence[Person]) -> None:
        clarifying = [row for row in rows if row.stage == Stage.CLARIFYING]
        self.rows = sorted(clarifying, key=lambda row: past(row.nr, row.stage)[0].at)[:CASES]
        self.told, self.network = told, network_of(people)
        self.coordinator = next(person for person in self.network if person.holds(Role.COORDINATOR))
        self.versions: list[CriteriaVersion] = []
        self.rounds: dict[int, Round] = {}

    def happenings(self) -> Iterator[Happening]:
        lighter = tuple(
            replace(one, weight=weight) for one, weight in zip(SUGGESTED.criteria, FIRST_WEIGHTS, strict=True)
        )
        yield FIRST, partial(self._adopt, lighter, WHY_FIRST, FIRST)
        yield SECOND, partial(self._adopt, SUGGESTED.criteria, WHY_SECOND, SECOND)
        for place in range(len(self.rows)):
            yield from self._assessment(place)
        for place in range(ASKING):
            at = READINESS_ASKED + timedelta(hours=place)
            yield at, partial(self._ask_units, place, at)
        for place in range(len(ANSWERS)):
            at = READINESS_ASKED + timedelta(days=3 + place, hours=2)
            yield at, partial(self._answer, place, at)

    def value_cases(self) -> None:
        """When everything has been told: the points of the assessed cases are taken over."""
        for place in [*range(VALUED), SETTLED]:
            case = self._case(place)
            holder, at = self._holder(case), VALUED_AT + timedelta(minutes=place)
            offered = block_of(case, reader=holder).proposed or 0
            value_case(case, offered=offered, seen=case.estimate.points_per_year, by=holder, at=at)

    def _case(self, place: int) -> Initiative:
        number = self.told[self.rows[place].nr].initiative.pk
        return Initiative.objects.select_related("assignment__person").get(pk=number)

    def _holder(self, case: Initiative) -> Person:
        return case.assignment.person or self.coordinator

    def _adopt(self, criteria: tuple[CriterionTerms, ...], reason: str, at: datetime) -> None:
        """By the chair of the council; the second with other weights."""
        chair = Person.objects.get(email="troels@fjordby.example")
        draft = begin_criteria(COUNCIL, by=chair)
        draft = save_criteria(COUNCIL, replace(SUGGESTED, criteria=criteria), edition=draft.edition, by=chair)
        self.versions.append(adopt_criteria(COUNCIL, edition=draft.edition, reason=reason, by=chair, at=at))

    def _assessment(self, place: int) -> Iterator[Happening]:
        start = SECOND if place >= UNDER_FIRST else SECOND - timedelta(days=20)
        asked_at = start + timedelta(days=2 + place, hours=-4)
        yield asked_at, partial(self._ask, place, asked_at)
        for turn in range(2 if place == OPEN else 3):
            at = asked_at + timedelta(days=2 + 2 * turn, minutes=11 * place)
            yield at, partial(self._assess, place, turn, at)
        if place == SETTLED:
            at = asked_at + timedelta(days=9)
            yield at, partial(self._settle, place, at)

    def _ask(self, place: int, at: datetime) -> None:
        case = self._case(place)
        due_date = date(2026, 12, 4) if place == OPEN else (at + timedelta(days=14)).date()
        holder = self._holder(case)
        self.rounds[place] = ask_assessors(
            case,
            self._assessors(place, holder),
            criteria=self.versions[-1],
            due_date=due_date,
            by=holder,
            at=at,
        )

    def _assessors(self, place: int, holder: Person) -> list[Person]:
        others = [person for person in self.network if person != holder]
        return [others[(place + step) % len(others)] for step in (0, 3, 6)]

    def _assess(self, place: int, turn: int, at: datetime) -> None:
        one, case = self.rounds[place], self._case(place)
        person = list(one.assessors.order_by("pk"))[turn].person
        assert person is not None  # noqa: S101 - Fjordby has forgotten nobody
        assess(one, _given(place, turn, case, one), edition=0, by=person, at=at)

    def _settle(self, place: int, at: datetime) -> None:
        case, version = self._case(place), self.rounds[place].criteria
        for criterion in Criterion.objects.filter(version=version)[FEASIBILITY : FEASIBILITY + 1]:
            settle_disagreement(case, criterion.pk, SETTLEMENT, edition=0, by=self._holder(case), at=at)

    def _ask_units(self, place: int, at: datetime) -> None:
        case = self._case(place)
        if case.impacts.exists():
            ask_readiness(case, due_date=READINESS_DUE, by=self.coordinator, at=at)

    def _answer(self, place: int, at: datetime) -> None:
        asked = {inquiry.unit_id: inquiry.unit for inquiry in Inquiry.objects.select_related("unit")}
        if place >= len(asked):
            return
        unit, (scores, note) = list(asked.values())[place], ANSWERS[place]
        manager = Managers.now().of(unit.pk)
        answer_readiness(
            unit,
            dict(zip(FIELDS, scores, strict=True)),
            note,
            on_behalf_of="" if manager else "Lederen af enheden",
            seen=0,
            by=manager or self.coordinator,
            at=at,
        )


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

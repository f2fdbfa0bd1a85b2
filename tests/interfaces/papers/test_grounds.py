"""What a case rests on beside its figures, as it stands in the paper that a body gets: as PDF and for Word."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from takt.foundation.people.models import Person, Role, RoleHolding
from takt.governance.clarifying.commands.link_goals import link_goals
from takt.governance.clarifying.commands.weigh_options import weigh_options
from takt.governance.clarifying.readiness.commands.answer_readiness import answer_readiness
from takt.governance.clarifying.readiness.commands.ask_readiness import ask_readiness
from takt.governance.clarifying.scoring.commands.settle_disagreement import settle_disagreement
from takt.governance.clarifying.screening.commands.answer_screening import answer_screening
from takt.governance.clarifying.screening.commands.assess_inclusion import assess_inclusion
from takt.governance.clarifying.screening.rules import InclusionTold
from takt.governance.clarifying.weighing import Weighed
from takt.governance.flow.models import Initiative
from takt.registers.strategies.models import Goal, Strategy
from tests.builders import Cast, build_person
from tests.governance.clarifying.cases import clarified
from tests.governance.clarifying.scoring.cases import adopted_criteria, answer, asked, three_assessors
from tests.interfaces.papers.reading import docx_words, words_of

pytestmark = pytest.mark.django_db
KINDS = pytest.mark.parametrize("kind", ["pdf", "docx"])
DUE = date(2026, 12, 7)
SETTLED = "Vi starter uden integration. Den kræves først ved udrulning."
NOTE = "Vi mangler to ledere indtil sommer."


def words(client: Client, reader: Person, case: Initiative, kind: str) -> str:
    """One line, so that the same sentence is found in both files."""
    client.force_login(reader)
    made = client.get(f"/sag/{case.number}/sagsfremstilling.{kind}").content
    return " ".join((words_of(made) if kind == "pdf" else docx_words(made)).split())


def assessed(cast: Cast, now: datetime) -> Initiative:
    """By three, who agree on all but whether it can be done."""
    case = clarified(cast, now)
    people = three_assessors(cast)
    one = asked(case, people, adopted_criteria(cast, now), cast, now)
    for person, score in zip(people, (2, 5, 4), strict=True):
        answer(one, person, 3, 5, 4, score, 3, at=now)
    return case


class TestScoring:
    @KINDS
    def test_a_disagreement_stands_with_its_spread_and_without_names(
        self, cast: Cast, client: Client, now: datetime, kind: str
    ) -> None:
        case = assessed(cast, now)
        said = words(client, cast.troels, case, kind)

        for part in ("Bedømmelse", "Enige om fire af fem", "Tre bedømmere", "Gennemførbarhed", "2–5"):
            assert part in said
        assert "Bedømmerne er uenige, og det er ikke afklaret." in said
        assert "Fatma" not in said
        assert "Lise" not in said

    @KINDS
    def test_what_they_agreed_on_stands_beside_it(
        self, cast: Cast, client: Client, now: datetime, kind: str
    ) -> None:
        case = assessed(cast, now)
        feasible = case.rounds.get().criteria.criteria.get(name="Gennemførbarhed")
        settle_disagreement(case, feasible.pk, SETTLED, edition=0, by=cast.nadia, at=now)
        said = words(client, cast.troels, case, kind)

        assert SETTLED in said
        assert "ikke afklaret" not in said

    @KINDS
    def test_while_somebody_is_waited_for_no_score_is_told(
        self, cast: Cast, client: Client, now: datetime, kind: str
    ) -> None:
        case, people = clarified(cast, now), three_assessors(cast)
        one = asked(case, people, adopted_criteria(cast, now), cast, now)
        answer(one, people[0], 5, at=now)
        said = words(client, cast.troels, case, kind)

        assert "1 af 3 har bedømt sagen" in said
        assert "Median" not in said


class TestReadiness:
    @KINDS
    def test_it_says_who_has_answered_and_what_it_lowers(
        self, cast: Cast, client: Client, now: datetime, kind: str
    ) -> None:
        case = clarified(cast, now)
        manager = build_person("Vibeke Storm", unit=case.unit)
        RoleHolding.objects.create(person=manager, role=Role.UNIT_MANAGER, unit=case.unit)
        ask_readiness(case, due_date=DUE, by=cast.nadia, at=now)

        said = words(client, cast.troels, case, kind)
        assert "Én enhed er spurgt, ingen har svaret." in said
        assert "Ikke besvaret" in said

        weak = dict.fromkeys(("capacity", "leadership", "settled", "skills", "meaning"), 2)
        answer_readiness(case.unit, weak, NOTE, seen=0, by=manager, at=now)
        said = words(client, cast.troels, case, kind)
        assert "Én enhed er spurgt, én har svaret." in said
        assert "Én enhed er presset" in said
        assert "Loftet sænkes" in said
        assert NOTE in said

    def test_nothing_stands_while_nobody_has_been_asked(
        self, cast: Cast, client: Client, now: datetime
    ) -> None:
        assert "Parathed" not in words(client, cast.troels, clarified(cast, now), "pdf")


class TestOptions:
    @KINDS
    def test_each_has_its_outcome_and_the_reason(
        self, cast: Cast, client: Client, now: datetime, kind: str
    ) -> None:
        case = clarified(cast, now)
        weighed = {"buy": Weighed("Tre kan levere", 800_000, "chosen", "Billigst over fire år")}
        weigh_options(case, weighed, seen={}, by=cast.nadia, at=now)
        said = words(client, cast.troels, case, kind)

        for part in ("Tre kan levere", "800.000 kr.", "Valgt. Billigst over fire år"):
            assert part in said


class TestStrategy:
    @KINDS
    def test_the_goal_its_strategy_and_the_contribution(
        self, cast: Cast, client: Client, now: datetime, kind: str
    ) -> None:
        case = clarified(cast, now)
        goal = Goal.objects.select_related("strategy").first() or Goal.objects.create(
            strategy=Strategy.objects.create(key="lokal", title="Nær og digital"), position=1, text="Mere tid"
        )
        told = "Svar på to dage i stedet for to uger."
        link_goals(case, {goal.pk: told}, seen={}, by=cast.nadia, at=now)
        said = words(client, cast.troels, case, kind)

        for part in ("Strategi", str(goal), str(goal.strategy), told):
            assert part in said


class TestCitizens:
    @KINDS
    def test_how_many_cannot_and_what_they_get_instead(
        self, cast: Cast, client: Client, now: datetime, kind: str
    ) -> None:
        case = clarified(cast, now)
        answer_screening(case, {"citizens": "yes"}, seen={}, by=cast.nadia, at=now)
        told = InclusionTold(
            1_200, Decimal("25.0"), "Visitationen, 2026", "Fysisk besøg", 410_000, date(2028, 3, 1)
        )
        assess_inclusion(case, told, seen=None, by=cast.nadia, at=now)
        said = words(client, cast.troels, case, kind)

        for part in (
            "Borgere",
            "1.200",
            "300 (skøn, 25,0 %)",
            "Fysisk besøg (410.000 kr. om året)",
            "1. marts 2028",
            "Visitationen, 2026",
        ):
            assert part in said

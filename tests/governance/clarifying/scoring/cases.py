"""Cases that are being assessed, reached by the real commands."""

from datetime import date, datetime

from takt.calculation.governance_path import Level, Mandate, Scope
from takt.foundation.people.models import Person, Role
from takt.governance.clarifying.scoring.commands.adopt_criteria import adopt_criteria
from takt.governance.clarifying.scoring.commands.ask_assessors import ask_assessors
from takt.governance.clarifying.scoring.commands.assess import assess
from takt.governance.clarifying.scoring.commands.begin_criteria import begin_criteria
from takt.governance.clarifying.scoring.models import Assessor, CriteriaVersion, Round
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.models import SeatRole
from takt.governance.deciding.queries import draft
from takt.governance.deciding.terms import BodyTerms, SeatTerms
from tests.builders import Cast, build_person

DUE = date(2026, 12, 7)
COUNCIL = "teknologiraadet"
WHY = "Fire fagsystemer skal integreres først."


def seat_council(cast: Cast, now: datetime) -> None:
    """Troels leads it; it may decide everything."""
    begin_draft(by=cast.nadia)
    terms = BodyTerms(
        "Teknologirådet",
        mandates=(Mandate(Level.DECIDE, Scope.BOTH),),
        seats=(SeatTerms(cast.troels.pk, cast.troels.name, SeatRole.CHAIR, date(2024, 1, 1)),),
    )
    save_body(terms, by=cast.nadia)
    begun = draft()
    assert begun is not None
    adopt_model(
        edition=begun.edition, reason="Besluttet", in_force_from=date(2026, 11, 23), by=cast.nadia, at=now
    )


def adopted_criteria(cast: Cast, now: datetime) -> CriteriaVersion:
    """The five suggested ones, by Troels."""
    seat_council(cast, now)
    draft_version = begin_criteria(COUNCIL, by=cast.troels)
    return adopt_criteria(COUNCIL, edition=draft_version.edition, reason="Besluttet", by=cast.troels, at=now)


def three_assessors(cast: Cast) -> list[Person]:
    fatma = build_person("Fatma Yildiz", Role.NETWORK_MEMBER, unit=cast.troels.unit)
    lise = build_person("Lise Damgaard", Role.NETWORK_MEMBER, unit=cast.anna.unit)
    return [fatma, lise, cast.erik]


def given(one: Round, *scores: int) -> dict[int, tuple[int | None, str]]:
    """In the order of the criteria; the last score goes for those not named."""
    criteria = list(one.criteria.criteria.all())
    padded = [*scores, *[scores[-1]] * (len(criteria) - len(scores))]
    return {criterion.pk: (score, WHY) for criterion, score in zip(criteria, padded, strict=True)}


def asked(
    initiative: object, people: list[Person], criteria: CriteriaVersion, cast: Cast, now: datetime
) -> Round:
    return ask_assessors(initiative, people, criteria=criteria, due_date=DUE, by=cast.nadia, at=now)  # type: ignore[arg-type]


def answer(one: Round, person: Person, *scores: int, at: datetime) -> Assessor:
    edition = Assessor.objects.get(round=one, person=person).edition
    return assess(one, given(one, *scores), edition=edition, by=person, at=at)

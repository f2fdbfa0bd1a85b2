"""What is asked about the assessment of a case. The number of queries never depends on how many assess."""

from django.db.models import QuerySet

from takt.foundation.people.models import Person, Role
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.scoring.models import Assessor, Round, Valuation
from takt.governance.clarifying.scoring.results import Result, result_for
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


def rounds_of(initiative: Initiative) -> QuerySet[Round]:
    """Newest first."""
    return (
        Round.objects.filter(initiative=initiative)
        .select_related("criteria", "asked_by", "closed_by")
        .order_by("-number")
    )


def newest_round(initiative: Initiative) -> Round | None:
    return rounds_of(initiative).first()


def assessors_of(one: Round) -> list[Assessor]:
    return list(one.assessors.select_related("person__unit").prefetch_related("scores"))


def result_of(one: Round, reader: Person | None) -> Result:
    """As this reader may see it; ``reader`` None: as everybody may."""
    settlements = {
        settlement.criterion_id: settlement for settlement in one.settlements.select_related("settled_by")
    }
    return result_for(
        reader.pk if reader else None,
        one,
        list(one.criteria.criteria.all()),
        assessors_of(one),
        settlements,
    )


def newest_result(initiative: Initiative, reader: Person | None) -> Result | None:
    one = newest_round(initiative)
    return result_of(one, reader) if one else None


def valuation_of(initiative: Initiative, estimate: Estimate | None) -> Valuation | None:
    """What the points of the estimate rest on; None when they were written with the estimate itself."""
    if estimate is None:
        return None
    newest = (
        Valuation.objects.filter(initiative=initiative)
        .select_related("round", "valued_by")
        .order_by("-id")
        .first()
    )
    return newest if newest and newest.points == estimate.points_per_year else None


def waiting_for(person: Person) -> QuerySet[Assessor]:
    """Assessments that this person has been asked for and has not given."""
    return (
        Assessor.objects.filter(
            person=person,
            answered_at=None,
            round__closed_at=None,
            round__initiative__stage=Stage.CLARIFYING,
        )
        .select_related("round__initiative", "round__asked_by")
        .order_by("round__due_date", "id")
    )


def people_to_ask() -> QuerySet[Person]:
    """Suggestions: the network, by name."""
    return (
        Person.objects.filter(is_active=True, role_holdings__role__in=[Role.NETWORK_MEMBER, Role.COORDINATOR])
        .distinct()
        .order_by("sort_key", "id")
    )

"""What is asked about screenings."""

from dataclasses import asdict
from typing import Any

from django.db.models import QuerySet

from takt.governance.clarifying.screening.catalogue import DPO, DUTIES
from takt.governance.clarifying.screening.models import Assessment, AssessmentStatus, Inclusion
from takt.governance.clarifying.screening.rules import ASSESSED, InclusionTold
from takt.governance.flow.models import Initiative


def answers_as_they_stand(initiative: Initiative) -> dict[str, str]:
    """By question."""
    return dict(initiative.screening_answers.values_list("question", "value"))


def inclusion_of(initiative: Initiative) -> Inclusion | None:
    return Inclusion.objects.filter(initiative=initiative).first()


def told_in(inclusion: Inclusion) -> InclusionTold:
    return InclusionTold(**{name: getattr(inclusion, name) for name in InclusionTold.__dataclass_fields__})


def inclusion_as_it_stands(initiative: Initiative) -> dict[str, Any]:
    """By field; empty while nobody has assessed it."""
    inclusion = inclusion_of(initiative)
    return asdict(told_in(inclusion)) if inclusion else {}


def waiting_for_the_officer() -> QuerySet[Assessment]:
    """What the data protection officer must decide, the oldest first."""
    theirs = [duty.key for duty in DUTIES if duty.responsible == DPO]
    open_ = (AssessmentStatus.MISSING, AssessmentStatus.UNDER_WAY)
    return (
        Assessment.objects.filter(
            key__in=theirs, is_required=True, status__in=open_, initiative__stage__in=ASSESSED
        )
        .select_related("initiative__unit")
        .order_by("-status", "id")
    )

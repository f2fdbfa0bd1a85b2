"""What is asked about readiness. The number of queries does not depend on the number of units."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Unit
from takt.governance.clarifying.readiness.models import Inquiry, Readiness
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

STILL_ASKING = (Stage.CLARIFYING, Stage.RECOMMENDED)
"""An answer is waited for until the case is decided."""


def newest_of(unit: Unit) -> Readiness | None:
    return Readiness.objects.filter(unit=unit).select_related("answered_by").first()


def newest_of_each(units: Iterable[int] | None = None) -> dict[int, Readiness]:
    """By the key of the unit; those without an answer are absent."""
    newest = Readiness.objects.filter(unit=OuterRef("unit")).order_by("-id").values("pk")[:1]
    found = Readiness.objects.filter(pk=Subquery(newest)).select_related("unit", "answered_by")
    if units is not None:
        found = found.filter(unit__in=list(units))
    return {one.unit_id: one for one in found}


@dataclass(frozen=True, slots=True)
class Lowering:
    """By how much an answer lowers a unit's ceiling, and in which months (first days, both included)."""

    percent: int
    first_month: date
    latest_month: date
    answered_at: date


def lowerings() -> dict[int, Lowering]:
    """By the key of the unit; only those whose newest answer lowers anything."""
    return {
        unit: Lowering(one.percent, one.first_month, one.latest_month, timezone.localdate(one.answered_at))
        for unit, one in newest_of_each().items()
        if one.percent
    }


def inquiries_of(initiative: Initiative) -> QuerySet[Inquiry]:
    return (
        Inquiry.objects.filter(initiative=initiative)
        .select_related("unit", "answer__answered_by", "asked_by")
        .order_by("unit__sort_key")
    )


def not_asked(initiative: Initiative) -> list[Unit]:
    """Receiving units that have not been asked about this case."""
    return list(
        Unit.objects.filter(impacts__initiative=initiative)
        .exclude(inquiries__initiative=initiative)
        .distinct()
        .order_by("sort_key")
    )


def unanswered() -> QuerySet[Inquiry]:
    return (
        Inquiry.objects.filter(answer=None, initiative__stage__in=STILL_ASKING)
        .select_related("unit", "initiative")
        .order_by("due_date", "id")
    )


def unanswered_by(person: Person) -> QuerySet[Inquiry]:
    """Those that this person, as a manager, is asked."""
    return unanswered().filter(unit__in=Managers.now().units_of(person))

"""What can be asked about the governance model. The number of queries does not depend on its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from takt.calculation import governance_path as paths
from takt.foundation.people.models import Unit
from takt.governance.deciding.models import Body, ModelVersion
from takt.governance.deciding.terms import mandate_terms


def adopted() -> QuerySet[ModelVersion]:
    """Newest first."""
    return ModelVersion.objects.filter(number__isnull=False).select_related("adopted_by")


def latest() -> ModelVersion | None:
    """The newest that has been adopted, even if it is not in force yet."""
    return adopted().first()


def in_force(at: datetime) -> ModelVersion | None:
    """The version that cases followed at a moment."""
    return versions_in_force(at).first()


def versions_in_force(at: datetime) -> QuerySet[ModelVersion]:
    """The one that cases followed at a moment, and those before it."""
    return adopted().filter(in_force_from__lte=timezone.localdate(at), adopted_at__lte=at)


def draft() -> ModelVersion | None:
    return ModelVersion.objects.filter(number=None).select_related("based_on").first()


def bodies_of(version: ModelVersion) -> list[Body]:
    """With mandates, areas, seats and people, in the order of the model."""
    return list(version.bodies.prefetch_related("mandates__areas", "seats__person__unit"))


def path_bodies_of(version: ModelVersion) -> list[paths.Body]:
    """Who may do what, in the order of the model: all that the way of a case needs, without the people."""
    bodies = version.bodies.prefetch_related("mandates__areas")
    return [
        paths.Body(body.key, body.name, tuple(mandate_terms(one) for one in body.mandates.all()))
        for body in bodies
    ]


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of the municipality, and in which of them each unit lies."""

    names: dict[int, str]
    of_unit: dict[int, frozenset[int]]
    """A unit above the areas, as the whole municipality, lies in all of them."""

    def touched_by(self, units: Iterable[int]) -> frozenset[int]:
        return frozenset().union(*(self.of_unit[unit] for unit in units))


def areas() -> Areas:
    """Areas are the units directly under the whole municipality; where nothing is below it, it is its own."""
    units = list(Unit.objects.values_list("pk", "name", "parent"))
    parents: dict[int, int | None] = {pk: parent for pk, _name, parent in units}
    tops = {pk for pk, parent in parents.items() if parent is not None and parents[parent] is None}
    tops |= {pk for pk, parent in parents.items() if parent is None and pk not in parents.values()}
    of_unit = {pk: _areas_over(pk, parents, tops) for pk in parents}
    return Areas({pk: name for pk, name, _parent in units if pk in tops}, of_unit)


def _areas_over(unit: int, parents: dict[int, int | None], tops: set[int]) -> frozenset[int]:
    above: int | None = unit
    while above is not None:
        if above in tops:
            return frozenset({above})
        above = parents[above]
    return frozenset(top for top in tops if parents[top] == unit)


def is_taken_over(started_from: ModelVersion | None, newest: ModelVersion | None) -> bool:
    """Whether another version was adopted after a draft was begun."""
    return (started_from and started_from.pk) != (newest and newest.pk)


def voting_day(version: ModelVersion, today: date) -> date:
    """The day on which the seats of a version are counted: today, or its first day if that is later."""
    return max(today, version.in_force_from) if version.in_force_from else today

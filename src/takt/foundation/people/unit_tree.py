"""The units as a tree, each under the one it belongs to. Three queries, however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Unit


@dataclass(frozen=True, slots=True)
class Branch:
    unit: Unit
    depth: int
    """0 for the whole municipality."""
    people: int
    """Who work there and use Takt."""
    manager: Person | None
    """Who leads this very unit; None when nobody does, or somebody above."""


def branches() -> list[Branch]:
    """From the top, those beside each other in Danish order."""
    units = list(Unit.objects.annotate(people=Count("person")).order_by("sort_key"))
    managers = Managers.now()
    below: dict[int | None, list[Unit]] = {}
    for unit in units:
        below.setdefault(unit.parent_id, []).append(unit)

    def under(parent: int | None, depth: int) -> Iterator[Branch]:
        for unit in below.get(parent, ()):
            yield Branch(unit, depth, unit.people, managers.by_unit.get(unit.pk))  # type: ignore[attr-defined]
            yield from under(unit.pk, depth + 1)

    return list(under(None, 0))

"""Who leads a unit: the one who holds the role there, or the nearest above. Two queries for the whole municipality."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from takt.foundation.people.models import Person, Role, RoleHolding, Unit


@dataclass(frozen=True, slots=True)
class Managers:
    parents: Mapping[int, int | None]
    by_unit: Mapping[int, Person]
    """Those who can be asked, by the unit they lead."""

    @classmethod
    def now(cls) -> "Managers":
        """A holding without a unit counts for the unit in which its holder works."""
        holdings = (
            RoleHolding.objects.filter(role=Role.UNIT_MANAGER, person__is_active=True)
            .select_related("person")
            .order_by("-id")
        )
        by_unit = {holding.unit_id or holding.person.unit_id: holding.person for holding in holdings}
        return cls(
            dict(Unit.objects.values_list("pk", "parent_id")),
            {unit: person for unit, person in by_unit.items() if unit is not None},
        )

    def of(self, unit_id: int) -> Person | None:
        """None: nobody leads the unit, nor any above it."""
        return next((self.by_unit[one] for one in self._upwards(unit_id) if one in self.by_unit), None)

    def units_of(self, person: Person) -> list[int]:
        """Every unit for which the person answers."""
        return [unit for unit in self.parents if self.of(unit) == person]

    def _upwards(self, unit_id: int) -> Iterator[int]:
        now: int | None = unit_id
        while now is not None:
            yield now
            now = self.parents.get(now)

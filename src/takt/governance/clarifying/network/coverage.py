"""Where the network has somebody, and where nobody answers. No queries, no clock."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from takt.foundation.people.models import Unit
from takt.governance.clarifying.network.models import Kind, Membership


@dataclass(frozen=True, slots=True)
class UnitCover:
    unit: Unit
    members: Sequence[Membership]
    """Of this very unit."""
    above: Sequence[Membership]
    """Of the nearest unit above that has any, when this one has none."""

    @property
    def is_silent(self) -> bool:
        return not self.members and not self.above

    @property
    def state(self) -> str:
        """expert, super_user, both, above or none."""
        kinds = {membership.kind for membership in self.members}
        if len(kinds) == len(Kind):
            return "both"
        return next(iter(kinds), "above" if self.above else "none")


@dataclass(frozen=True, slots=True)
class AreaCover:
    area: UnitCover
    units: Sequence[UnitCover]
    """Those below it, in Danish order."""

    @property
    def all(self) -> Sequence[UnitCover]:
        """The units that people work in: those below, or the area itself when it has none."""
        return self.units or (self.area,)

    @property
    def covered(self) -> int:
        return sum(not one.is_silent for one in self.all)

    @property
    def silent(self) -> Sequence[UnitCover]:
        return [one for one in self.all if one.is_silent]

    @property
    def is_silent(self) -> bool:
        """Nobody in the whole area."""
        return self.area.is_silent and len(self.silent) == len(self.all)


def coverage(units: Sequence[Unit], memberships: Sequence[Membership]) -> list[AreaCover]:
    """By area, in Danish order. ``units``: all of them, in that order; ``memberships``: those in force."""
    by_unit: dict[int, list[Membership]] = {}
    for membership in memberships:
        by_unit.setdefault(membership.unit_id, []).append(membership)
    parents = {unit.pk: unit.parent_id for unit in units}
    covers = {unit.pk: _cover(unit, parents, by_unit) for unit in units}
    tops = [unit for unit in units if unit.parent_id is not None and parents[unit.parent_id] is None]
    return [
        AreaCover(
            covers[top.pk],
            [covers[unit.pk] for unit in units if top.pk in list(_upwards(unit.parent_id, parents))],
        )
        for top in tops
    ]


def _cover(
    unit: Unit, parents: Mapping[int, int | None], by_unit: Mapping[int, Sequence[Membership]]
) -> UnitCover:
    above = (by_unit[one] for one in _upwards(unit.parent_id, parents) if one in by_unit)
    members = by_unit.get(unit.pk, ())
    return UnitCover(unit, members, () if members else next(above, ()))


def _upwards(unit: int | None, parents: Mapping[int, int | None]) -> Iterator[int]:
    while unit is not None:
        yield unit
        unit = parents[unit]

"""A range of one limit, and the grid that one or two ranges make. The point of today is nought on every axis."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from takt.calculation.planner.problem import Problem
from takt.calculation.scenarios.changes import CeilingBy, Change, FrameBy, MoreStaff

MOST_STEPS = 41
MOST_CELLS = 600


class AxisKind(StrEnum):
    FRAME = "frame"
    """Per cent of a frame (or all), in all years."""
    STAFF = "staff"
    """Full-time equivalents of a role more or fewer than today, in tenths, from the first month."""
    CEILING = "ceiling"
    """Per cent of the ceiling on change of a unit and all below it, or of all."""


@dataclass(frozen=True, slots=True)
class Axis:
    kind: AxisKind
    id: str | None
    """Of the frame, role or unit; None = all (not of a role)."""
    first: int
    last: int
    step: int
    """Per cent, or tenths of a full-time equivalent; relative to today. Nought is always one of the points."""
    days_per_month: int = 0
    """Of one full-time equivalent; only for staff."""
    tenths_today: int = 0
    """Full-time equivalents today, to be shown as so many in all; only for staff."""

    @property
    def points(self) -> tuple[int, ...]:
        return tuple(sorted({*range(self.first, self.last + 1, self.step), 0}))

    def change(self, point: int, problem: Problem) -> Change:
        match self.kind:
            case AxisKind.FRAME:
                return FrameBy(self.id, point)
            case AxisKind.STAFF:
                return MoreStaff(self.id or "", point, problem.first_month, self.days_per_month)
            case AxisKind.CEILING:
                return CeilingBy(self.id, point)

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"kind": str(self.kind)}


def read_axis(kept: Mapping[str, Any]) -> Axis:
    """From what ``as_json`` gave."""
    return Axis(**{**kept, "kind": AxisKind(kept["kind"])})


Cell: TypeAlias = tuple[int, ...]
"""One point on each axis."""


def cells(axes: Sequence[Axis]) -> list[Cell]:
    """Today first, then outwards: a sweep that is stopped has what is nearest to today."""
    grid: list[Cell] = [()]
    for axis in axes:
        grid = [(*cell, point) for cell in grid for point in axis.points]

    def distance(cell: Cell) -> tuple[int, Cell]:
        ranks = (
            abs(axis.points.index(point) - axis.points.index(0))
            for axis, point in zip(axes, cell, strict=True)
        )
        return sum(ranks), cell

    return sorted(grid, key=distance)


def changes_of(axes: Sequence[Axis], cell: Cell, problem: Problem) -> tuple[Change, ...]:
    """What is changed in one cell; nothing where the point is today's."""
    return tuple(axis.change(point, problem) for axis, point in zip(axes, cell, strict=True) if point)

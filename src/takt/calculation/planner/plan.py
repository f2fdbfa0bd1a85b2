"""The answer: which initiatives start when (``takt.plan/1``)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Status(StrEnum):
    """How sure we are that no better plan exists."""

    OPTIMAL = "optimal"
    """Tiers 1 and 2 are proven least, and value is within the 0.5 % given to smoothness of a proven bound."""
    FEASIBLE = "feasible"


@dataclass(frozen=True, slots=True)
class Placement:
    id: str
    start: int
    """Month offset from the problem's first month."""


@dataclass(frozen=True)
class Plan:
    problem_sha256: str
    status: Status
    placements: tuple[Placement, ...]
    """Sorted as in the problem."""
    months_late: int
    goal_shortfall: int
    value_twelfths: int
    """12 × value, a whole number; written as ``value``."""
    value_bound_twelfths: int
    """No plan as late and as short as this one has more."""
    engine: Mapping[str, str | int] = field(default_factory=dict)
    seconds: float = 0.0
    """Work counted in about seconds, the same every time; seconds of the clock when these were limited."""

    @cached_property
    def start(self) -> Mapping[str, int]:
        """By initiative id."""
        return {placement.id: placement.start for placement in self.placements}

    @property
    def gap(self) -> float:
        """Share of the bound that may still be missing; 0 when nothing is."""
        if self.value_bound_twelfths <= 0:
            return 0.0
        return max(0.0, 1 - self.value_twelfths / self.value_bound_twelfths)

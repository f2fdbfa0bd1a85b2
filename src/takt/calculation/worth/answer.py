"""What more of a limit gives and what a buffer costs, as plain values. Values are 12 × value, as in a plan."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from takt.calculation.worth.changing import More


@dataclass(frozen=True, slots=True)
class Worth:
    more: More
    least_twelfths: int
    """A plan worth so much more was found."""
    up_to_twelfths: int
    """What the relaxed question gains, in which initiatives may be mixed: an estimate, never below the least."""
    most_twelfths: int
    """Proven: no plan with more is worth so much more than the one of today."""
    fewer_months_late: int = 0
    """Of duties; these come before all value, so the amounts are then 0 and nothing is compared."""
    less_goal_shortfall: int = 0
    comes_in: tuple[str, ...] = ()
    """Initiatives in the found plan that have no place today."""
    leaves: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "more": self.more.as_json()}


def read_worth(kept: Mapping[str, Any]) -> Worth:
    """From what ``as_json`` gave."""
    return Worth(
        **{
            **kept,
            "more": More.read(kept["more"]),
            "comes_in": tuple(kept["comes_in"]),
            "leaves": tuple(kept["leaves"]),
        }
    )


@dataclass(frozen=True, slots=True)
class BufferCost:
    """Against the plan as it is."""

    percent: int
    """So much of every frame, role and ceiling is left unused."""
    value_twelfths: int
    """Of the plan as it is."""
    least_twelfths: int | None
    """No plan with the buffer costs less; None = not proven."""
    most_twelfths: int
    """A plan with the buffer costs so much."""
    more_months_late: int = 0
    more_goal_shortfall: int = 0
    leaves: tuple[str, ...] = ()

    @property
    def least_percent(self) -> float | None:
        return None if self.least_twelfths is None else self._share(self.least_twelfths)

    @property
    def most_percent(self) -> float:
        return self._share(self.most_twelfths)

    def _share(self, twelfths: int) -> float:
        return 100 * twelfths / self.value_twelfths if self.value_twelfths > 0 else 0.0

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read_buffer(kept: Mapping[str, Any]) -> BufferCost:
    """From what ``as_json`` gave."""
    return BufferCost(**{**kept, "leaves": tuple(kept["leaves"])})

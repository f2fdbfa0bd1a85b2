"""What a forecast says, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass

from takt.calculation.planner.usage import Limit


@dataclass(frozen=True, slots=True)
class LimitForecast:
    """One limit at one time: a frame in a year, a role in a month, the ceiling of a unit in a month."""

    limit: Limit
    there_is: int
    planned: int
    """What the plan uses."""
    chance: float
    """0 … 1, that it holds."""
    p50: int
    p80: int
    """Use that is not exceeded in 50 and 80 of 100 cases."""
    expected_overrun: float
    """Mean of what is too much, counting 0 where it holds."""


@dataclass(frozen=True, slots=True)
class LiveForecast:
    """One placed initiative. Months are offsets from the first month and may lie beyond the horizon."""

    id: str
    planned: int
    """Month of go-live."""
    p50: int
    p80: int
    deadline: int | None
    chance: float
    """That it goes live by its deadline; 1 when it has none."""
    expected_months_late: float


@dataclass(frozen=True)
class Forecast:
    draws: int
    seed: int
    limits: Mapping[Limit, LimitForecast]
    """Money, staff and load, where there is a limit."""
    go_lives: Mapping[str, LiveForecast]
    """By the id of the initiative, in the order of the problem."""
    duties: tuple[str, ...]
    """Those in ``go_lives`` that must be done."""

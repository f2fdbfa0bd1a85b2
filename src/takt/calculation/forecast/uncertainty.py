"""How far what comes may lie from what was estimated: three-point ratios, and what goes together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class ThreePoint:
    """What comes as a ratio of the estimate, in per mille: low, likely and high. 1000 = as estimated.

    Raises ValueError when the three are out of order or negative.
    """

    low: int
    likely: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.likely <= self.high:
            raise ValueError(f"low, likely and high are out of order: {self.low}, {self.likely}, {self.high}")


AS_ESTIMATED: Final = ThreePoint(1000, 1000, 1000)


@dataclass(frozen=True, slots=True)
class Factors:
    """Of one initiative; each of the four comes by itself, but for what they have in common."""

    money: ThreePoint = AS_ESTIMATED
    staff: ThreePoint = AS_ESTIMATED
    change: ThreePoint = AS_ESTIMATED
    duration: ThreePoint = AS_ESTIMATED
    """Of the months from start to go-live."""


CERTAIN: Final = Factors()

REFERENCE_CLASS: Final = Factors(
    money=ThreePoint(860, 1000, 1750),
    staff=ThreePoint(860, 1000, 1750),
    change=ThreePoint(860, 1000, 1750),
    duration=ThreePoint(1000, 1000, 1320),
)
"""To be used until the municipality has a record of its own.

Source: Infrastructure and Projects Authority, Government Major Projects Portfolio, data of March 2021, 2022
and 2023 (gov.uk, Open Government Licence v3.0), categories ICT and Government Transformation and Service
Delivery. Ratio of each project's whole-life cost (151 pairs) and of its time from start to end (168 pairs)
to what the same project said a year before; low, likely and high are the 10th, 50th and 90th percentiles:
0.86, 1.00, 1.75 of cost and 1.00, 1.00, 1.32 of time. Changes of scope and prices are part of it, it covers
one year only, and the projects are far larger than a municipality's. Staff and change hours are not
published; they are taken to vary as cost does. The Danish It-råd publishes traffic lights, not amounts.
"""

CORRELATION_PER_MILLE: Final = 200
"""Source: S. A. Book, Why Correlation Matters in Cost Estimating (1999): 0.2 where nothing is known, since
most of the error of assuming 0 is gone by then."""


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """``own`` by initiative id, where more is known than what is usual."""

    usual: Factors = REFERENCE_CLASS
    own: Mapping[str, Factors] = field(default_factory=dict)
    correlation_per_mille: int = CORRELATION_PER_MILLE
    """Between any two factors, of one initiative or of two: what the house as a whole misjudges. 0 … 1000."""

    def __post_init__(self) -> None:
        if not 0 <= self.correlation_per_mille <= 1000:
            raise ValueError(f"a correlation lies between 0 and 1000 per mille: {self.correlation_per_mille}")

    def of(self, id_: str) -> Factors:
        return self.own.get(id_, self.usual)

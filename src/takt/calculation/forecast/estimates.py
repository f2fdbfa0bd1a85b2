"""From an estimate's own low, likely and high to ratios, where somebody has said how sure it is."""

from collections.abc import Iterable
from dataclasses import replace

from takt.calculation.forecast.uncertainty import REFERENCE_CLASS, Factors, ThreePoint

Amounts = tuple[int, int, int]
"""Low, likely and high."""


def ratio_of(amounts: Iterable[Amounts]) -> ThreePoint | None:
    """Of the amounts together; None where nothing is estimated, or the three are the same: nobody has said."""
    low, likely, high = (sum(each) for each in zip((0, 0, 0), *amounts, strict=True))
    if likely <= 0 or low == high:
        return None
    return ThreePoint(max(0, 1000 * low // likely), 1000, -(-1000 * high // likely))


def own_factors(
    *,
    money: ThreePoint | None,
    staff: ThreePoint | None,
    change: ThreePoint | None,
    usual: Factors = REFERENCE_CLASS,
) -> Factors:
    """The initiative's own ratios where it has them, what is usual for the rest and for the time it takes."""
    return replace(
        usual, money=money or usual.money, staff=staff or usual.staff, change=change or usual.change
    )

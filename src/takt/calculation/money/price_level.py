"""Turn an amount from one year's prices to another's (PL-fremskrivning)."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor


def at_prices_of(dkk: int, rises: Mapping[int, Decimal], *, of_year: int, to_year: int) -> int:
    """Whole DKK, to the nearest (half upwards).

    ``rises``: per cent by year, from the year before to that year. A year that is not there has no rise.
    """
    return floor(dkk * _factor(rises, of_year, to_year) + Fraction(1, 2))


def _factor(rises: Mapping[int, Decimal], of_year: int, to_year: int) -> Fraction:
    if of_year > to_year:
        return 1 / _factor(rises, to_year, of_year)
    factor = Fraction(1)
    for year in range(of_year + 1, to_year + 1):
        factor *= 1 + Fraction(rises.get(year, Decimal(0))) / 100
    return factor

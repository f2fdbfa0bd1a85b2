"""Amounts from one year's prices to another's."""

from decimal import Decimal

import pytest

from takt.calculation.money.price_level import at_prices_of

RISES = {2027: Decimal("3.0"), 2028: Decimal("2.5"), 2029: Decimal("0")}


@pytest.mark.parametrize(
    ("of_year", "to_year", "expected"),
    [
        (2027, 2027, 1_000_000),
        (2026, 2027, 1_030_000),
        (2026, 2028, 1_055_750),
        (2028, 2026, 947_194),
        (2028, 2029, 1_000_000),
        (2030, 2031, 1_000_000),
    ],
)
def test_each_year_rises_on_the_one_before(of_year: int, to_year: int, expected: int) -> None:
    assert at_prices_of(1_000_000, RISES, of_year=of_year, to_year=to_year) == expected


def test_half_a_krone_is_rounded_up_and_a_saving_stays_a_saving() -> None:
    assert at_prices_of(50, {2027: Decimal("1")}, of_year=2026, to_year=2027) == 51
    assert at_prices_of(-1_000, {2027: Decimal("3")}, of_year=2026, to_year=2027) == -1_030

"""Cells as people fill them."""

from datetime import date
from decimal import Decimal

import pytest

from takt.calculation.cells import Cell, Unclear, month_of, names_of, number_of, same, text_of
from takt.calculation.planner.problem import Month


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12, "12"),
        (1.1, "1.1"),
        ("1.250.000", "1250000"),
        ("1.250.000 kr.", "1250000"),
        ("1.250", "1250"),
        ("2,5", "2.5"),
        ("2.5", "2.5"),
        ("−3", "-3"),
        ("2,4 mio. kr.", "2400000"),
        ("500 000", "500000"),
        ("40%", "40"),
        ("250.000,-", "250000"),
    ],
)
def test_numbers_are_read_as_danes_write_them(cell: Cell, value: str) -> None:
    assert number_of(cell) == Decimal(value)


@pytest.mark.parametrize("cell", ["mange", "12 stk.", "1.25.000", "", True, "1e9", float("inf"), "9" * 40])
def test_what_is_not_a_number_is_not_guessed(cell: Cell) -> None:
    with pytest.raises(Unclear, match="Skriv et tal"):
        number_of(cell)


@pytest.mark.parametrize(
    "cell",
    [
        date(2027, 4, 30),
        "2027-04",
        "2027-04-01",
        "04-2027",
        "1-4-2027",
        "1.4.2027",
        "april 2027",
        "Apr. 2027",
    ],
)
def test_a_month_is_read_however_it_is_written(cell: Cell) -> None:
    assert month_of(cell) == Month(2027, 4)


@pytest.mark.parametrize("cell", ["snart", "2027", "13-2027", "2027-00", 46113.0, "forår 2027", "0001-01"])
def test_what_is_not_a_month_is_not_guessed(cell: Cell) -> None:
    with pytest.raises(Unclear, match="Skriv måneden"):
        month_of(cell)


def test_names_are_divided_by_semicolon_or_line_and_kept_once() -> None:
    assert names_of("Skoler; Dagtilbud\nSkoler;;") == ("Skoler", "Dagtilbud")
    assert names_of(12.0) == ("12",)


def test_names_are_the_same_whatever_their_capitals_and_spaces_but_not_their_brackets() -> None:
    assert same("  Ældre og   Sundhed") == same("ældre OG sundhed")
    assert same("Skole (nord)") != same("Skole (syd)")


def test_whole_numbers_have_no_decimals_as_text() -> None:
    assert [text_of(cell) for cell in (12.0, 12.5, None, True, "  a  b ")] == ["12", "12.5", "", "ja", "a b"]

from fractions import Fraction

import pytest

from takt.calculation.planner.problem import Month
from takt.calculation.wording import (
    join_list,
    kroner,
    mio_kroner,
    month_list,
    month_name,
    month_range,
    number,
)


def test_a_month_is_named_in_both_languages() -> None:
    assert month_name(Month(2027, 4)) == "april 2027"
    assert month_name(Month(2027, 4), "en") == "April 2027"


@pytest.mark.parametrize(
    ("first", "latest", "said"),
    [
        (Month(2027, 4), Month(2027, 4), "april 2027"),
        (Month(2027, 4), Month(2027, 5), "april–maj 2027"),
        (Month(2027, 12), Month(2028, 1), "december 2027–januar 2028"),
    ],
)
def test_a_range_says_the_year_once_when_it_can(first: Month, latest: Month, said: str) -> None:
    assert month_range(first, latest) == said


def test_neighbouring_months_are_drawn_together() -> None:
    months = [Month(2027, 8), Month(2027, 4), Month(2027, 6), Month(2027, 7), Month(2027, 6)]
    assert month_list(months) == "april og juni–august 2027"
    assert month_list(months, "en") == "April and June–August 2027"
    assert month_list([Month(2027, 11), *months, Month(2028, 1)]) == (
        "april, juni–august, november 2027 og januar 2028"
    )


@pytest.mark.parametrize(
    ("value", "decimals", "danish", "english"),
    [
        (1620, 0, "1.620", "1,620"),
        (-1.4, 1, "−1,4", "−1.4"),
        (0.25, 1, "0,3", "0.3"),
        (-0.04, 1, "0,0", "0.0"),
        (Fraction(14, 3), 1, "4,7", "4.7"),
        (12_345_678, 0, "12.345.678", "12,345,678"),
    ],
)
def test_a_number(value: int | float | Fraction, decimals: int, danish: str, english: str) -> None:
    assert number(value, decimals) == danish
    assert number(value, decimals, "en") == english


def test_amounts_carry_their_unit() -> None:
    assert kroner(306_000) == "306.000 kr."
    assert kroner(-1_250_000, "en") == "DKK −1,250,000"
    assert mio_kroner(2_350_000) == "2,4 mio. kr."
    assert mio_kroner(2_400_000, "en") == "DKK 2.4 million"


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_a_list_ends_with_og(words: list[str], said: str) -> None:
    assert join_list(words) == said
    assert join_list(words, either=True) == said.replace(" og ", " eller ")

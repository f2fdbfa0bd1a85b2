"""Invented, but in order, within the size of the wish and the same every time."""

import pytest

from takt.interfaces.demonstration.estimates import NATURES, SCALES, chance, guess


@pytest.mark.parametrize("size", SCALES)
@pytest.mark.parametrize("technology", [*NATURES, "Strategi"])
def test_a_guess_is_in_order(size: str, technology: str) -> None:
    guessed = guess("W999", size=size, technology=technology)

    for money in (guessed.investment, guessed.running, guessed.benefit):
        assert 0 <= money.low <= money.likely <= money.high
    least, most = SCALES[size].investment_dkk
    assert least - 25_000 <= guessed.investment.likely <= most + 25_000
    assert guessed.lead_time >= 2
    assert 0 < guessed.share_of_people <= 1
    assert guessed.days["projektleder"] > 0


def test_the_same_wish_always_gets_the_same_guess() -> None:
    first = guess("W001", size="M", technology="AI")

    assert guess("W001", size="M", technology="AI") == first
    assert guess("W002", size="M", technology="AI") != first


def test_a_chance_lies_between_nothing_and_everything() -> None:
    assert all(0 <= chance(str(number)) < 1 for number in range(500))

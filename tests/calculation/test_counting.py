"""Counts in running text."""

import pytest

from takt.calculation.wording import Language, count


@pytest.mark.parametrize(
    ("amount", "language", "words"),
    [
        (2, "da", "to"),
        (12, "da", "tolv"),
        (13, "da", "13"),
        (1_620, "da", "1.620"),
        (3, "en", "three"),
        (0, "da", "0"),
    ],
)
def test_small_counts_are_words(amount: int, language: Language, words: str) -> None:
    assert count(amount, language) == words

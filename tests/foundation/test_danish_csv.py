"""CSV for a Danish Excel: what it opens at once, and nothing that it computes."""

import pytest

from takt.foundation.danish_csv import danish_csv


def test_it_opens_in_columns() -> None:
    assert danish_csv([("Navn", "kr."), ("Æbler; pærer", 1_250_000), (None, -5)]) == (
        '\ufeffNavn;kr.\r\n"Æbler; pærer";1250000\r\n;-5\r\n'
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_words_are_never_computed(start: str) -> None:
    assert f"'{start}1" in danish_csv([(f"{start}1",)])

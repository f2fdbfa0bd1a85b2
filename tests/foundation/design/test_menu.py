"""The menu: few entries first, the rest one step away, and where one is."""

import pytest

from takt.foundation.design.context import menu, more_menu


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Overblik"),
        ("/venter/", "Overblik"),
        ("/sag/2026-001/", "Ønsker"),
        ("/opgaver/", "Mine opgaver"),
        ("/netvaerk/medlemmer/", "Netværk"),
        ("/styring/", "Styring"),
    ],
)
def test_one_entry_is_current(path: str, title: str) -> None:
    entries = [*menu(path), *more_menu(path)]

    assert [entry["title"] for entry in entries if entry["is_current"]] == [title]


def test_the_menu_is_short() -> None:
    assert len(menu("/")) <= 6

"""Whose turn a case is."""

import pytest

from takt.calculation.governance_path import (
    Body,
    CaseFacts,
    Level,
    Mandate,
    Path,
    next_step,
    path_for,
)

NETWORK = Body("network", "Netværket", (Mandate(Level.QUALIFY),))
COUNCIL = Body("council", "Rådet", (Mandate(Level.RECOMMEND),))
BOARD = Body("board", "Direktionen", (Mandate(Level.RECOMMEND),))
COMMITTEE = Body("committee", "Udvalget", (Mandate(Level.DECIDE),))
CASE = CaseFacts(frozenset({1}), 600_000, 100_000)


def way(*bodies: Body) -> Path:
    return path_for(CASE, bodies)


def turn(path: Path, by: str | None = None) -> str:
    step = next_step(path, is_recommended=by is not None, recommended_by=by or "")
    return step.body.key if step else ""


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (None, "council"),
        ("council", "board"),
        ("board", "committee"),
        ("", "committee"),
        ("gone", "committee"),
    ],
)
def test_each_body_has_its_turn(by: str | None, expected: str) -> None:
    assert turn(way(NETWORK, COUNCIL, BOARD, COMMITTEE), by) == expected


def test_qualifying_is_nobodys_turn() -> None:
    assert turn(way(NETWORK, COMMITTEE)) == "committee"
    assert turn(way(NETWORK)) == ""


def test_without_a_decider_the_last_recommendation_leads_nowhere() -> None:
    path = way(COUNCIL, BOARD)
    assert turn(path) == "council"
    assert turn(path, "council") == "board"
    assert turn(path, "board") == ""
    assert turn(path, "") == ""

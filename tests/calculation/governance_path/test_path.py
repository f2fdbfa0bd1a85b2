"""Which way a case goes, on both sides of every limit."""

import pytest

from takt.calculation.governance_path import Body, CaseFacts, Level, Mandate, Scope, path_for

LOCAL, CROSS = frozenset({1}), frozenset({1, 2})
COUNCIL = Body(
    "council",
    "Teknologirådet",
    (Mandate(Level.DECIDE, Scope.BOTH, 1_000_000, 250_000), Mandate(Level.RECOMMEND, Scope.CROSS_CUTTING)),
)
BOARD = Body("board", "Direktionen", (Mandate(Level.DECIDE, Scope.BOTH, 5_000_000, 1_000_000),))
NETWORK = Body("network", "Netværket", (Mandate(Level.QUALIFY),))
MODEL = (NETWORK, COUNCIL, BOARD)


def way(areas: frozenset[int], investment: int, running: int, model: tuple[Body, ...] = MODEL) -> str:
    path = path_for(CaseFacts(areas, investment, running), model)
    return " ".join(f"{step.body.key}:{step.level}" for step in path.steps)


@pytest.mark.parametrize(
    ("areas", "investment", "running", "expected"),
    [
        (CROSS, 0, 0, "network:qualify council:decide"),
        (CROSS, 0, -400_000, "network:qualify council:decide"),
        (CROSS, 1_000_000, 250_000, "network:qualify council:decide"),
        (CROSS, 1_000_001, 250_000, "network:qualify council:recommend board:decide"),
        (CROSS, 1_000_000, 250_001, "network:qualify council:recommend board:decide"),
        (LOCAL, 1_000_000, 250_000, "network:qualify council:decide"),
        (LOCAL, 1_000_001, 0, "network:qualify board:decide"),
        (CROSS, 5_000_000, 1_000_000, "network:qualify council:recommend board:decide"),
        (CROSS, 5_000_001, 1_000_000, "network:qualify council:recommend"),
        (CROSS, 5_000_000, 1_000_001, "network:qualify council:recommend"),
    ],
)
def test_each_side_of_each_limit(areas: frozenset[int], investment: int, running: int, expected: str) -> None:
    assert way(areas, investment, running) == expected


def test_when_no_mandate_fits_everyone_who_decides_is_named() -> None:
    path = path_for(CaseFacts(CROSS, 5_000_001, 0), MODEL)

    assert path.decider is None
    assert [body.key for body, _ in path.lacking] == ["council", "board"]


def test_a_decided_case_lacks_nothing_and_tells_whose_mandate_was_too_small() -> None:
    path = path_for(CaseFacts(CROSS, 1_000_001, 0), MODEL)

    assert path.lacking == ()
    assert [(body.key, mandate.investment_limit_dkk) for body, mandate in path.too_small] == [
        ("council", 1_000_000)
    ]


@pytest.mark.parametrize(
    ("level", "areas", "reaches"),
    [
        (Level.DECIDE, LOCAL, True),
        (Level.DECIDE, CROSS, False),
        (Level.DECIDE, frozenset({3}), False),
        (Level.RECOMMEND, CROSS, True),
        (Level.QUALIFY, CROSS, True),
        (Level.QUALIFY, frozenset({3}), False),
    ],
)
def test_one_decides_only_for_ones_own_areas_but_may_speak_for_a_part(
    level: Level, areas: frozenset[int], *, reaches: bool
) -> None:
    assert Mandate(level, areas=LOCAL).concerns(CaseFacts(areas, 0, 0)) is reaches


@pytest.mark.parametrize(
    ("scope", "local", "cross"),
    [(Scope.LOCAL, True, False), (Scope.CROSS_CUTTING, False, True), (Scope.BOTH, True, True)],
)
def test_the_scope_of_a_mandate(scope: Scope, *, local: bool, cross: bool) -> None:
    mandate = Mandate(Level.DECIDE, scope)

    assert mandate.fits(CaseFacts(LOCAL, 0, 0)) is local
    assert mandate.fits(CaseFacts(CROSS, 0, 0)) is cross


def test_a_case_touches_something() -> None:
    with pytest.raises(ValueError, match="area"):
        CaseFacts(frozenset(), 0, 0)


def test_no_bodies_give_no_way() -> None:
    assert path_for(CaseFacts(LOCAL, 0, 0), ()).steps == ()

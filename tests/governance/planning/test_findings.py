"""The heading is the finding: what a plan says in one line."""

from dataclasses import replace

import pytest

from takt.calculation.planner.problem import Month
from takt.governance.planning import findings
from takt.governance.planning.figures import Figures, LeftOut, MoneyFigures, UnitFigures
from takt.governance.planning.queries import Place

FIRST = Month(2027, 1)


def unit(name: str, load: list[int], *, parent: str | None = "u1", ceiling: int | None = 100) -> UnitFigures:
    return UnitFigures(f"u-{name}", name, parent, 50, load, [ceiling] * len(load))


def figures(*units: UnitFigures, **fields: object) -> Figures:
    empty = Figures(
        units=list(units),
        staff=[],
        money=[],
        go_lives=[],
        freezes=[],
        deadlines={},
        requires=[],
        under_way=[],
        left_out={},
        reported=[],
        months_late=0,
        plan_sha256="",
    )
    return replace(empty, **fields)  # type: ignore[arg-type]


def place(number: str, go_live: int | None, obligation: str = "should") -> Place:
    start = None if go_live is None else go_live - 5
    return Place(number, "Titel", obligation, "u1", "", start, start, go_live, go_live)


@pytest.mark.parametrize(
    ("loads", "words"),
    [
        ([[10, 20, 30]], "Alle enheder har god plads under loftet"),
        ([[10, 92, 30]], "Skoler er nær loftet i februar 2027"),
        ([[10, 92, 100]], "Skoler når loftet i marts 2027"),
        ([[10, 101, 130]], "Skoler er over loftet i februar–marts 2027"),
        ([[10, 101, 130], [0, 0, 300]], "2 enheder er over loftet, værst Ældre i marts 2027"),
    ],
)
def test_pressure_names_who_and_when(loads: list[list[int]], words: str) -> None:
    units = [unit(name, load) for name, load in zip(["Skoler", "Ældre"], loads, strict=False)]
    assert findings.pressure(figures(*units), FIRST, "da") == words


def test_a_unit_without_a_ceiling_is_never_pressed() -> None:
    assert findings.peak(unit("Skoler", [999], ceiling=None)) is None
    assert findings.months_over(unit("Skoler", [999], ceiling=None)) == []


def test_duties_come_before_pressure() -> None:
    places = [place("1", 6, "must"), place("2", None, "must"), place("3", 7, "must"), place("4", None)]
    headline = findings.headline(
        places, figures(unit("Skoler", [100]), deadlines={"1": 5, "3": 7}), FIRST, "da"
    )
    assert headline == "2 af 4 ønsker får plads. 2 skal-opgaver når ikke deres frist"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (LeftOut(["change"], 7, False, False), "Forandring binder. Ledigt vindue: august 2027."),
        (LeftOut(["change", "staff", "money"], None, False, False), "Forandring, bemanding og penge binder."),
        (LeftOut(["law"], None, True, False), "Kan ikke lade sig gøre inden for lofterne."),
        (LeftOut([], 3, False, True), "Der er plads, men ønsket giver ingen værdi inden for perioden."),
        (LeftOut([], None, False, False), "Andre ønsker giver mere værdi for pladsen."),
    ],
)
def test_every_no_has_a_reason(reason: LeftOut, words: str) -> None:
    assert findings.why_left_out(reason, FIRST, "da") == words


def test_what_binds_most_is_counted() -> None:
    left_out = {
        "1": LeftOut(["change", "staff"], None, False, False),
        "2": LeftOut(["staff"], None, False, False),
    }
    assert findings.what_binds_most(figures(left_out=left_out), "da") == "Bemanding binder for 2 af dem"
    assert findings.what_binds_most(figures(), "da") == ""


def test_money_over_a_frame_is_the_finding() -> None:
    kept = MoneyFigures("anlaeg", 2027, 1_000_000, 2_000_000, 3_000_000)
    over = MoneyFigures("drift", 2029, 1_000_000, 2_000_000, 1_600_000)
    unlimited = MoneyFigures("drift", 2031, 0, 9_000_000, None)
    assert findings.money_finding(figures(money=[kept, unlimited]), "da") == (
        "Pengene holder sig inden for rammerne"
    )
    assert findings.money_finding(figures(money=[kept, over]), "da") == (
        "Drift går 1,4 mio. kr. over rammen i 2029"
    )


def test_areas_lie_just_under_the_whole_which_comes_last() -> None:
    whole = UnitFigures("u1", "Kommunen", None, 100, [], [])
    area = UnitFigures("u2", "Skoler", "u1", 100, [], [])
    school = UnitFigures("u3", "Byens Skole", "u2", 100, [], [])
    all_three = figures(whole, area, school)
    assert [one.id for one in findings.areas_of(all_three)] == ["u2", "u1"]
    assert findings.area_of_each_unit(all_three) == {"u1": "u1", "u2": "u2", "u3": "u2"}


def test_a_house_of_several_roots_has_them_as_areas() -> None:
    both = figures(UnitFigures("u1", "Skoler", None, 1, [], []), UnitFigures("u2", "Ældre", None, 1, [], []))
    assert [one.id for one in findings.areas_of(both)] == ["u1", "u2"]


def test_freezes_are_told_by_reason_and_only_those_seen() -> None:
    area = UnitFigures("u2", "Skoler", None, 1, [], [])
    frozen = figures(
        area,
        freezes=[(6, 6, None), (18, 18, None), (7, 8, ["u2"]), (40, 40, None)],
        freeze_reasons=["Sommerferie", "Sommerferie", "Skolestart", "Kommunevalg"],
    )
    assert findings.freezes_in_words(frozen, FIRST, range(24), "da") == [
        "Sommerferie: juli 2027 og juli 2028",
        "Skolestart (Skoler): august–september 2027",
    ]

"""Each named change: what it does to the question, what it says, and that it comes back from JSON."""

import pytest
from tests.calculation.planner.cases import initiative, problem, unit

from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.problem import Frame, Month, Problem, Requirement, Role, Unit
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.refused import Refused
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.changes import (
    CannotChange,
    CeilingBy,
    CeilingTo,
    Change,
    Drop,
    Exclude,
    Force,
    FrameBy,
    MoreStaff,
    MoveDeadline,
)
from takt.calculation.scenarios.sentences import sentence
from takt.calculation.scenarios.writing import as_json, read_changes


@pytest.fixture
def asked() -> Problem:
    return problem(
        initiative("a", title="Vagtplan", latest_go_live=3),
        initiative("b", title="Stamkort", requires=(Requirement("a", 0),)),
        initiative("c", title="Ruteplan", requires=(Requirement("b", 0),), excludes=frozenset({"d"})),
        initiative("d", title="Skærmbesøg", fixed_start=0, requires=(Requirement("a", 0),)),
        units=(
            unit("all", ceiling=40),
            unit("elders", parent="all", ceiling=40),
            unit("schools", parent="all"),
        ),
        roles=(Role("pl", "Projektleder", (10, 10, 10, 4, 10, 10)),),
        frames=(Frame("anlaeg", "Anlæg", {2027: 1_005, 2028: -100}), Frame("drift", "Drift", {2027: 500})),
    )


def days(of: Problem) -> tuple[int, ...]:
    return of.roles[0].days


def ceilings(of: Problem) -> list[int | None]:
    return [one.ceiling_hours[0] for one in of.units]


def test_staff_comes_from_a_month_on_and_never_goes_below_none(asked: Problem) -> None:
    more = changed(asked, [MoreStaff("pl", 5, Month(2027, 3), 15)])
    assert days(more) == (10, 10, 17, 11, 17, 17)
    fewer = changed(asked, [MoreStaff("pl", -10, Month(2026, 1), 8)])
    assert days(fewer) == (2, 2, 2, 0, 2, 2)


def test_a_frame_changes_in_the_years_named_and_a_raise_always_gives_more(asked: Problem) -> None:
    assert changed(asked, [FrameBy("anlaeg", -10)]).frames[0].dkk == {2027: 904, 2028: -110}
    assert changed(asked, [FrameBy("anlaeg", 10, (2028,))]).frames[0].dkk == {2027: 1_005, 2028: -90}
    assert changed(asked, [FrameBy(None, 100)]).frames[1].dkk == {2027: 1_000}


def test_a_ceiling_reaches_the_units_below(asked: Problem) -> None:
    assert ceilings(changed(asked, [CeilingTo("all", 35)])) == [35, 35, None]
    assert ceilings(changed(asked, [CeilingTo("elders", 35)])) == [40, 35, None]
    assert ceilings(changed(asked, [CeilingTo("schools", 20)])) == [40, 40, 20]
    assert ceilings(changed(asked, [CeilingTo(None, 20)])) == [20, 20, None]
    assert ceilings(changed(asked, [CeilingBy("elders", 25)])) == [40, 50, None]


def test_a_month_lowered_by_readiness_stays_lowered_in_proportion() -> None:
    one = Unit("u", "Hjemmeplejen", None, 10, (40, 30, 40, 40, None, 40), None)
    assert changed(problem(units=(one,)), [CeilingTo("u", 60)]).units[0].ceiling_hours == (
        *(60, 45, 60, 60),
        *(None, 60),
    )


def test_what_requires_a_dropped_wish_falls_with_it_but_not_what_has_started(asked: Problem) -> None:
    left = changed(asked, [Drop("a")])
    assert [one.id for one in left.initiatives] == ["d"]
    assert left.initiative["d"].requires == ()
    assert changed(asked, [Drop("d")]).initiative["c"].excludes == frozenset()


def test_a_wish_is_forced_in_excluded_and_moved(asked: Problem) -> None:
    assert changed(asked, [Force("a")]).choose_one == (("a",),)
    assert changed(asked, [Exclude("a", "d")]).initiative["a"].excludes == {"d"}
    assert changed(asked, [MoveDeadline("a", Month(2027, 6))]).initiative["a"].latest_go_live == 5
    assert changed(asked, [MoveDeadline("a", None)]).initiative["a"].latest_go_live is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (MoreStaff("x", 10, Month(2027, 1), 15), "ikke rollen x"),
        (FrameBy("x", 10), "ikke rammen x"),
        (FrameBy("drift", 10, (2031,)), "ingen ramme i 2031"),
        (CeilingBy("x", 10), "ikke enheden x"),
        (Drop("x"), "x er ikke med"),
        (Exclude("a", "x"), "x er ikke med"),
        (Exclude("a", "a"), "to forskellige"),
        (MoveDeadline("x", None), "x er ikke med"),
    ],
)
def test_what_the_question_does_not_have_is_refused_in_words(
    asked: Problem, change: Change, why: str
) -> None:
    with pytest.raises(CannotChange) as refused:
        changed(asked, [change])
    assert why in refused.value.da


def test_what_must_be_in_cannot_be_taken_out(asked: Problem) -> None:
    with pytest.raises(CannotChange, match="must be in the plan"):
        changed(asked, [Force("b"), Drop("a")])


ALL: list[tuple[Change, str, str]] = [
    (
        MoreStaff("pl", 10, Month(2028, 1), 15),
        "1 årsværk mere af Projektleder fra januar 2028 (15 dage om måneden pr. årsværk)",
        "1 full-time equivalent more of Projektleder from January 2028 (15 days a month each)",
    ),
    (
        FrameBy("anlaeg", -10, (2027, 2028)),
        "Rammen Anlæg sænkes 10 % i 2027 og 2028",
        "The frame Anlæg lowered by 10 % in 2027 and 2028",
    ),
    (FrameBy(None, 5), "Alle rammer hæves 5 % i alle år", "All frames raised by 5 % in all years"),
    (
        CeilingTo("elders", 35),
        "Loftet i Elders og enhederne under: 4,0 → 3,5 timer pr. medarbejder pr. måned",
        "The ceiling in Elders and the units below: 4.0 → 3.5 hours per employee per month",
    ),
    (CeilingBy(None, 10), "Alle lofter over forandring hæves 10 %", "All ceilings on change raised by 10 %"),
    (
        Drop("a"),
        "Vagtplan (a) tages ud, og med det Stamkort (b) og Ruteplan (c), som kræver det",
        "Vagtplan (a) is taken out, and with it Stamkort (b) and Ruteplan (c), which require it",
    ),
    (Drop("d"), "Skærmbesøg (d) stoppes", "Skærmbesøg (d) is stopped"),
    (Force("b"), "Stamkort (b) skal med", "Stamkort (b) must be in the plan"),
    (
        Exclude("b", "d"),
        "Højst et af de to: Stamkort (b) eller Skærmbesøg (d)",
        "At most one of the two: Stamkort (b) or Skærmbesøg (d)",
    ),
    (
        MoveDeadline("a", Month(2027, 6)),
        "Fristen for Vagtplan (a) er juni 2027",
        "The deadline of Vagtplan (a) is June 2027",
    ),
    (MoveDeadline("a", None), "Vagtplan (a) har ingen frist", "Vagtplan (a) has no deadline"),
]


@pytest.mark.parametrize(("change", "da", "en"), ALL)
def test_a_change_says_itself_and_comes_back_from_json(
    asked: Problem, change: Change, da: str, en: str
) -> None:
    assert sentence(change, asked) == da
    assert sentence(change, asked, "en") == en
    assert read_changes([as_json(change)]) == (change,)
    raw = problem_bytes(changed(asked, [change]))
    assert read_problem(raw) == changed(asked, [change])


@pytest.mark.parametrize(
    ("kept", "path"),
    [
        ({"kind": "magic"}, "changes[0].kind"),
        ({"kind": "drop"}, "changes[0].id"),
        ({"kind": "drop", "id": "a", "more": 1}, "changes[0].more"),
        ({"kind": "frame", "percent": 10.5}, "changes[0].percent"),
        ({"kind": "frame", "percent": -101}, "changes[0].percent"),
        (
            {"kind": "staff", "role": "pl", "tenths": 1, "from_month": "2027-13", "days_per_month": 9},
            "changes[0].from_month",
        ),
        ("drop", "changes[0].kind"),
    ],
)
def test_what_is_no_change_is_refused_with_its_path(kept: dict[str, object], path: str) -> None:
    with pytest.raises(Refused) as refused:
        read_changes([kept])
    assert refused.value.path == path

"""What a plan comes to, how two differ, and the grid of a sweep."""

import gzip
import json

from tests.calculation.planner.cases import MUST, honest_plan, initiative, problem, unit

from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.problem import Change, Frame, Month, Problem, Role, Spending
from takt.calculation.planner.reading import read_plan
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.axes import Axis, AxisKind, cells, changes_of, read_axis
from takt.calculation.scenarios.changes import CeilingBy, FrameBy, MoreStaff
from takt.calculation.scenarios.comparing import Fate, compare
from takt.calculation.scenarios.outcome import outcome_of, read_outcome
from takt.calculation.scenarios.solving import solve_changed


def asked() -> Problem:
    busy = {
        "money": (Spending("drift", (100,), 10),),
        "staff": {"pl": (8,)},
        "change": (Change("elders", (30,)),),
        "points_per_year": 12,
    }
    return problem(
        *(initiative(id_, title=id_.upper(), **busy) for id_ in "abc"),
        initiative("d", title="D", obligation=MUST, latest_go_live=2, points_per_year=1),
        units=(unit("all", ceiling=90), unit("elders", parent="all", ceiling=40)),
        roles=(Role("pl", "Projektleder", (10,) * 6),),
        frames=(Frame("drift", "Drift", {2027: 300}),),
    )


def test_an_outcome_holds_what_futures_are_compared_by() -> None:
    outcome = outcome_of(asked(), honest_plan(asked(), {"a": 0, "b": 2, "d": 2}))
    assert outcome.go_live == {"a": 1, "b": 3, "d": 3}
    assert (outcome.duties_kept, outcome.duties, outcome.months_late) == (0, {"d": 2}, 1)
    assert outcome.in_use_by(Month(2027, 2)) == 1
    assert outcome.dkk("drift", 2027) == 100 + 50 + 100 + 30
    assert outcome.dkk("drift", 2028) is None
    assert outcome.unit_months_over == 0
    elders = outcome.units[1]
    assert (elders.peak_month, elders.peak_hours, elders.peak_ceiling) == (0, 30, 40)
    assert outcome.roles[0].months_without_free == 2
    nearest = outcome.nearest[0]
    assert nearest
    assert (nearest.kind, nearest.name, nearest.percent) == ("staff", "Projektleder", 80)
    assert outcome.nearest[1] is None
    assert read_outcome(json.loads(json.dumps(outcome.as_json()))) == outcome


def test_two_plans_differ_initiative_by_initiative_and_unit_by_unit() -> None:
    before = outcome_of(asked(), honest_plan(asked(), {"a": 0, "b": 2, "d": 1}))
    after = outcome_of(asked(), honest_plan(asked(), {"a": 3, "c": 0, "d": 1}))
    comparison = compare(before, after)
    told = [(move.id, move.fate, move.months, move.before, move.after) for move in comparison.moves]
    assert told == [
        ("c", Fate.IN, 0, None, Month(2027, 2)),
        ("b", Fate.OUT, 0, Month(2027, 4), None),
        ("a", Fate.LATER, 3, Month(2027, 2), Month(2027, 5)),
        ("d", Fate.SAME, 0, Month(2027, 3), Month(2027, 3)),
    ]
    assert comparison.count(Fate.IN, Fate.OUT) == 2
    assert comparison.chosen_more == 0
    assert comparison.value_more_twelfths == after.value_twelfths - before.value_twelfths
    assert [unit.moved for unit in comparison.units] == [False, False]


def test_months_are_compared_by_the_calendar_not_by_their_number() -> None:
    later = problem(initiative("a"), first_month=Month(2027, 3))
    before = outcome_of(asked(), honest_plan(asked(), {"a": 2}))
    after = outcome_of(later, honest_plan(later, {"a": 0}))
    assert compare(before, after).moves[0].fate is Fate.SAME


FRAMES = Axis(AxisKind.FRAME, None, -20, 20, 20)
STAFF = Axis(AxisKind.STAFF, "pl", -10, 10, 5, days_per_month=10, tenths_today=40)


def test_a_grid_begins_with_today_and_spreads_from_there() -> None:
    grid = cells([FRAMES, STAFF])
    assert len(grid) == 15
    assert grid[0] == (0, 0)
    assert set(grid[1:5]) == {(-20, 0), (20, 0), (0, -5), (0, 5)}
    assert grid[-1] == (20, 10)


def test_today_is_always_a_point() -> None:
    assert Axis(AxisKind.FRAME, "drift", 5, 15, 5).points == (0, 5, 10, 15)
    assert read_axis(json.loads(json.dumps(STAFF.as_json()))) == STAFF


def test_a_cell_changes_only_what_is_not_as_today() -> None:
    assert changes_of([FRAMES, STAFF], (0, 0), asked()) == ()
    assert changes_of([FRAMES, STAFF], (-20, 5), asked()) == (
        FrameBy(None, -20),
        MoreStaff("pl", 5, Month(2027, 1), 10),
    )
    assert changes_of([Axis(AxisKind.CEILING, "all", 0, 10, 10)], (10,), asked()) == (CeilingBy("all", 10),)


def test_a_cell_is_solved_from_bytes_to_bytes_and_always_the_same() -> None:
    packed = gzip.compress(problem_bytes(asked()))
    said = b'[{"kind": "frame", "frame": "drift", "percent": 50}]'
    raw = solve_changed(packed, said, "quick")
    assert raw is not None
    assert raw == solve_changed(packed, said, "quick")
    assert read_plan(raw).problem_sha256 == changed(asked(), [FrameBy("drift", 50)]).sha256


def test_a_cell_without_any_plan_says_so() -> None:
    contradiction = problem(initiative("a", earliest_start=9), choose_one=(("a",),))
    assert solve_changed(gzip.compress(problem_bytes(contradiction)), b"[]", "quick") is None

"""What is written reads back as it was, and always as the same bytes."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.calculation.planner.small_problems import small_problems

from takt.calculation.planner.archive import plan_bytes, problem_bytes, with_sha256
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Frame, Goal, Initiative, Month, Obligation, Problem
from takt.calculation.planner.reading import read_plan, read_problem

TINY = sorted((Path(__file__).parent / "tiny").glob("*.json"))

PLAN = Plan(
    problem_sha256="ab" * 32,
    status=Status.FEASIBLE,
    placements=(Placement("2026-0147", 8), Placement("å", -1)),
    months_late=2,
    goal_shortfall=1,
    value_twelfths=14_815,
    value_bound_twelfths=15_000,
    engine={"seed": 1, "ortools": "9.15", "effort": "quick"},
    seconds=12.3,
)

twelfths = st.integers(-(10**18), 10**18)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
plans = st.builds(
    Plan,
    problem_sha256=texts,
    status=st.sampled_from(Status),
    placements=st.lists(
        st.builds(Placement, texts.filter(bool), st.integers(-(10**12), 10**12)), max_size=4
    ).map(tuple),
    months_late=st.integers(0, 10**18),
    goal_shortfall=st.integers(0, 10**18),
    value_twelfths=twelfths,
    value_bound_twelfths=twelfths,
    engine=st.dictionaries(texts, texts | st.integers(-(10**12), 10**12), max_size=3),
    seconds=st.floats(0, 10**6),
)


@given(small_problems())
def test_a_problem_reads_back_as_it_was(problem: Problem) -> None:
    assert read_problem(problem_bytes(problem)) == with_sha256(problem)


@pytest.mark.parametrize("path", TINY, ids=lambda path: path.stem)
def test_a_real_file_keeps_its_meaning(path: Path) -> None:
    problem = read_problem(path.read_bytes())
    assert read_problem(problem_bytes(problem)) == with_sha256(problem)
    assert problem.sha256 == sha256(path.read_bytes()).hexdigest()


@given(plans)
def test_a_plan_reads_back_as_it_was(plan: Plan) -> None:
    assert read_plan(plan_bytes(plan)) == plan


def test_the_order_of_mappings_does_not_change_the_bytes() -> None:
    one = Initiative(
        **dict.fromkeys(("prepare", "roll_out", "settle", "earliest_start"), 1),
        **dict.fromkeys(("latest_go_live", "fixed_start", "announced_start")),
        **dict.fromkeys(("points_per_year", "points_at_go_live"), 0),
        id="a",
        title="",
        obligation=Obligation.COULD,
        goals={"g": 1, "h": 2},
    )
    problem = Problem(
        title="",
        first_month=Month(2027, 1),
        months=2,
        initiatives=(one,),
        goals=(Goal("g", "", 1), Goal("h", "", 1)),
        frames=(Frame("f", "", {2027: 1, 2028: 2}),),
    )
    turned = replace(
        problem,
        initiatives=(replace(one, goals={"h": 2, "g": 1}),),
        frames=(Frame("f", "", {2028: 2, 2027: 1}),),
    )
    assert problem_bytes(problem) == problem_bytes(turned)


def test_the_order_of_sets_does_not_change_the_bytes() -> None:
    """Python gives sets of text another order in every process."""
    raw = problem_bytes(read_problem((Path(__file__).parent / "tiny" / "tiny-01.json").read_bytes()))
    value = json.loads(raw)
    ids = [one["id"] for one in value["initiatives"]]
    value["initiatives"][0]["excludes"] = ids[:0:-1]
    value["freezes"][0]["units"] = [unit["id"] for unit in reversed(value["units"])]
    written = json.loads(problem_bytes(read_problem(json.dumps(value).encode())))
    assert written["initiatives"][0]["excludes"] == sorted(ids[1:])
    assert written["freezes"][0]["units"] == sorted(unit["id"] for unit in value["units"])


def test_the_bytes_of_a_plan() -> None:
    assert plan_bytes(PLAN).decode() == (
        '{"format":"takt.plan/1","problem_sha256":"' + "ab" * 32 + '","status":"feasible",'
        '"placements":[{"id":"2026-0147","start":8},{"id":"å","start":-1}],'
        '"months_late":2,"goal_shortfall":1,"value":1234.5833,"value_bound":1250,'
        '"engine":{"effort":"quick","ortools":"9.15","seed":1},"seconds":12.3}'
    )


def test_a_plan_is_json_that_anyone_can_read() -> None:
    assert json.loads(plan_bytes(PLAN))["value"] == pytest.approx(14_815 / 12, abs=1e-4)


def test_a_plan_without_a_real_time_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        plan_bytes(replace(PLAN, seconds=float("nan")))

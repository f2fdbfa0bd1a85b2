"""The four truths of the planner: lawful, best, repeatable, and never worse when a limit is relaxed."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from tests.calculation.planner import oracle
from tests.calculation.planner.cases import MUST, initiative, problem, unit
from tests.calculation.planner.small_problems import small_problems

from takt.calculation.planner.archive import plan_bytes, with_sha256
from takt.calculation.planner.check import check
from takt.calculation.planner.impossible import DemandKind
from takt.calculation.planner.plan import Plan, Status
from takt.calculation.planner.problem import Frame, Problem, Requirement, Role, Spending
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.solve import Effort, Impossible, Progress, solve

HERE = Path(__file__).parent
OPTIMA = [*csv.DictReader((HERE / "tiny" / "optimum.csv").read_text(encoding="utf-8").splitlines())]


def municipal(name: str) -> Problem:
    return read_problem((HERE / "municipal" / f"{name}.json").read_bytes())


def spared(value: int) -> int:
    """The least that giving up 0.5 % for smoothness leaves."""
    return value - abs(value) // 200


def is_lawful(problem: Problem, plan: Plan) -> bool:
    breaches = check(problem, plan).breaches
    assert not breaches, [breach.sentence("en") for breach in breaches]
    return True


@pytest.mark.parametrize("row", OPTIMA, ids=lambda row: row["file"])
def test_the_published_optimum_is_met(row: dict[str, str]) -> None:
    problem = read_problem((HERE / "tiny" / row["file"]).read_bytes())
    plan = solve(problem)
    assert is_lawful(problem, plan)
    assert plan.status is Status.OPTIMAL
    assert plan.months_late == int(row["months_late"])
    assert plan.goal_shortfall == int(row["goal_shortfall"])
    assert plan.value_twelfths == int(row["value_twelfths"])


@given(small_problems())
@settings(max_examples=150)
def test_no_plan_of_all_there_are_is_better(drawn: Problem) -> None:
    problem = with_sha256(drawn)
    best = oracle.best(problem)
    if best is None:
        with pytest.raises(Impossible) as refused:
            solve(problem)
        assert refused.value.demands
        return
    plan = solve(problem)
    assert is_lawful(problem, plan)
    assert (plan.months_late, plan.goal_shortfall) == (best.months_late, best.goal_shortfall)
    assert (
        spared(best.value_twelfths) <= plan.value_twelfths <= best.value_twelfths <= plan.value_bound_twelfths
    )
    assert plan.status is Status.OPTIMAL


@given(small_problems())
@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
def test_it_is_never_worse_to_have_more_staff(drawn: Problem) -> None:
    assume(oracle.best(drawn) is not None)
    scarce = solve(drawn)
    ample = solve(
        replace(drawn, roles=tuple(Role(r.id, r.name, tuple(d + 2 for d in r.days)) for r in drawn.roles))
    )
    assert (ample.months_late, ample.goal_shortfall) <= (scarce.months_late, scarce.goal_shortfall)
    if (ample.months_late, ample.goal_shortfall) == (scarce.months_late, scarce.goal_shortfall):
        assert ample.value_bound_twelfths >= scarce.value_twelfths


@pytest.mark.parametrize("name", ["20x24-1", "20x24-3", "50x36-2"])
def test_the_same_question_gets_the_same_answer_to_the_byte(name: str) -> None:
    problem = municipal(name)
    plans = [solve(problem, effort=Effort.QUICK, seed=7) for _ in range(2)]
    assert plan_bytes(plans[0]) == plan_bytes(plans[1])
    assert is_lawful(problem, plans[0])


def test_it_is_stopped_on_request_with_the_best_plan_so_far() -> None:
    problem, said = municipal("50x36-2"), list[Progress]()
    plan = solve(problem, effort=Effort.THOROUGH, on_progress=said.append, should_stop=lambda: bool(said))
    assert is_lawful(problem, plan)
    assert plan.seconds < 60  # the whole effort takes twice that


def test_a_lawful_plan_is_shown_before_it_is_improved() -> None:
    problem, said = municipal("20x24-1"), list[Progress]()
    plan = solve(problem, effort=Effort.QUICK, on_progress=said.append)
    shown = [progress.plan for progress in said if progress.plan is not None]
    assert said[0].step == "first_plan"
    assert all(is_lawful(problem, each) for each in shown)
    ranks = [(-each.months_late, -each.goal_shortfall, each.value_twelfths) for each in shown[:-1]]
    assert ranks == sorted(ranks)
    assert shown[-1].start == plan.start


def test_seconds_are_a_safety_net() -> None:
    problem = municipal("50x36-2")
    plan = solve(problem, effort=Effort.THOROUGH, seconds=0.5)
    assert is_lawful(problem, plan)


def test_the_demands_that_contradict_each_other_are_named_and_no_others() -> None:
    rivals = initiative("a", excludes=frozenset({"b"})), initiative("b"), initiative("c"), initiative("d")
    with pytest.raises(Impossible) as refused:
        solve(problem(*rivals, choose_one=(("a",), ("b",), ("c", "d"))))
    assert {(demand.kind, demand.ids) for demand in refused.value.demands} == {
        (DemandKind.EXCLUDES, ("a", "b")),
        (DemandKind.CHOOSE_ONE, ("a",)),
        (DemandKind.CHOOSE_ONE, ("b",)),
    }
    assert "a og b udelukker hinanden." in refused.value.limits
    assert "a and b exclude each other." in refused.value.in_language("en")


def test_a_choice_with_no_possible_member_is_named_with_what_stands_in_the_way() -> None:
    needs_too_much = initiative("a", staff={"r": (5,)})
    with pytest.raises(Impossible) as refused:
        solve(problem(needs_too_much, roles=(Role("r", "Projektleder", (4,) * 6),), choose_one=(("a",),)))
    kinds = {demand.kind for demand in refused.value.demands}
    assert {DemandKind.CHOOSE_ONE, DemandKind.STAFF} <= kinds


def test_what_the_fixed_ones_break_is_not_made_worse_but_does_not_stop_the_rest() -> None:
    running = initiative("running", fixed_start=0, staff={"r": (9,)})
    wish = initiative("wish", staff={"r": (3,)}, points_per_year=12)
    question = problem(running, wish, roles=(Role("r", "", (4,) * 6),))
    plan = solve(question)
    assert is_lawful(question, plan)
    assert plan.start == {"running": 0, "wish": 1}


def test_a_duty_that_cannot_be_placed_is_as_late_as_the_horizon_is_long() -> None:
    plan = solve(problem(initiative("law", obligation=MUST, latest_go_live=2, roll_out=9)))
    assert (plan.placements, plan.months_late, plan.status) == ((), 6, Status.OPTIMAL)


def test_savings_of_one_pay_for_another() -> None:
    saver = initiative("saver", money=(Spending("drift", (), -2),))
    wish = initiative("wish", money=(Spending("drift", (8,), 0),), points_per_year=12)
    question = problem(saver, wish, frames=(Frame("drift", "", {2027: 0}),))
    plan = solve(question)
    assert is_lawful(question, plan)
    assert set(plan.start) == {"saver", "wish"}


def test_when_everything_must_be_placed_the_shortest_project_is_found() -> None:
    """Three pieces of work for two hands, then the closing: two months instead of three."""
    work = [
        initiative(f"w{n}", obligation=MUST, staff={"hands": (days,)}) for n, days in enumerate((2, 1, 1))
    ]
    closing = initiative(
        "closing",
        obligation=MUST,
        roll_out=0,
        points_per_year=12,
        requires=tuple(Requirement(each.id, 0) for each in work),
    )
    question = problem(*work, closing, roles=(Role("hands", "", (2,) * 6),))
    plan = solve(question)
    assert is_lawful(question, plan)
    assert (plan.start["closing"], plan.status) == (2, Status.OPTIMAL)


def test_load_is_moved_away_from_peaks_when_it_costs_next_to_nothing() -> None:
    quiet = [initiative(f"q{n}", change=change(8)) for n in range(2)]
    early = [replace(each, points_at_go_live=10) for each in quiet]
    question = problem(*early, units=(unit("team", ceiling=16),))
    plan = solve(question)
    assert is_lawful(question, plan)
    assert len(set(plan.start.values())) == 2, "8 + 8 of 16 hours is above 80 %, 8 is not"


def test_astronomical_numbers_are_reckoned_exactly() -> None:
    far = initiative("far", announced_start=-(10**12), points_per_year=10**12, points_at_go_live=10**12)
    question = problem(far, move_penalty_points_per_month=10**12)
    assert solve(question).placements == ()
    near = replace(far, announced_start=0)
    plan = solve(with_sha256(replace(question, initiatives=(near,))))
    assert plan.value_twelfths == 12 * 10**12 + 5 * 10**12


def change(hours: int) -> tuple[object, ...]:
    from takt.calculation.planner.problem import Change

    return (Change("team", (hours,)),)

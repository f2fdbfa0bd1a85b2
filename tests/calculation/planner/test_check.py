"""The checker lets a lawful plan through, and names everything that is wrong with another."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.calculation.planner import oracle
from tests.calculation.planner.cases import MUST, honest_plan, initiative, problem, unit
from tests.calculation.planner.small_problems import small_problems, starts_for

from takt.calculation.planner.breach import Breach, Kind
from takt.calculation.planner.check import check
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import (
    Change,
    Frame,
    Freeze,
    Goal,
    Initiative,
    Month,
    Obligation,
    Problem,
    Requirement,
    Role,
    Spending,
)
from takt.calculation.planner.reading import read_problem

TINY = Path(__file__).parent / "tiny"

APP = initiative("a", title="Skærmbesøg")
FIXED_APP = replace(APP, fixed_start=2)
OTHER = initiative("b", title="Ny telefoni")

BUSY = replace(
    APP,
    roll_out=2,
    money=(Spending("drift", (300_000, 6_000), 0),),
    staff={"pl": (8, 8)},
    change=(Change("team", (100, 16)),),
)
ALSO_BUSY = replace(BUSY, id="b", title="Ny telefoni")
IDLE = initiative("c", title="Nyt intet")
ROOMY = problem(
    BUSY,
    ALSO_BUSY,
    IDLE,
    units=(unit("kommunen", ceiling=900, most=9), unit("team", parent="kommunen", ceiling=900)),
    roles=(Role("pl", "Projektleder", (90,) * 6),),
    frames=(Frame("drift", "Drift", {2027: 9_000_000}),),
)
BOTH = {"a": 1, "b": 0, "c": 0}


def breaches(problem: Problem, starts: Mapping[str, int]) -> tuple[Breach, ...]:
    """Of a plan whose claims are true."""
    return check(problem, honest_plan(problem, starts)).breaches


def only_breach(problem: Problem, starts: Mapping[str, int]) -> Breach:
    (breach,) = breaches(problem, starts)
    return breach


def test_a_lawful_plan_is_let_through() -> None:
    verdict = check(ROOMY, honest_plan(ROOMY, BOTH))
    assert verdict.lawful
    assert verdict.reported == ()


def test_too_much_money() -> None:
    breach = only_breach(replace(ROOMY, frames=(Frame("drift", "Drift", {2027: 600_000}),)), BOTH)
    assert (breach.kind, breach.id, breach.year, breach.over) == (Kind.MONEY, "drift", 2027, 12_000)
    assert (breach.month, breach.quarter, breach.initiatives) == (None, None, ("a", "b"))
    assert breach.sentence() == (
        "Rammen Drift mangler 12.000 kr. i 2027: der bruges 612.000 kr., og der er 600.000 kr. til rådighed."
    )
    assert breach.sentence("en") == (
        "The frame Drift is DKK 12,000 short in 2027: DKK 612,000 is used, and there is DKK 600,000."
    )


def test_too_much_staff() -> None:
    breach = only_breach(replace(ROOMY, roles=(Role("pl", "Projektleder", (90, 15, 90, 90, 90, 90)),)), BOTH)
    assert (breach.kind, breach.id, breach.month, breach.over) == (Kind.STAFF, "pl", Month(2027, 2), 1)
    assert (breach.name, breach.initiatives) == ("Projektleder", ("a", "b"))
    assert breach.sentence() == (
        "Projektleder mangler 1 dag i februar 2027: der bruges 16 dage, og der er 15 dage."
    )
    assert breach.sentence("en") == (
        "Projektleder lacks 1 day in February 2027: 16 days are used, and there are 15 days."
    )


def test_too_much_change_in_a_unit_and_all_below_it() -> None:
    narrow = (unit("kommunen", ceiling=100), unit("team", parent="kommunen"))
    breach = only_breach(replace(ROOMY, units=narrow), BOTH)
    assert (breach.kind, breach.id, breach.month, breach.over) == (Kind.LOAD, "kommunen", Month(2027, 2), 16)
    assert breach.sentence() == (
        "Kommunen er 16 timer over loftet i februar 2027: belastningen er 116 timer, og loftet er 100 timer."
    )
    assert breach.sentence("en") == (
        "Kommunen is 16 hours over the ceiling in February 2027: the load is 116 hours, "
        "and the ceiling is 100 hours."
    )


def test_too_many_go_lives() -> None:
    narrow = (unit("kommunen", most=1), unit("team", parent="kommunen"))
    one = replace(ROOMY, units=narrow)
    assert breaches(one, {"a": 1, "b": 0, "c": 0}) == ()
    breach = only_breach(one, {"a": 0, "b": 0, "c": 0})
    assert (breach.kind, breach.id, breach.quarter, breach.over) == (Kind.GO_LIVES, "kommunen", (2027, 1), 1)
    assert breach.initiatives == ("a", "b")
    assert (
        breach.sentence() == "Kommunen har 2 idriftsættelser i 1. kvartal 2027; loftet er 1 idriftsættelse."
    )
    assert breach.sentence("en") == "Kommunen has 2 go-lives in Q1 2027; the ceiling is 1 go-live."


def test_a_limit_that_fixed_ones_break_may_not_become_worse() -> None:
    tight = replace(
        ROOMY,
        initiatives=(replace(BUSY, fixed_start=1), ALSO_BUSY, IDLE),
        roles=(Role("pl", "Projektleder", (9, 5, 9, 9, 9, 9)),),
    )
    verdict = check(tight, honest_plan(tight, {"a": 1, "b": 3}))
    assert verdict.lawful
    assert [breach.sentence("en") for breach in verdict.reported] == [
        "Projektleder lacks 3 days in February 2027: 8 days are used, and there are 5 days."
    ]
    worse = only_breach(tight, {"a": 1, "b": 0})
    assert (worse.over, worse.initiatives) == (8, ("a", "b"))
    assert worse.sentence().endswith("der er 8 dage (det, som de fastlagte initiativer alene bruger).")
    assert worse.sentence("en").endswith("there are 8 days (what the fixed initiatives alone use).")


def test_outside_its_months_a_freeze_stops_nothing() -> None:
    frozen = problem(APP, freezes=(Freeze(-3, 1, None), Freeze(3, 9, None)))
    assert breaches(frozen, {"a": 1}) == ()
    assert [only_breach(frozen, {"a": start}).month for start in (0, 2)] == [Month(2027, 2), Month(2027, 4)]


def test_a_freeze_of_the_past_is_not_reported() -> None:
    begun = problem(replace(APP, fixed_start=-3), freezes=(Freeze(-2, 0, None),))
    assert check(begun, honest_plan(begun, {"a": -3})).reported == ()


TEAM = (unit("kommunen"), unit("team", parent="kommunen"), unit("other", parent="kommunen"))
IN_TEAM = replace(APP, change=(Change("team", (1,)),))


@pytest.mark.parametrize(
    ("one", "units", "lawful"),
    [
        (APP, None, False),
        (APP, frozenset({"kommunen"}), True),
        (IN_TEAM, frozenset({"kommunen"}), False),
        (IN_TEAM, frozenset({"team"}), False),
        (IN_TEAM, frozenset({"other"}), True),
        (IN_TEAM, frozenset(), True),
        (replace(IN_TEAM, fixed_start=1), None, True),
    ],
)
def test_a_freeze(one: Initiative, units: frozenset[str] | None, lawful: bool) -> None:  # noqa: FBT001
    frozen = problem(one, units=TEAM, freezes=(Freeze(2, 3, units),))
    verdict = check(frozen, honest_plan(frozen, {"a": 1}))
    assert verdict.lawful is lawful
    assert len(verdict.reported) == (one.fixed_start is not None)
    if not lawful:
        (breach,) = verdict.breaches
        assert (breach.kind, breach.id, breach.month) == (Kind.FREEZE, "a", Month(2027, 3))
        assert breach.sentence() == "Skærmbesøg (a) går i drift i marts 2027, som ligger i en frysperiode."
        assert breach.sentence("en") == "Skærmbesøg (a) goes live in March 2027, which is frozen."


def test_one_that_lacks_what_it_requires() -> None:
    one = problem(replace(APP, requires=(Requirement("b", 0),)), OTHER)
    breach = only_breach(one, {"a": 3})
    assert (breach.kind, breach.id, breach.initiatives) == (Kind.REQUIRES, "a", ("a", "b"))
    assert breach.sentence() == "Skærmbesøg (a) kræver Ny telefoni (b), som ikke er med i planen."
    assert breach.sentence("en") == "Skærmbesøg (a) requires Ny telefoni (b), which is not in the plan."


def test_one_that_starts_before_what_it_requires_has_been_live_long_enough() -> None:
    one = problem(replace(APP, requires=(Requirement("b", 2),)), OTHER)
    assert breaches(one, {"a": 3, "b": 0}) == ()
    breach = only_breach(one, {"a": 2, "b": 0})
    assert (breach.kind, breach.id, breach.month, breach.over) == (Kind.REQUIRES, "a", Month(2027, 3), 1)
    assert breach.sentence() == (
        "Skærmbesøg (a) starter i marts 2027, men kan på grund af Ny telefoni (b) "
        "tidligst starte i april 2027."
    )
    assert breach.sentence("en") == (
        "Skærmbesøg (a) starts in March 2027, but because of Ny telefoni (b) "
        "it cannot start before April 2027."
    )


@pytest.mark.parametrize("starts", [{"a": 2}, {"a": 2, "b": 4}])
def test_a_fixed_one_is_exempt_from_what_it_requires(starts: dict[str, int]) -> None:
    one = problem(replace(FIXED_APP, requires=(Requirement("b", 0),)), OTHER)
    verdict = check(one, honest_plan(one, starts))
    assert verdict.lawful
    assert [breach.kind for breach in verdict.reported] == [Kind.REQUIRES]


def test_a_fixed_one_with_what_it_requires_in_time_is_not_reported() -> None:
    one = problem(replace(FIXED_APP, requires=(Requirement("b", 1),)), OTHER)
    assert check(one, honest_plan(one, {"a": 2, "b": 0})).reported == ()


@pytest.mark.parametrize("a_excludes_b", [True, False])
def test_two_that_exclude_each_other(*, a_excludes_b: bool) -> None:
    pair = (
        (replace(APP, excludes=frozenset({"b"})), OTHER)
        if a_excludes_b
        else (APP, replace(OTHER, excludes=frozenset({"a"})))
    )
    one = problem(*pair)
    assert breaches(one, {"a": 0}) == breaches(one, {"b": 0}) == ()
    breach = only_breach(one, {"a": 0, "b": 4})
    assert breach.kind is Kind.EXCLUDES
    assert sorted(breach.initiatives) == ["a", "b"]
    assert breach.sentence().endswith("udelukker hinanden, men begge er med i planen.")


def test_each_pair_is_named_once() -> None:
    both = problem(replace(APP, excludes=frozenset({"b"})), replace(OTHER, excludes=frozenset({"a"})))
    assert only_breach(both, {"a": 0, "b": 0}).sentence("en") == (
        "Skærmbesøg (a) and Ny telefoni (b) exclude each other, but both are in the plan."
    )


def test_two_fixed_ones_that_exclude_each_other_are_reported_and_one_of_them_is_a_breach() -> None:
    shy = replace(FIXED_APP, excludes=frozenset({"b"}))
    both_fixed = problem(shy, replace(OTHER, fixed_start=0))
    verdict = check(both_fixed, honest_plan(both_fixed, {"a": 2, "b": 0}))
    assert verdict.lawful
    assert [breach.kind for breach in verdict.reported] == [Kind.EXCLUDES]
    assert only_breach(problem(shy, OTHER), {"a": 2, "b": 0}).kind is Kind.EXCLUDES


def test_exactly_one_of_a_choice() -> None:
    one = problem(APP, OTHER, IDLE, choose_one=(("a", "b"),))
    assert breaches(one, {"b": 0, "c": 0}) == ()
    none, both = only_breach(one, {"c": 0}), only_breach(one, {"a": 0, "b": 0})
    assert (none.kind, none.initiatives, none.over) == (Kind.CHOOSE_ONE, ("a", "b"), 0)
    assert (both.kind, both.initiatives, both.over) == (Kind.CHOOSE_ONE, ("a", "b"), 1)
    assert none.sentence() == (
        "Præcis én skal vælges, men ingen er med i planen: Skærmbesøg (a) og Ny telefoni (b)."
    )
    assert both.sentence("en") == (
        "Only one may be chosen, but 2 are in the plan: Skærmbesøg (a) and Ny telefoni (b)."
    )


def test_a_choice_with_a_fixed_member_admits_no_other() -> None:
    one = problem(FIXED_APP, OTHER, choose_one=(("a", "b"),))
    assert breaches(one, {"a": 2}) == ()
    assert only_breach(one, {"a": 2, "b": 0}).kind is Kind.CHOOSE_ONE
    assert [breach.kind for breach in breaches(one, {"b": 0})] == [Kind.FIXED, Kind.CHOOSE_ONE]


def test_two_fixed_ones_in_a_choice_are_reported() -> None:
    one = problem(FIXED_APP, replace(OTHER, fixed_start=0), IDLE, choose_one=(("a", "b", "c"),))
    verdict = check(one, honest_plan(one, {"a": 2, "b": 0}))
    assert verdict.lawful
    assert [(breach.kind, breach.initiatives) for breach in verdict.reported] == [
        (Kind.CHOOSE_ONE, ("a", "b"))
    ]
    assert only_breach(one, {"a": 2, "b": 0, "c": 0}).initiatives == ("a", "b", "c")


@pytest.mark.parametrize(("earliest", "start", "over"), [(0, -1, 1), (-3, -1, 1), (3, 1, 2), (3, -1, 4)])
def test_a_start_before_it_is_allowed(earliest: int, start: int, over: int) -> None:
    breach = only_breach(problem(replace(APP, earliest_start=earliest)), {"a": start})
    assert (breach.kind, breach.id, breach.over) == (Kind.EARLIEST_START, "a", over)
    assert "må tidligst starte i" in breach.sentence()


def test_a_fixed_one_may_have_begun_before_the_horizon() -> None:
    begun = problem(replace(APP, fixed_start=-3))
    assert check(begun, honest_plan(begun, {"a": -3})).reported == ()
    too_early = problem(replace(APP, fixed_start=-3, earliest_start=1))
    verdict = check(too_early, honest_plan(too_early, {"a": -3}))
    assert verdict.lawful
    assert [breach.kind for breach in verdict.reported] == [Kind.EARLIEST_START]


def test_a_go_live_beyond_the_horizon() -> None:
    one = problem(APP)
    assert breaches(one, {"a": 4}) == ()
    breach = only_breach(one, {"a": 5})
    assert (breach.kind, breach.month, breach.over) == (Kind.HORIZON, Month(2027, 7), 1)
    assert breach.sentence() == "Skærmbesøg (a) går først i drift i juli 2027; planen slutter med juni 2027."


def test_a_start_in_another_age_is_a_breach_like_any_other() -> None:
    assert only_breach(problem(APP), {"a": 10**12}).kind is Kind.HORIZON
    assert only_breach(problem(APP), {"a": -(10**12)}).kind is Kind.EARLIEST_START


def test_a_deadline_is_hard_except_for_a_must() -> None:
    one = problem(replace(APP, latest_go_live=2))
    assert breaches(one, {"a": 1}) == ()
    breach = only_breach(one, {"a": 3})
    assert (breach.kind, breach.month, breach.over) == (Kind.DEADLINE, Month(2027, 5), 2)
    assert breach.sentence() == "Skærmbesøg (a) går i drift i maj 2027; fristen er marts 2027."
    assert breaches(problem(replace(APP, latest_go_live=2, obligation=MUST)), {"a": 3}) == ()


@pytest.mark.parametrize("obligation", ["must", "should"])
def test_a_fixed_one_that_is_late_or_ends_too_late_is_reported(obligation: str) -> None:
    late = replace(APP, fixed_start=5, latest_go_live=2, obligation=Obligation(obligation))
    verdict = check(problem(late), honest_plan(problem(late), {"a": 5}))
    assert verdict.lawful
    assert [breach.kind for breach in verdict.reported] == [Kind.HORIZON, Kind.DEADLINE]


def test_a_fixed_one_must_be_where_it_is_fixed() -> None:
    one = problem(FIXED_APP)
    missing, moved = only_breach(one, {}), only_breach(one, {"a": 3})
    assert (missing.kind, missing.id, missing.month) == (Kind.FIXED, "a", Month(2027, 3))
    assert (moved.kind, moved.month, moved.over) == (Kind.FIXED, Month(2027, 4), 1)
    assert (
        missing.sentence() == "Skærmbesøg (a) ligger fast med start i marts 2027, men er ikke med i planen."
    )
    assert moved.sentence("en") == "Skærmbesøg (a) is fixed to start in March 2027, but starts in April 2027."


def test_an_unknown_initiative_and_one_placed_twice() -> None:
    one = problem(replace(APP, points_per_year=1))
    plan = replace(
        honest_plan(one, {"a": 0}), placements=(Placement("a", 0), Placement("x", 1), Placement("a", 2))
    )
    twice, unknown = check(one, plan).breaches  # and none about value: of two placements the first counts
    assert (twice.kind, twice.id, unknown.kind, unknown.id) == (Kind.TWICE, "a", Kind.UNKNOWN, "x")


EARNING = problem(
    replace(APP, points_per_year=1, obligation=MUST, latest_go_live=0), goals=(Goal("g", "Mål", 2),)
)
TRUE = honest_plan(EARNING, {"a": 2})


@pytest.mark.parametrize(
    ("plan", "kind", "danish"),
    [
        (
            replace(TRUE, problem_sha256="0" * 64),
            Kind.OTHER_PROBLEM,
            "Planen er lavet til et andet problem (sha256 000000000000…,",
        ),
        (
            replace(TRUE, months_late=2),
            Kind.MONTHS_LATE,
            "Planen siger 2 måneders forsinkelse; initiativerne giver 3.",
        ),
        (
            replace(TRUE, goal_shortfall=0),
            Kind.GOAL_SHORTFALL,
            "Planen siger, at der mangler 0 målpoint; der mangler 2.",
        ),
        (
            replace(TRUE, value_twelfths=4, value_bound_twelfths=4, status=Status.FEASIBLE),
            Kind.VALUE,
            "Planen siger, at værdien er 0,33; initiativerne giver 0,25.",
        ),
        (
            replace(TRUE, value_bound_twelfths=2),
            Kind.VALUE_BOUND,
            "Planen siger, at ingen plan har mere værdi end 0,17, men har selv 0,25.",
        ),
        (replace(TRUE, value_bound_twelfths=4), Kind.STATUS, "Planen kalder sig optimal, men værdien 0,25"),
    ],
)
def test_a_false_claim(plan: Plan, kind: Kind, danish: str) -> None:
    assert check(EARNING, TRUE).lawful
    (breach,) = check(EARNING, plan).breaches
    assert breach.kind is kind
    assert breach.sentence().startswith(danish)
    assert breach.sentence("en") != breach.sentence()


def test_what_is_only_feasible_may_lie_far_below_its_bound() -> None:
    assert check(EARNING, replace(TRUE, value_bound_twelfths=400, status=Status.FEASIBLE)).lawful


@pytest.mark.parametrize(("value", "bound", "lawful"), [(199, 200, True), (198, 200, False), (-1, 0, False)])
def test_optimal_leaves_half_a_percent_to_smoothness(value: int, bound: int, *, lawful: bool) -> None:
    one = problem(replace(APP, points_per_year=value))
    plan = replace(honest_plan(one, {"a": 4}), value_bound_twelfths=bound)
    assert check(one, plan).lawful is lawful


@pytest.mark.parametrize("path", sorted(TINY.glob("*.json")), ids=lambda path: path.stem)
def test_on_real_files_every_single_plan_is_judged_as_the_oracle_judges(path: Path) -> None:
    """Each initiative is moved through all its starts, while the rest of the best plan stands still."""
    one = read_problem(path.read_bytes())
    best = oracle.best(one)
    assert best is not None
    for moved in one.initiatives:
        for start in (None, *range(-1, one.months + 1)):
            starts = {id_: at for id_, at in best.starts.items() if id_ != moved.id}
            starts |= {} if start is None else {moved.id: start}
            assert (breaches(one, starts) == ()) is oracle.is_lawful(one, starts)


@given(small_problems().flatmap(lambda one: st.tuples(st.just(one), starts_for(one))))
def test_any_plan_is_judged_as_the_oracle_judges(drawn: tuple[Problem, dict[str, int]]) -> None:
    one, starts = drawn
    assert (breaches(one, starts) == ()) is oracle.is_lawful(one, starts)


@given(small_problems(most_initiatives=3))
def test_every_lawful_plan_is_let_through(one: Problem) -> None:
    for starts in oracle.lawful_plans(one):
        assert breaches(one, starts) == ()


def test_the_checker_shares_no_code_with_the_solver() -> None:
    """Whatever importing it brings along is named here."""
    script = "import sys, takt.calculation.planner.check; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    inside = {
        name.removeprefix("takt.calculation.") for name in loaded if name.startswith("takt.calculation.")
    }
    assert inside == {"wording", "planner"} | {
        f"planner.{name}" for name in ("breach", "check", "objections", "overuse", "plan", "problem", "usage")
    }
    assert not {"ortools", "highspy", "numpy"} & set(loaded)

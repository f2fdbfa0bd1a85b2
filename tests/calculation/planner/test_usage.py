"""What starts use and are worth, down to the small print of docs/planner.md."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from tests.calculation.planner import oracle
from tests.calculation.planner.cases import MUST, initiative, problem, unit
from tests.calculation.planner.small_problems import small_problems, starts_for

from takt.calculation.planner.problem import Change, Frame, Goal, Month, Problem, Role, Spending
from takt.calculation.planner.usage import (
    Excess,
    Limit,
    Resource,
    Usage,
    allowed,
    capacity,
    goal_shortfall,
    months_late,
    overload_fifths,
    quarters,
    touched_units,
    usage_of,
    value_twelfths,
    worth_twelfths,
)

WHOLE = (
    unit("whole"),
    unit("area", parent="whole"),
    unit("team", parent="area"),
    unit("other", parent="whole"),
)
problems_and_starts = small_problems().flatmap(lambda one: st.tuples(st.just(one), starts_for(one)))


def test_money_is_summed_by_calendar_year() -> None:
    spending = Spending("drift", (100, 20), -3)
    one = problem(
        initiative("a", roll_out=2, money=(spending,)),
        first_month=Month(2027, 11),
        frames=(Frame("drift", "Drift", {}),),
    )
    assert usage_of(one, {"a": 1}).money == {("drift", 2027): 100, ("drift", 2028): 20 - 3 * 3}


def test_of_what_began_earlier_only_the_horizon_counts() -> None:
    one = problem(
        initiative(
            "a",
            prepare=1,
            settle=2,
            staff={"pl": (1, 2, 4)},
            money=(Spending("drift", (10, 20, 30), 5),),
            change=(Change("team", (1, 2, 3, 4)),),
            fixed_start=-2,
            points_per_year=7,
            points_at_go_live=100,
        ),
        units=WHOLE,
        roles=(Role("pl", "", (9,) * 6),),
        frames=(Frame("drift", "", {2027: 0}),),
    )
    used = usage_of(one, {"a": -2})
    assert used.staff["pl"] == (4, 0, 0, 0, 0, 0)
    assert used.load["team"] == (3, 4, 0, 0, 0, 0)
    assert used.money == {("drift", 2027): 30 + 6 * 5}
    assert used.go_lives["team", (2027, 1)] == 1
    assert value_twelfths(one, {"a": -2}) == 6 * 7 + 12 * 100


def test_what_went_live_before_the_horizon_earns_every_month_but_not_its_go_live() -> None:
    one = problem(
        initiative(
            "a", fixed_start=-9, points_per_year=7, points_at_go_live=100, change=(Change("team", (1,)),)
        ),
        units=WHOLE,
    )
    assert value_twelfths(one, {"a": -9}) == 6 * 7
    assert sum(usage_of(one, {"a": -9}).go_lives.values()) == 0


def test_what_goes_live_after_the_horizon_earns_nothing() -> None:
    one = problem(initiative("a", fixed_start=5, points_per_year=7, points_at_go_live=100))
    assert value_twelfths(one, {"a": 5}) == 0


def test_load_is_the_unit_and_all_below_it() -> None:
    one = problem(
        initiative(
            "a", roll_out=2, change=(Change("team", (1, 2)), Change("area", (10,)), Change("team", (5,)))
        ),
        units=WHOLE,
    )
    load = usage_of(one, {"a": 4}).load
    assert load["team"] == (0, 0, 0, 0, 6, 2)
    assert load["area"] == load["whole"] == (0, 0, 0, 0, 16, 2)
    assert load["other"] == (0,) * 6


def test_a_go_live_counts_once_in_a_unit_however_many_below_are_asked() -> None:
    one = problem(
        initiative("a", change=(Change("team", (1,)), Change("other", (1,)), Change("area", (0,)))),
        units=WHOLE,
    )
    go_lives = usage_of(one, {"a": 2}).go_lives
    assert {unit: go_lives[unit, (2027, 2)] for unit in ("whole", "area", "team", "other")} == {
        "whole": 1,
        "area": 1,
        "team": 1,
        "other": 1,
    }
    assert go_lives["whole", (2027, 1)] == 0


def test_without_change_hours_no_unit_is_touched() -> None:
    one = initiative("a", change=(Change("team", (0,)), Change("other", ())))
    assert touched_units(problem(one, units=WHOLE), one) == frozenset()


def test_a_quarter_is_cut_by_the_horizon() -> None:
    assert quarters(problem(first_month=Month(2027, 12), months=3)) == ((2027, 4), (2028, 1))


def test_a_year_that_is_not_named_has_no_limit() -> None:
    one = problem(frames=(Frame("drift", "", {2026: 1, 2028: 3}),), first_month=Month(2027, 9))
    assert capacity(one).money == {("drift", 2028): 3}


def test_a_must_is_late_by_its_months_or_by_the_whole_horizon() -> None:
    one = problem(
        initiative("placed", obligation=MUST, latest_go_live=1),
        initiative("early", obligation=MUST, latest_go_live=5),
        initiative("never", obligation=MUST, latest_go_live=5),
        initiative("no deadline", obligation=MUST),
        initiative("may", latest_go_live=0),
    )
    starts = {"placed": 3, "early": 0, "no deadline": 4, "may": 4}
    assert months_late(one, starts) == 3 + 6


def test_a_goal_is_short_by_what_is_missing_and_never_less_than_nothing() -> None:
    goals = (Goal("g", "", 5), Goal("h", "", 1), Goal("k", "", 2))
    one = problem(initiative("a", goals={"g": 2, "h": 9}), initiative("b", goals={"g": -1}), goals=goals)
    assert goal_shortfall(one, {"a": 0, "b": 0}) == 4 + 0 + 2


def test_moving_or_leaving_out_what_is_announced_costs_points_also_when_it_stays_out_of_the_horizon() -> None:
    one = problem(
        initiative("a", announced_start=3, points_at_go_live=10),
        initiative("b", announced_start=-1, fixed_start=-2),
        initiative("c", announced_start=0),
        move_penalty_points_per_month=2,
        leave_out_penalty_points=7,
    )
    assert value_twelfths(one, {"a": 1, "b": -2}) == 12 * (10 - 2 * 2 - 2 * 1 - 7)
    assert worth_twelfths(one, "c", 1) == 12 * (7 - 2)


def test_overload_is_what_exceeds_four_fifths_of_the_ceiling() -> None:
    one = problem(
        initiative("a", roll_out=3, change=(Change("team", (8, 9, 12)),)),
        units=(unit("whole"), unit("team", parent="whole", ceiling=10)),
    )
    assert overload_fifths(one, usage_of(one, {"a": 0})) == 5 * ((9 - 8) + (12 - 8))


def test_what_fixed_ones_break_alone_is_reported_and_may_not_become_worse() -> None:
    one = problem(
        initiative("a", fixed_start=0, staff={"pl": (7,)}, change=(Change("team", (3,)),)),
        units=(unit("team", ceiling=4, most=0),),
        roles=(Role("pl", "Projektleder", (5,) * 6),),
        frames=(Frame("drift", "", {2027: -10}),),
    )
    limits = allowed(one)
    assert limits.staff["pl"] == (7, 5, 5, 5, 5, 5)
    assert limits.load["team"] == (4,) * 6
    assert limits.money == {("drift", 2027): 0}
    assert limits.go_lives == {("team", (2027, 1)): 1, ("team", (2027, 2)): 0}
    assert set(limits.broken_by_fixed) == {
        Excess(Limit(Resource.STAFF, "pl", 0), used=7, there_is=5),
        Excess(Limit(Resource.MONEY, "drift", 2027), used=0, there_is=-10),
        Excess(Limit(Resource.GO_LIVES, "team", (2027, 1)), used=1, there_is=0),
    }


@given(problems_and_starts)
def test_the_oracle_reckons_the_same_worth(drawn: tuple[Problem, dict[str, int]]) -> None:
    one, starts = drawn
    reckoned = months_late(one, starts), goal_shortfall(one, starts), value_twelfths(one, starts)
    assert reckoned == oracle.tiers(one, starts)


@given(problems_and_starts)
def test_the_oracle_reckons_the_same_use(drawn: tuple[Problem, dict[str, int]]) -> None:
    one, starts = drawn
    expected: Counter[oracle.Key] = Counter()
    for id_, start in starts.items():
        expected.update(oracle.uses(one, one.initiative[id_], start))
    assert _keyed(usage_of(one, starts)) == {key: amount for key, amount in expected.items() if amount}


def _keyed(used: Usage) -> dict[oracle.Key, int]:
    """As the oracle keys it, without the zeros."""
    money: dict[oracle.Key, int] = {("money", *key): dkk for key, dkk in used.money.items()}
    staff = {("staff", role, month): n for role, days in used.staff.items() for month, n in enumerate(days)}
    load = {("load", unit, month): n for unit, hours in used.load.items() for month, n in enumerate(hours)}
    go_lives = {("go_live", unit, 4 * year + q - 1): n for (unit, (year, q)), n in used.go_lives.items()}
    return {key: n for key, n in {**money, **staff, **load, **go_lives}.items() if n}

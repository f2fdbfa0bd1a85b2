"""Schedules bred by compiled code: the same as by the plain rules, lawful, repeatable and soon stopped."""

from dataclasses import dataclass
from threading import Event, Thread
from typing import Any

import numba
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.calculation.planner.cases import MUST, initiative
from tests.calculation.planner.cases import problem as problem_of
from tests.calculation.planner.plain_schedules import Plain

from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.check import check
from takt.calculation.planner.choices.building import columns_of
from takt.calculation.planner.choices.columns import Columns
from takt.calculation.planner.choices.schedule import is_schedule
from takt.calculation.planner.choices.table import is_lawful
from takt.calculation.planner.plan import Plan, Status
from takt.calculation.planner.problem import Freeze, Problem, Requirement, Role
from takt.calculation.planner.search.ahead import compile_ahead
from takt.calculation.planner.search.breeding.mating import in_order, raise_children, raise_from_keys
from takt.calculation.planner.search.breeding.placing import place, push
from takt.calculation.planner.search.breeding.population import Breeding
from takt.calculation.planner.search.breeding.project import project_of
from takt.calculation.planner.search.compiled import compiled
from takt.calculation.planner.solve import Effort, Progress, solve

MONTHS = 14


def a_project(*, tail: int = 0) -> Problem:
    """Eight months, two at a time: a … d before the closing e, which earns more the earlier it goes live."""
    days = {"pl": (1, 1)}
    four = [
        initiative(
            name, obligation=MUST, roll_out=2, settle=tail, staff={"pl": (1,) * (2 + tail)} if tail else days
        )
        for name in "abcd"
    ]
    closing = initiative(
        "e",
        obligation=MUST,
        points_per_year=12,
        requires=tuple(Requirement(name, 0) for name in "abcd"),
    )
    return problem_of(*four, closing, months=8, roles=(Role("pl", "", (2,) * 8),))


def many_duties() -> Problem:
    """Thirty-six of different length that crowd each other, and a closing one: too hard to prove at once."""
    rng = np.random.default_rng(7)
    duties = []
    for number in range(36):
        months = int(rng.integers(1, 9))
        needs = {role: (int(rng.integers(1, 8)),) * months for role in ("pl", "it", "jur")}
        before = {int(rng.integers(number)) for _ in range(2)} if number > 3 else set()
        required = tuple(Requirement(f"n{each}", 0) for each in sorted(before))
        duties.append(
            initiative(f"n{number}", obligation=MUST, roll_out=months, staff=needs, requires=required)
        )
    everything = tuple(Requirement(each.id, 0) for each in duties)
    last = initiative("last", obligation=MUST, points_per_year=12, requires=everything)
    roles = tuple(Role(role, "", (12,) * 110) for role in ("pl", "it", "jur"))
    return problem_of(*duties, last, months=110, roles=roles)


@st.composite
def schedules(draw: st.DrawFn) -> Problem:
    """Up to six duties with uneven needs of two roles, requirements with lags, a freeze and a last one."""
    count, closing = draw(st.integers(2, 6)), "last"
    needs = st.lists(st.integers(0, 4), max_size=3).map(tuple)
    names = [f"n{number}" for number in range(count)]
    duties = []
    for number, name in enumerate(names):
        required = draw(st.lists(st.sampled_from(names[:number]), unique=True, max_size=2)) if number else []
        staff = {role: days for role in ("pl", "it") if (days := draw(needs))}
        duties.append(
            initiative(
                name,
                obligation=MUST,
                roll_out=draw(st.integers(0, 3)),
                settle=3,
                staff=staff,
                requires=tuple(Requirement(other, draw(st.integers(0, 1))) for other in required),
                latest_go_live=draw(st.none() | st.integers(0, MONTHS - 1)),
            )
        )
    last = initiative(
        closing,
        obligation=MUST,
        roll_out=3,
        points_per_year=12,
        requires=tuple(Requirement(name, 0) for name in names),
    )
    days = st.lists(st.integers(2, 9), min_size=MONTHS, max_size=MONTHS).map(tuple)
    frozen = draw(st.integers(0, MONTHS - 1))
    return problem_of(
        *draw(st.permutations([*duties, last])),
        months=MONTHS,
        roles=(Role("pl", "", draw(days)), Role("it", "", draw(days))),
        freezes=draw(st.sampled_from([(), (Freeze(frozen, frozen, None),)])),
    )


@dataclass(frozen=True)
class Solved:
    problem: Problem
    plan: Plan
    told: list[Progress]


def scheduling(problem: Problem) -> Columns:
    columns = columns_of(problem).columns
    assume(is_schedule(columns))
    return columns


def bred(columns: Columns, *, seed: int = 1, work: float = 0.01) -> Breeding:
    breeding = Breeding(columns, seed=seed)
    breeding.go_on(work)
    breeding.run()
    return breeding


@given(schedules(), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_compiled_schedules_are_those_of_the_plain_rules(problem: Problem, random: Any) -> None:
    columns = scheduling(problem)
    project, numbering = project_of(columns)
    names = [columns.ids[one] for one in numbering.initiative]
    plain = Plain(problem, names, len(project.room))
    order = in_order(project, np.array([random.randrange(10) for _ in names], dtype=np.int64))
    start, room = np.zeros(len(names), dtype=np.int64), project.room.copy()
    expected = plain.placed([names[job] for job in order])
    assert place(project, order, start, room) == (expected is not None)
    if expected is not None:
        assert dict(zip(names, start.tolist(), strict=True)) == expected
        push(project, start, room)
        assert dict(zip(names, start.tolist(), strict=True)) == plain.pushed(expected)


@given(schedules())
@settings(max_examples=30)
def test_what_is_bred_is_lawful(problem: Problem) -> None:
    columns = scheduling(problem)
    best = bred(columns).best
    assert best is None or ((best >= 0).all() and is_lawful(columns, best))


@given(schedules())
@settings(max_examples=12)
def test_a_schedule_is_certified_by_the_checker(problem: Problem) -> None:
    scheduling(problem)
    plan = solve(problem, effort=Effort.QUICK)
    assert check(problem, plan).lawful


def test_what_must_all_be_placed_is_a_schedule_and_bred_to_the_shortest() -> None:
    columns = columns_of(a_project()).columns
    assert is_schedule(columns)
    best = bred(columns).best
    assert best is not None
    assert columns.start[best][-1] == 4


def test_what_may_go_on_beyond_the_horizon_is_no_schedule() -> None:
    """Limits end where the horizon does; an interval would be held to them all the same."""
    assert not is_schedule(columns_of(a_project(tail=3)).columns)


def test_breeding_is_the_same_twice_however_it_is_divided() -> None:
    columns = columns_of(a_project()).columns
    once, stepwise = bred(columns, seed=3, work=0.02), Breeding(columns, seed=3)
    while stepwise.work < once.work:
        stepwise.go_on(1e-9)
        stepwise.run()
    assert once.best is not None
    assert stepwise.best is not None
    assert (once.best == stepwise.best).all()
    assert once.work == stepwise.work


@pytest.fixture(scope="module")
def many() -> Solved:
    told: list[Progress] = []
    problem = many_duties()
    plan = solve(problem, effort=Effort.QUICK, seed=5, on_progress=told.append)
    return Solved(problem, plan, told)


def test_a_schedule_is_the_same_twice_to_the_byte(many: Solved) -> None:
    again = solve(many.problem, effort=Effort.QUICK, seed=5)
    assert plan_bytes(again) == plan_bytes(many.plan)


def test_an_effort_on_a_schedule_is_not_overspent(many: Solved) -> None:
    assert many.plan.seconds <= 5.5


def test_a_schedule_is_told_of_on_the_way_and_each_is_better(many: Solved) -> None:
    told = [each.plan for each in many.told if each.plan is not None]
    values = [plan.value_twelfths for plan in told]
    assert values == sorted(values)
    assert values[-1] == many.plan.value_twelfths
    assert all(check(many.problem, plan).lawful for plan in told)


def test_breeding_ends_within_a_generation_when_it_is_cancelled() -> None:
    breeding = Breeding(columns_of(many_duties()).columns, seed=1)
    breeding.go_on(float("inf"))
    begun, step = Event(), breeding.step

    def noted_step() -> None:
        step()
        begun.set()

    breeding.step = noted_step  # type: ignore[method-assign]
    thread = Thread(target=breeding.run)
    thread.start()
    begun.wait()
    breeding.cancel()
    thread.join(60)
    assert not thread.is_alive()


def test_cancelled_before_it_began_it_does_not_begin() -> None:
    breeding = Breeding(columns_of(a_project()).columns, seed=1)
    breeding.go_on(float("inf"))
    breeding.cancel()
    breeding.run()
    assert breeding.work == 0


def test_a_stopped_schedule_gives_what_there_is() -> None:
    problem = many_duties()
    plan = solve(problem, effort=Effort.THOROUGH, should_stop=lambda: True)
    assert check(problem, plan).lawful
    assert plan.status in Status


def test_where_nothing_can_be_kept_on_disk_it_is_compiled_all_the_same() -> None:
    """As in a container that may not be written to; a function without a file has nowhere to be kept either."""
    names: dict[str, Any] = {}
    exec("def twice(number): return 2 * number", names)  # noqa: S102 - a function without a file
    with pytest.raises(RuntimeError, match="cache"):
        numba.njit(cache=True)(names["twice"])
    assert compiled(names["twice"])(21) == 42


def test_ahead_of_time_all_is_compiled() -> None:
    compile_ahead()
    for each in (raise_from_keys, raise_children):
        assert getattr(each, "signatures")  # noqa: B009 - what a compiled function has been compiled for

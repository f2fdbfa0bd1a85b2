"""What an explanation claims, the independent checker confirms, on every initiative of many problems."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from tests.calculation.planner.cases import honest_plan
from tests.calculation.planner.explained import (
    MUNICIPAL,
    TINY,
    breaches,
    lawful,
    problem_called,
    starts_of,
    without_deadline,
)
from tests.calculation.planner.oracle import lawful_plans

from takt.calculation.planner.breach import Kind
from takt.calculation.planner.explain import Explanation, Situation, explain, explain_in
from takt.calculation.planner.explain.answer import Obstacle, Pressure, Remark, Verdict, WayIn
from takt.calculation.planner.explain.ways_in import relaxed
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import goal_shortfall, months_late, value_twelfths

pytestmark = pytest.mark.parametrize("name", [*TINY, *MUNICIPAL])


def explained(name: str) -> Iterator[tuple[Problem, Mapping[str, int], Explanation]]:
    problem, starts = problem_called(name), starts_of(name)
    situation = Situation.of(problem, starts)
    for one in problem.initiatives:
        yield problem, starts, explain_in(situation, one.id)


def unplaced(name: str) -> Iterator[tuple[Problem, Mapping[str, int], Explanation]]:
    """Every one of the small problems, every fifth of the large."""
    found = [each for each in explained(name) if each[2].verdict is Verdict.NOT_PLACED]
    return iter(found if len(found) < 16 else found[::5])


def test_the_verdict_is_the_plan(name: str) -> None:
    for problem, starts, answer in explained(name):
        one = problem.initiative[answer.id]
        assert answer.start == starts.get(one.id)
        assert (answer.verdict is Verdict.FIXED) == (one.fixed_start is not None)
        assert (answer.verdict is Verdict.NOT_PLACED) == (one.id not in starts)


def test_many_explanations_from_one_situation_are_those_made_one_by_one(name: str) -> None:
    problem, starts = problem_called(name), starts_of(name)
    for _, _, answer in explained(name):
        assert explain(problem, honest_plan(problem, starts), answer.id) == answer


def test_the_trial_breaks_what_the_checker_says_it_breaks(name: str) -> None:
    for problem, starts, answer in unplaced(name):
        if answer.trial is None or answer.trial.start >= problem.months - lead(problem, answer):
            continue
        found = breaches(problem, {**starts, answer.id: answer.trial.start})
        amounts = {(breach.kind.value, breach.id, breach.over) for breach in found if breach.over}
        claimed = {(one.limit.resource.value, one.limit.id, one.missing) for one in answer.trial.pressures}
        limits = {Kind.STAFF.value, Kind.LOAD.value, Kind.MONEY.value, Kind.GO_LIVES.value}
        assert claimed == {amount for amount in amounts if amount[0] in limits}
        assert bool(answer.trial.obstacles) == any(breach.kind.value not in limits for breach in found)


def lead(problem: Problem, answer: Explanation) -> int:
    return problem.initiative[answer.id].lead_time


def test_the_next_window_is_free_and_the_first_that_is(name: str) -> None:
    for problem, starts, answer in unplaced(name):
        one = problem.initiative[answer.id]
        patient = without_deadline(problem, one.id)
        first_free = next(
            (
                start
                for start in range(max(0, one.earliest_start), problem.months - one.lead_time)
                if lawful(patient, {**starts, one.id: start})
            ),
            None,
        )
        assert (answer.next_window.start if answer.next_window else None) == first_free
        if answer.next_window is not None:
            on_time = lawful(problem, {**starts, one.id: answer.next_window.start})
            assert answer.next_window.after_deadline is not on_time


def test_every_way_in_works_and_asks_for_no_more_than_it_must(name: str) -> None:
    for problem, starts, answer in unplaced(name):
        for way in answer.ways_in:
            then = {id_: at for id_, at in starts.items() if id_ not in way.left_out}
            then |= dict(way.brought) | dict(way.moved)
            then[answer.id] = way.start
            assert lawful(relaxed(problem, way), then), (answer.id, way)
            for part in parts(way):
                assert not lawful(relaxed(problem, part), then), (answer.id, way, part)


def parts(way: WayIn) -> Iterator[WayIn]:
    """The same way in with one limit raised by one less, or one freeze left."""
    for index, pressure in enumerate(way.raised):
        less = replace(pressure, total=pressure.total - 1)
        yield replace(way, raised=(*way.raised[:index], less, *way.raised[index + 1 :]))
    for month in way.lifted:
        yield replace(way, lifted=tuple(other for other in way.lifted if other != month))


def test_every_wish_is_placed_or_impossible_or_has_a_way_in(name: str) -> None:
    for problem, _, answer in unplaced(name):
        if answer.impossible is None and answer.next_window is None and not answer.ways_in:
            rivals = {one.other for one in (answer.trial.obstacles if answer.trial else ())}
            assert rivals, (answer.id, problem.title)


def test_a_displacement_is_lawful_and_its_price_exact(name: str) -> None:
    for problem, starts, answer in unplaced(name):
        other = answer.displacement
        if other is None:
            continue
        then = {id_: start for id_, start in starts.items() if id_ not in other.dropped}
        then |= {**dict(other.moved), answer.id: other.start}
        assert lawful(problem, then)
        assert value_twelfths(problem, then) - value_twelfths(problem, starts) == other.net_twelfths
        assert months_late(problem, then) <= months_late(problem, starts)
        assert goal_shortfall(problem, then) <= goal_shortfall(problem, starts)


def test_what_is_blocked_earlier_is_blocked_and_what_is_free_is_said(name: str) -> None:
    for problem, starts, answer in explained(name):
        if answer.verdict is not Verdict.PLACED or answer.start is None:
            continue
        blocked = {start for run in answer.earlier for start in range(run.first, run.latest + 1)}
        earliest = max(0, problem.initiative[answer.id].earliest_start)
        free = {
            start for start in range(earliest, answer.start) if lawful(problem, {**starts, answer.id: start})
        }
        assert blocked == set(range(earliest, answer.start)) - free
        assert (Remark.ROOM_EARLIER in answer.remarks) is bool(free)


def test_the_panel_binds_where_the_trial_is_stopped(name: str) -> None:
    for _, _, answer in unplaced(name):
        assert answer.trial is not None
        shown: list[Pressure | Obstacle] = []
        for line in answer.panel:
            shown += [*line.pressures, *line.obstacles]
        assert set(shown) == {*answer.trial.pressures, *answer.trial.obstacles}


def test_a_best_plan_leaves_no_room_that_would_give_value(name: str) -> None:
    if name in TINY:
        for _, _, answer in unplaced(name):
            assert Remark.ROOM_NOT_USED not in answer.remarks
            assert answer.displacement is None or answer.displacement.net_twelfths <= 0


def test_what_is_called_impossible_is_in_no_lawful_plan(name: str) -> None:
    problem = problem_called(name)
    impossible = {answer.id for _, _, answer in unplaced(name) if answer.impossible is not None}
    if name in TINY:
        assert not any(impossible & starts.keys() for starts in lawful_plans(problem))

"""A tried start is answered as the checker would answer it, and whoever is said to give room really gives it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.calculation.planner.explained import MUNICIPAL, TINY, lawful, problem_called, starts_of
from tests.calculation.planner.test_broken import PROBLEM, STARTS, initiative

from takt.calculation.planner.explain import Situation
from takt.calculation.planner.explain.ground import months_late
from takt.calculation.planner.explain.moving import Move, move
from takt.calculation.planner.explain.moving_sentences import Tried, moving_sentences
from takt.calculation.planner.problem import Problem, Requirement


def tried(problem: Problem, id_: str, start: int) -> Tried:
    return moving_sentences(move(Situation.of(problem, STARTS), id_, start))


def test_room_is_said_with_the_months() -> None:
    said = tried(PROBLEM, "a", 3)

    assert said.when == "Start i april 2027, i drift i juni 2027, 3 måneder senere end i planen"
    assert said.verdict == "Der er plads, og ingen regel brydes."
    assert (said.limits, said.rules, said.makes_room) == ((), (), ())


def test_a_broken_limit_is_named_with_how_much_and_who_would_move() -> None:
    narrow = replace(PROBLEM, roles=(replace(PROBLEM.roles[0], days=(15, 15, 5, 5, *(15,) * 8)),))
    said = moving_sentences(move(Situation.of(narrow, {"a": 4, "b": 2}), "a", 2))

    assert said.verdict == "Det bryder ét loft."
    assert said.limits == ("Projektleder: Der mangler 5 dage om måneden i marts–april 2027, i alt 10 dage.",)
    assert said.makes_room == ("Ønske b (b) flyttes til start i januar 2027.",)


def test_every_rule_is_named() -> None:
    needed = replace(initiative("b"), requires=(Requirement("a", 1),))
    problem = replace(
        PROBLEM, initiatives=(replace(initiative("a"), earliest_start=6, latest_go_live=5), needed)
    )
    said = moving_sentences(move(Situation.of(problem, {"a": 0, "b": 3}), "a", 4), "en")

    assert said.rules == (
        "It goes live in July 2027, which is frozen.",
        "It goes live after the deadline, June 2027.",
        "It may not start before July 2027.",
        "Ønske b (b) requires it and starts as early as April 2027.",
    )
    assert said.verdict == "It breaks four rules."


def test_beyond_the_plan_there_is_nothing_to_measure() -> None:
    said = tried(PROBLEM, "a", 11)

    assert said.rules == ("Det når ikke at gå i drift, før planen slutter. Der mangler 2 måneder.",)


@pytest.mark.parametrize("name", TINY)
def test_the_checker_agrees_at_every_start(name: str) -> None:
    problem, starts = problem_called(name), starts_of(name)
    situation = Situation.of(problem, starts)
    for one in problem.initiatives:
        if one.fixed_start is None and one.id in starts:
            for start in range(problem.months):
                found = move(situation, one.id, start)
                is_no_later = months_late(one, start + one.lead_time) == 0
                assert found.is_free == (lawful(problem, {**starts, one.id: start}) and is_no_later), (
                    one.id,
                    start,
                )


@pytest.mark.parametrize("name", MUNICIPAL)
def test_whoever_gives_room_makes_it_lawful(name: str) -> None:
    problem, starts = problem_called(name), starts_of(name)
    situation = Situation.of(problem, starts)
    free = [one.id for one in problem.initiatives if one.fixed_start is None][:20]
    found = [move(situation, id_, start) for id_ in free for start in range(0, problem.months, 3)]
    helped = [one for one in found if one.displacement is not None]

    assert helped
    assert all(lawful(problem, _carried_out(starts, one)) for one in helped)
    assert any(one.holders for one in found)
    assert not any(one.id in one.holders for one in found)


def _carried_out(starts: Mapping[str, int], found: Move) -> dict[str, int]:
    assert found.displacement is not None
    after = {**starts, found.id: found.start, **dict(found.displacement.moved)}
    return {id_: start for id_, start in after.items() if id_ not in found.displacement.dropped}

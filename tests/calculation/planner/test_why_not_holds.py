"""Do what the answer to why not? says, and the wish comes in: solved anew, and with the amounts as they are said."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from tests.calculation.planner.cases import honest_plan, initiative, problem, unit
from tests.calculation.planner.explained import lawful, problem_called
from tests.calculation.planner.tiny_municipal import tiny_municipalities

from takt.calculation.planner.archive import with_sha256
from takt.calculation.planner.check import check
from takt.calculation.planner.explain import Explanation, Situation, explain_in
from takt.calculation.planner.explain.answer import Pressure, Verdict, WayIn
from takt.calculation.planner.explain.phrases import Phrases, by_bottleneck
from takt.calculation.planner.explain.way_sentences import cheapest_way
from takt.calculation.planner.explain.ways_in import relaxed
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Change, Problem
from takt.calculation.planner.solve import solve
from takt.calculation.planner.usage import Resource
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.changes import Drop, Force

WORK = 0.2
MOST_SOLVED = 2
"""Wishes of each large question that are solved anew; the amounts are tried of all."""


def unplaced(problem: Problem, plan: Plan) -> list[Explanation]:
    situation = Situation.of(problem, plan.start)
    answers = (explain_in(situation, one.id) for one in problem.initiatives)
    return [answer for answer in answers if answer.verdict is Verdict.NOT_PLACED]


def after(plan: Plan, answer: Explanation, way: WayIn) -> dict[str, int]:
    """The starts when the way is gone."""
    then = {id_: at for id_, at in plan.start.items() if id_ not in way.left_out}
    return {**then, **dict(way.brought), **dict(way.moved), answer.id: way.start}


def solved_with_it(problem: Problem, id_: str) -> Plan:
    """The planner's own plan, certified by the checker, in which the wish must be."""
    asked = changed(problem, (Force(id_),))
    plan = solve(asked, work=WORK)
    assert check(asked, plan).lawful
    assert id_ in plan.start
    return plan


def the_change_lets_it_in(problem: Problem, answer: Explanation) -> None:
    for way in answer.ways_in[:1]:
        solved_with_it(relaxed(problem, way), answer.id)
    if answer.displacement is not None:
        solved_with_it(_without(problem, answer.displacement.dropped), answer.id)
    if answer.next_window is not None and not answer.next_window.after_deadline:
        solved_with_it(problem, answer.id)


def _without(problem: Problem, ids: Sequence[str]) -> Problem:
    for id_ in ids:
        if id_ in problem.initiative:  # it may have gone with one before it
            problem = changed(problem, (Drop(id_),))
    return problem


@given(tiny_municipalities())
@settings(max_examples=12)
def test_the_planner_takes_the_wish_in_when_the_change_is_made(problem: Problem) -> None:
    for answer in unplaced(problem, solve(problem, work=WORK))[:2]:
        the_change_lets_it_in(problem, answer)


@given(tiny_municipalities())
@settings(max_examples=40)
def test_the_amounts_are_enough_as_they_are_said(problem: Problem) -> None:
    plan = _by_hand(problem)
    for answer in unplaced(problem, plan):
        the_said_amounts_let_it_in(problem, plan, answer)


@pytest.mark.parametrize("name", ["20x24-1", "20x24-2", "20x24-3", "50x36-2"])
def test_so_it_is_in_a_municipality(name: str) -> None:
    problem = problem_called(name)
    plan = solve(problem, work=WORK)
    answers = unplaced(problem, plan)
    assert answers
    for answer in answers:
        the_said_amounts_let_it_in(problem, plan, answer)
    for answer in answers[:MOST_SOLVED]:
        the_change_lets_it_in(problem, answer)


def test_every_wish_without_a_place_has_a_cheapest_change_in_words() -> None:
    problem = problem_called("50x36-2")
    for answer in unplaced(problem, solve(problem, work=WORK)):
        for language in ("da", "en"):
            assert cheapest_way(answer, language).title


def test_a_ceiling_is_raised_to_no_less_than_it_takes() -> None:
    """103 hours among 30 people are 3,43 each, and a ceiling of 3,4 would not do."""
    for hours, said in ((103, "3,5"), (102, "3,4")):
        one = initiative("a", change=(Change("u", (hours,)),))
        asked = problem(one, units=(replace(unit("u", ceiling=90), headcount=30),))
        (answer,) = unplaced(asked, _by_hand(asked))
        # what is too big by itself is told to be split, so the way in is read where it stands
        (way,) = answer.ways_in
        assert f"til {said} timer pr. medarbejder" in Phrases(asked, "da").raising(way.raised)


def the_said_amounts_let_it_in(problem: Problem, plan: Plan, answer: Explanation) -> None:
    for way in answer.ways_in:
        wider = relaxed(problem, replace(way, raised=()))
        for group in by_bottleneck(way.raised):
            wider = _raised_as_said(wider, group, Phrases(problem, "da").raising(group))
        assert lawful(wider, after(plan, answer, way)), (answer.id, way)


def _raised_as_said(problem: Problem, group: Sequence[Pressure], said: str) -> Problem:
    """By the largest amount in the sentence, at the times the sentence is about."""
    amount, is_more = _amount(problem, group[0], said)
    raised = (replace(one, total=(one.decided if is_more else 0) + amount) for one in group)
    return relaxed(problem, WayIn(0, tuple(raised)))


def _amount(problem: Problem, first: Pressure, said: str) -> tuple[int, bool]:
    """From the sentence alone, and whether it is what comes on top."""
    resource = first.limit.resource
    if resource is Resource.MONEY:
        return int(_last_number(said, r"([\d.]+) kr\.")), True
    if resource is Resource.GO_LIVES:
        return int(_last_number(said, r"Tillad ([\d.]+)")), False
    if resource is Resource.STAFF:
        return int(_last_number(said.split("i alt")[0], r"([\d.–]+) dage?")), True
    per = problem.unit[first.limit.id].headcount if "pr. medarbejder" in said else 1
    return int(_last_number(said, r"(?:til|med) ([\d.,–]+) time") * per), " fra " not in said


def _last_number(said: str, pattern: str) -> Fraction:
    found = re.search(pattern, said)
    assert found, said
    return Fraction(found[1].split("–")[-1].replace(".", "").replace(",", "."))


def _by_hand(problem: Problem) -> Plan:
    """Whatever fits, in the order of the question: lawful, and soon made."""
    situation = Situation.of(problem, {})
    for one in problem.initiatives:
        window = explain_in(situation, one.id).next_window
        if window is not None and not window.after_deadline:
            situation = situation.changed({one.id: window.start})
    starts: Mapping[str, int] = situation.start
    return honest_plan(with_sha256(problem), starts)

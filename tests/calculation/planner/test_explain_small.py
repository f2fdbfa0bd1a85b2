"""Explanations of every lawful plan of small problems with every feature, held against trying all plans."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.calculation.planner.explained import without_deadline
from tests.calculation.planner.oracle import is_lawful, lawful_plans
from tests.calculation.planner.small_problems import small_problems

from takt.calculation.planner.explain import Explanation, Situation, explain_in, sentences
from takt.calculation.planner.explain.answer import Remark, Verdict
from takt.calculation.planner.explain.conflict import conflict
from takt.calculation.planner.explain.conflict_sentences import conflict_sentences
from takt.calculation.planner.explain.rules import RuleKind
from takt.calculation.planner.explain.ways_in import relaxed
from takt.calculation.planner.problem import Initiative, Problem
from takt.calculation.planner.usage import goal_shortfall, months_late, value_twelfths

Starts = Mapping[str, int]
MOST_PLANS = 400


@st.composite
def planned(draw: st.DrawFn) -> tuple[Problem, Starts]:
    problem = draw(small_problems(most_initiatives=3))
    plans = list(islice(lawful_plans(problem), MOST_PLANS))
    assume(plans)
    return problem, draw(st.sampled_from(plans))


@given(planned())
def test_what_an_explanation_claims_is_so(case: tuple[Problem, Starts]) -> None:
    problem, starts = case
    situation = Situation.of(problem, starts)
    for one in problem.initiatives:
        answer = explain_in(situation, one.id)
        if answer.verdict is Verdict.NOT_PLACED:
            the_window_is_the_first(problem, starts, answer)
            the_ways_in_work(problem, starts, answer)
            the_displacement_is_lawful(problem, starts, answer)
        elif answer.verdict is Verdict.PLACED:
            the_earlier_starts_are_blocked(problem, starts, answer)
        for language in ("da", "en"):
            assert all(sentences(answer, language).lines)


def possible_starts(problem: Problem, one: Initiative) -> range:
    return range(max(0, one.earliest_start), problem.months - one.lead_time)


def the_window_is_the_first(problem: Problem, starts: Starts, answer: Explanation) -> None:
    patient, one = without_deadline(problem, answer.id), problem.initiative[answer.id]
    free = [at for at in possible_starts(problem, one) if is_lawful(patient, {**starts, one.id: at})]
    assert (answer.next_window.start if answer.next_window else None) == (free[0] if free else None)


def the_ways_in_work(problem: Problem, starts: Starts, answer: Explanation) -> None:
    for way in answer.ways_in:
        then = {id_: at for id_, at in starts.items() if id_ not in way.left_out}
        then |= {**dict(way.brought), **dict(way.moved), answer.id: way.start}
        assert is_lawful(relaxed(problem, way), then)


def the_displacement_is_lawful(problem: Problem, starts: Starts, answer: Explanation) -> None:
    other = answer.displacement
    if other is not None:
        then = {id_: at for id_, at in starts.items() if id_ not in other.dropped}
        then |= {**dict(other.moved), answer.id: other.start}
        assert is_lawful(problem, then)
        assert value_twelfths(problem, then) - value_twelfths(problem, starts) == other.net_twelfths
        assert months_late(problem, then) <= months_late(problem, starts)
        assert goal_shortfall(problem, then) <= goal_shortfall(problem, starts)


def the_earlier_starts_are_blocked(problem: Problem, starts: Starts, answer: Explanation) -> None:
    one, now = problem.initiative[answer.id], starts[answer.id]
    earlier = [at for at in possible_starts(problem, one) if at < now]
    free = {at for at in earlier if is_lawful(problem, {**starts, one.id: at})}
    blocked = {at for run in answer.earlier for at in range(run.first, run.latest + 1)}
    assert blocked == set(earlier) - free
    assert (Remark.ROOM_EARLIER in answer.remarks) is bool(free)


@given(small_problems(most_initiatives=3))
def test_what_is_proven_impossible_is_in_no_lawful_plan(problem: Problem) -> None:
    situation = Situation.of(problem, {})
    answers = {one.id: explain_in(situation, one.id) for one in problem.initiatives}
    impossible = {id_ for id_, answer in answers.items() if answer.impossible is not None}
    for starts in islice(lawful_plans(problem), MOST_PLANS):
        assert not impossible & starts.keys()


@given(small_problems(most_initiatives=3))
def test_the_guilty_of_a_conflict_really_stand_in_the_way(problem: Problem) -> None:
    for one in problem.initiatives:
        found = conflict(problem, one.id)
        if found is None:
            continue
        assert all(conflict_sentences(found, "da") + conflict_sentences(found, "en"))
        duties = [guilty.rule.ids[0] for guilty in found.guilty if guilty.rule.kind is RuleKind.DUTY]
        for starts in islice(lawful_plans(problem), MOST_PLANS):
            assert not all(is_on_time(problem.initiative[id_], starts) for id_ in (one.id, *duties))


def is_on_time(one: Initiative, starts: Starts) -> bool:
    if one.id not in starts:
        return False
    return one.latest_go_live is None or starts[one.id] + one.lead_time <= one.latest_go_live


@given(small_problems(most_initiatives=3))
def test_no_conflict_without_a_limit(problem: Problem) -> None:
    free = replace(
        problem,
        units=tuple(
            replace(unit, ceiling_hours=(None,) * problem.months, max_go_lives_per_quarter=None)
            for unit in problem.units
        ),
    )
    for one in problem.initiatives:
        found = conflict(free, one.id)
        kinds = {guilty.rule.kind for guilty in found.guilty} if found else set()
        assert not kinds & {RuleKind.LOAD, RuleKind.GO_LIVES}

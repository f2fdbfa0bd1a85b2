"""Peers must be lawful and, on tiny instances, exact: a comparison with a wrong peer would say nothing."""

import csv
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from peers import cpsat, highs
from peers.answer import as_plan
from peers.greedy import Rule, best_of_three, greedy_plan
from peers.start_choices import Score, StartChoices
from takt.calculation.planner.check import check
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_problem

TINY = Path(__file__).parents[1] / "calculation" / "planner" / "tiny"
NAMES = sorted(path.name for path in TINY.glob("tiny-*.json"))


def tiny(name: str) -> Problem:
    return read_problem((TINY / name).read_bytes())


def optimum(name: str) -> Score:
    with (TINY / "optimum.csv").open(encoding="utf-8") as lines:
        row = next(row for row in csv.DictReader(lines) if row["file"] == name)
    return Score(int(row["months_late"]), int(row["goal_shortfall"]), int(row["value_twelfths"]))


def wishes(*initiatives: str, **members: str) -> Problem:
    """A problem of one role with one day a month, from what is special about it."""
    rest = "".join(f', "{key}": {value}' for key, value in members.items())
    text = f"""{{"format": "takt.problem/1", "first_month": "2027-01", "months": 4,
        "roles": [{{"id": "pl", "days": 1}}], "initiatives": [{", ".join(initiatives)}]{rest}}}"""
    return read_problem(text.encode())


def wish(name: str, points: int, rest: str = "") -> str:
    """One month of roll-out that takes the role's one day."""
    return (
        f'{{"id": "{name}", "prepare": 0, "roll_out": 1, "points_per_year": {points},'
        f' "staff": {{"pl": [1]}}{rest}}}'
    )


@pytest.mark.parametrize("peer", [cpsat, highs])
@pytest.mark.parametrize("name", NAMES)
def test_a_peer_finds_the_optimum_of_a_tiny_municipality(peer: ModuleType, name: str) -> None:
    problem = tiny(name)
    answer = peer.solve(problem, seconds=60)
    best = optimum(name)
    assert StartChoices(problem).score(answer.start) == best
    assert answer.value_bound_twelfths == best.value_twelfths
    assert check(problem, as_plan(problem, answer.start, answer.value_bound_twelfths)).breaches == ()


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("name", NAMES)
def test_a_greedy_plan_is_lawful_and_no_better_than_the_optimum(rule: Rule, name: str) -> None:
    problem = tiny(name)
    choices = StartChoices(problem)
    start = greedy_plan(choices, rule)
    assert choices.score(start).rank <= optimum(name).rank
    breaches = check(problem, as_plan(problem, start, None)).breaches
    assert breaches == ()


def test_the_one_with_most_points_goes_first() -> None:
    problem = wishes(wish("small", 10), wish("large", 20))
    assert greedy_plan(StartChoices(problem), Rule.POINTS) == {"large": 0, "small": 1}


def test_per_cost_the_cheap_one_goes_first() -> None:
    money = ', "money": [{"frame": "anlaeg", "dkk": [%d]}]'
    problem = wishes(
        wish("dear", 20, money % 4000),
        wish("cheap", 10, money % 1000),
        frames='[{"id": "anlaeg", "dkk": {}}]',
    )
    choices = StartChoices(problem)
    assert greedy_plan(choices, Rule.PER_COST) == {"cheap": 0, "dear": 1}
    assert greedy_plan(choices, Rule.POINTS) == {"dear": 0, "cheap": 1}


def test_a_should_goes_before_a_could_by_obligation_only() -> None:
    problem = wishes(wish("could", 20), wish("should", 10, ', "obligation": "should"'))
    choices = StartChoices(problem)
    assert greedy_plan(choices, Rule.OBLIGATION) == {"should": 0, "could": 1}
    assert greedy_plan(choices, Rule.POINTS) == {"could": 0, "should": 1}


def test_lists_and_duties_are_served_before_better_wishes() -> None:
    problem = wishes(
        wish("best", 90),
        wish("duty", 1, ', "obligation": "must", "latest_go_live": "2027-03"'.replace('"2027-03"', "2")),
        wish("one", 5),
        wish("other", 6),
        choose_one='[["one", "other"]]',
    )
    assert greedy_plan(StartChoices(problem), Rule.POINTS) == {"other": 0, "duty": 1, "best": 2}


def test_what_is_required_is_placed_first_or_neither_is() -> None:
    requires = ', "requires": [{"id": "%s", "lag_months": %d}]'
    together = wishes(wish("first", 1), wish("next", 9, requires % ("first", 1)))
    assert greedy_plan(StartChoices(together), Rule.POINTS) == {"first": 0, "next": 2}
    too_late = wishes(wish("first", 1), wish("next", 9, requires % ("first", 3)), wish("third", 5))
    assert greedy_plan(StartChoices(too_late), Rule.POINTS) == {"third": 0, "first": 1}


def test_the_best_of_three_is_the_least_late_whatever_its_value() -> None:
    problem = tiny(NAMES[0])
    choices = StartChoices(problem)
    _, best = best_of_three(choices)
    scores = [choices.score(greedy_plan(choices, rule)) for rule in Rule]
    assert best.months_late == min(score.months_late for score in scores)


def test_what_the_fixed_alone_break_may_not_get_worse() -> None:
    fixed = wish("running", 5, ', "fixed_start": 0')
    problem = wishes(fixed, wish("new", 9))
    crowded = replace(problem, roles=(replace(problem.roles[0], days=(0, 1, 1, 1)),))
    assert greedy_plan(StartChoices(crowded), Rule.POINTS) == {"running": 0, "new": 1}

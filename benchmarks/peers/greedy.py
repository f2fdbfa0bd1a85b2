"""Today's practice: rank the wishes, then place one after the other as early as it fits.

Lists to choose one from are served first, then duties by their latest start, then the rest by rank. What an
initiative requires is placed before it; if it then does not fit after all, neither is placed.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property

import numpy as np

from peers.start_choices import Score, StartChoices
from takt.calculation.planner.problem import Initiative, Obligation, Problem


class Rule(StrEnum):
    POINTS = "points"
    PER_COST = "per_cost"
    OBLIGATION = "obligation"


def greedy_plan(choices: StartChoices, rule: Rule) -> Mapping[str, int]:
    """Starts by id, the fixed ones among them."""
    problem = choices.problem
    rank = _RANKS[rule]
    order = sorted(problem.initiatives, key=lambda one: rank(problem, one))
    board = _Board(choices)
    for few in choices.open_lists:
        any(board.place(one.id) for one in order if one.id in few)
    for one in (*_duties(order), *order):
        board.place(one.id)
    return board.start


def best_of_three(choices: StartChoices) -> tuple[Mapping[str, int], Score]:
    """The rule that comes least late; then least short; then to most value."""
    plans = [greedy_plan(choices, rule) for rule in Rule]
    scored = [(plan, choices.score(plan)) for plan in plans]
    return max(scored, key=lambda plan_and_score: plan_and_score[1].rank)


def _duties(order: list[Initiative]) -> list[Initiative]:
    """Those that must start first come first; those without a deadline last."""
    duties = [one for one in order if one.obligation is Obligation.MUST]
    return sorted(duties, key=_latest_start_in_time)


def _latest_start_in_time(one: Initiative) -> float:
    return float("inf") if one.latest_go_live is None else one.latest_go_live - one.lead_time


def _points(problem: Problem, one: Initiative) -> int:
    """12 × its points if it were in use all the time."""
    return one.points_per_year * problem.months + 12 * one.points_at_go_live


def _cost(problem: Problem, one: Initiative) -> int:
    """DKK it takes, and takes to run when started at once; savings do not count."""
    once = sum(max(0, dkk) for spending in one.money for dkk in spending.dkk)
    monthly = sum(max(0, spending.dkk_per_month_in_use) for spending in one.money)
    return max(1, once + monthly * (problem.months - one.lead_time))


_OBLIGATIONS = [Obligation.MUST, Obligation.SHOULD, Obligation.COULD]
_RANKS: Mapping[Rule, Callable[[Problem, Initiative], tuple[float, ...]]] = {
    Rule.POINTS: lambda problem, one: (-_points(problem, one),),
    Rule.PER_COST: lambda problem, one: (-_points(problem, one) / _cost(problem, one),),
    Rule.OBLIGATION: lambda problem, one: (_OBLIGATIONS.index(one.obligation), -_points(problem, one)),
}


class _Board:
    """What is placed so far and the room it leaves."""

    def __init__(self, choices: StartChoices) -> None:
        self.choices = choices
        self.room = choices.room.copy()
        self.start = dict(choices.fixed)

    def place(self, wish: str) -> bool:
        """Place it, and what it requires, as early as they fit; or leave everything as it was."""
        room, start = self.room.copy(), dict(self.start)
        if self._try_to_place(wish):
            return True
        self.room, self.start = room, start
        return False

    def _try_to_place(self, wish: str) -> bool:
        if wish in self.start:
            return True
        if self._shut_out[wish] & self.start.keys():
            return False
        earliest = 0
        for requirement in self.choices.problem.initiative[wish].requires:
            if not self.place(requirement.id):
                return False
            live = self.choices.go_live(requirement.id, self.start[requirement.id])
            earliest = max(earliest, live + requirement.lag_months)
        return self._place_alone(wish, earliest)

    def _place_alone(self, wish: str, earliest: int) -> bool:
        for choice in self.choices.choices[wish]:
            rows, amounts = choice.use.rows, choice.use.amounts
            if choice.start >= earliest and np.all(amounts <= self.room[rows]):
                self.room[rows] -= amounts
                self.start[wish] = choice.start
                return True
        return False

    @cached_property
    def _shut_out(self) -> Mapping[str, set[str]]:
        """Which others keep each one out: those it excludes, and the rest of its lists."""
        groups = [*self.choices.exclusions, *map(set, self.choices.open_lists)]
        out: dict[str, set[str]] = {one.id: set() for one in self.choices.problem.initiatives}
        for group in groups:
            for wish in group:
                out[wish] |= group - {wish}
        return out

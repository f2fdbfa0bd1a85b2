"""Take in what has room, and let others make room where that is worth it: a lawful plan, soon found."""

from collections.abc import Mapping
from typing import Final

from takt.calculation.planner.explain import Situation, explain_in
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import Starts, worth_twelfths

MOST_ROUNDS: Final = 5


def filled(problem: Problem, starts: Starts) -> Mapping[str, int]:
    """Of a plan that is lawful here, until nothing more is gained or it has been tried often enough."""
    for _ in range(MOST_ROUNDS):
        before, starts = starts, _filled_once(problem, starts)
        if starts == before:
            break
    return starts


def _filled_once(problem: Problem, starts: Starts) -> Mapping[str, int]:
    """Those that give most a year are tried first, each once."""
    situation = Situation.of(problem, starts)
    left_out = [one for one in problem.initiatives if one.id not in starts]
    for one in sorted(left_out, key=lambda one: -one.points_per_year):
        if one.id in situation.start:
            continue
        answer = explain_in(situation, one.id)
        window, other = answer.next_window, answer.displacement
        if window is not None and not window.after_deadline:
            if worth_twelfths(problem, one.id, window.start) > 0:
                situation = situation.changed({one.id: window.start})
        elif other is not None and other.net_twelfths > 0:
            gone: dict[str, int | None] = dict.fromkeys(other.dropped)
            situation = situation.changed({**gone, **dict(other.moved), one.id: other.start})
    return situation.start

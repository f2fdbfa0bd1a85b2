"""How long explanations take, asked about a finished plan as a reader of the roadmap would."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Initiative, Obligation, Problem

MOST_PRICED = 8
"""A price takes seconds; these many of those not placed are asked, evenly spread."""


def explanation_times(problem: Problem, plan: Plan, kind: str) -> Mapping[str, Any]:
    """Seconds per question of this kind, and how many were asked."""
    asked = {"instant": _instants, "conflict": _conflicts, "price": _prices}
    return asked[kind](problem, plan)


def late_duties(problem: Problem, plan: Plan) -> list[str]:
    """Those not met on time: each asks which limits stand against each other."""
    duties = [one for one in problem.initiatives if one.obligation is Obligation.MUST]
    return [one.id for one in duties if one.fixed_start is None and not _is_on_time(one, plan)]


def _is_on_time(one: Initiative, plan: Plan) -> bool:
    if one.id not in plan.start:
        return False
    return one.latest_go_live is None or plan.start[one.id] + one.lead_time <= one.latest_go_live


def _instants(problem: Problem, plan: Plan) -> Mapping[str, Any]:
    """Of every wish. What they share is made once, as for the page that shows them."""
    from takt.calculation.planner.explain import Situation, explain_in

    situation = Situation.of(problem, plan.start)
    return _timed(lambda wish: explain_in(situation, wish), [one.id for one in problem.initiatives])


def _conflicts(problem: Problem, plan: Plan) -> Mapping[str, Any]:
    from takt.calculation.planner.explain.conflict import conflict

    return _timed(lambda wish: conflict(problem, wish), late_duties(problem, plan))


def _prices(problem: Problem, plan: Plan) -> Mapping[str, Any]:
    from takt.calculation.planner.explain.price import price

    left_out = [one.id for one in problem.initiatives if one.id not in plan.start]
    step = max(1, len(left_out) // MOST_PRICED)
    return _timed(lambda wish: price(problem, plan, wish), left_out[::step][:MOST_PRICED])


def _timed(ask: Callable[[str], object], wishes: Iterable[str]) -> Mapping[str, Any]:
    return spread([_seconds(ask, wish) for wish in wishes])


def spread(times: Sequence[float]) -> Mapping[str, Any]:
    """Median, 95th percentile (nearest rank) and worst; only how many when none was asked."""
    if not times:
        return {"asked": 0}
    ordered = sorted(times)
    p95 = ordered[-(-95 * len(ordered) // 100) - 1]
    return {"asked": len(ordered), "median": median(ordered), "p95": p95, "worst": ordered[-1]}


def _seconds(ask: Callable[[str], object], wish: str) -> float:
    began = time.perf_counter()
    ask(wish)
    return time.perf_counter() - began

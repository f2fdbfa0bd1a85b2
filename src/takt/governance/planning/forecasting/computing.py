"""The pure parts of a reckoning: bytes and plain values in and out, so that any process on any host may do them."""

import gzip
from collections.abc import Callable, Mapping
from typing import Any

from takt.calculation.forecast import Uncertainty, forecast
from takt.calculation.forecast.summary import Summary, summary_of
from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_plan, read_problem
from takt.calculation.worth import BufferCost, More, as_base, buffer_cost, changed_by, glance, tightened

Packed = tuple[bytes, bytes]
"""Problem and plan as they are kept: ``takt.problem/1`` and ``takt.plan/1`` in gzip."""


def unpacked(kept: Packed) -> tuple[Problem, Plan]:
    problem, plan = (gzip.decompress(each) for each in kept)
    return read_problem(problem), read_plan(plan)


def summary(kept: Packed, uncertainty: Uncertainty, draws: int, seed: int) -> Summary:
    problem, plan = unpacked(kept)
    return summary_of(forecast(problem, plan, uncertainty, draws=draws, seed=seed), problem.months)


def buffer(kept: Packed, percent: int) -> BufferCost | None:
    """None when no plan is possible with the buffer."""
    problem, plan = unpacked(kept)
    tight = glance(tightened(problem, percent), {})
    return None if tight is None else buffer_cost(percent, plan, tight)


def base(kept: Packed) -> bytes:
    """``takt.plan/1``: the plan that all with more are held against."""
    problem, plan = unpacked(kept)
    found = glance(problem, plan.start)
    return plan_bytes(plan if found is None else as_base(plan, found))


def with_more(problem: bytes, today: bytes, more: More) -> bytes | None:
    """``takt.plan/1``; never worse than the one of today."""
    start = read_plan(today).start
    found = glance(changed_by(read_problem(gzip.decompress(problem)), more), start)
    return None if found is None else plan_bytes(found)


def part(what: str, *given: Any) -> Any:
    """One entrance for what is sent to other processes and hosts."""
    return _PARTS[what](*given)


_PARTS: Mapping[str, Callable[..., Any]] = {
    "summary": summary,
    "buffer": buffer,
    "base": base,
    "with_more": with_more,
}

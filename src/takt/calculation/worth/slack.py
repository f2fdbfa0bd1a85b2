"""Which limits a plan comes near, so that more of them may be worth something."""

from typing import Final

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import Resource, capacity, usage_of
from takt.calculation.worth.changing import More, MoreKind

NEAR: Final = 90
"""Per cent of the limit."""
_RESOURCE = {
    MoreKind.STAFF: Resource.STAFF,
    MoreKind.MONEY: Resource.MONEY,
    MoreKind.CEILING: Resource.LOAD,
}


def comes_near(problem: Problem, plan: Plan, more: More) -> bool:
    """Whether the plan uses nearly all of it at some time; of ceilings, of any unit's."""
    usage = usage_of(problem, plan.start)
    return any(
        limit.resource is _RESOURCE[more.kind]
        and more.id in {"", limit.id}
        and 100 * usage.of(limit) >= NEAR * there_is
        for limit, there_is in capacity(problem)
    )

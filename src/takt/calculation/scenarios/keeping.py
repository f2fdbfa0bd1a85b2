"""A plan already known may answer the changed question as well, and better than the solver did in its time.

Relaxing a limit never makes a lawful plan unlawful, so with this a looser future is never shown as a worse one.
"""

from dataclasses import replace

from takt.calculation.planner.check import check
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import Starts, goal_shortfall, months_late, value_twelfths


def better_of(problem: Problem, found: Plan, known: Starts) -> Plan:
    """``found``, or the known starts when they are lawful here, equally in time and worth more."""
    if not _could_be(problem, known) or value_twelfths(problem, known) <= found.value_twelfths:
        return found
    tiers = months_late(problem, known), goal_shortfall(problem, known)
    if tiers != (found.months_late, found.goal_shortfall):
        return found
    worth = value_twelfths(problem, known)
    bound = max(found.value_bound_twelfths, worth)
    plan = replace(
        found,
        status=found.status if 200 * (bound - worth) <= abs(bound) else Status.FEASIBLE,
        placements=tuple(Placement(one.id, known[one.id]) for one in problem.initiatives if one.id in known),
        value_twelfths=worth,
        value_bound_twelfths=bound,
    )
    return plan if check(problem, plan).lawful else found


def _could_be(problem: Problem, known: Starts) -> bool:
    """It names only what is asked about, and has the fixed ones where they stand."""
    return known.keys() <= problem.initiative.keys() and all(
        known.get(one.id) == one.fixed_start for one in problem.initiatives if one.fixed_start is not None
    )

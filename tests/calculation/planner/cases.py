"""Problems and plans to write by hand: all is absent, zero or free unless it is said."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from takt.calculation.planner.archive import with_sha256
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Initiative, Month, Obligation, Problem, Unit
from takt.calculation.planner.usage import goal_shortfall, months_late, value_twelfths

_BLANK = Initiative(
    id="",
    title="",
    obligation=Obligation.COULD,
    prepare=0,
    roll_out=1,
    settle=0,
    earliest_start=0,
    latest_go_live=None,
    fixed_start=None,
    announced_start=None,
    points_per_year=0,
    points_at_go_live=0,
)
MUST = Obligation.MUST


def initiative(id_: str, **said: Any) -> Initiative:
    """One month of roll-out, unless said otherwise."""
    return replace(_BLANK, id=id_, **said)


def unit(id_: str, *, parent: str | None = None, ceiling: int | None = None, most: int | None = None) -> Unit:
    """In a problem of six months."""
    return Unit(id_, id_.capitalize(), parent, 10, (ceiling,) * 6, most)


def problem(*initiatives: Initiative, **said: Any) -> Problem:
    """Six months from January 2027, unless said otherwise."""
    blank = Problem(title="", first_month=Month(2027, 1), months=6, initiatives=initiatives)
    return with_sha256(replace(blank, **said))


def honest_plan(problem: Problem, starts: Mapping[str, int]) -> Plan:
    """The plan that claims just what these starts give, with a bound that it meets."""
    value = value_twelfths(problem, starts)
    return Plan(
        problem_sha256=problem.sha256,
        status=Status.OPTIMAL,
        placements=tuple(Placement(id_, start) for id_, start in starts.items()),
        months_late=months_late(problem, starts),
        goal_shortfall=goal_shortfall(problem, starts),
        value_twelfths=value,
        value_bound_twelfths=value,
    )

"""What a plan breaks when the limits are no longer those that it was made under, and who uses them.

Pure, and fast enough to be asked before a change is saved: the plan stays as it is, only the limits are others.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from takt.calculation.planner import objections
from takt.calculation.planner.breach import Breach
from takt.calculation.planner.overuse import too_much
from takt.calculation.planner.problem import Initiative, Problem
from takt.calculation.planner.usage import (
    Excess,
    Limit,
    Starts,
    allowed,
    fixed_starts,
    touched_units,
    usage_of,
)


@dataclass(frozen=True, slots=True)
class User:
    """An initiative that uses a broken limit."""

    id: str
    amount: int
    """In the unit of the limit: DKK, days, hours or go-lives; 0 of a freeze."""
    is_fixed: bool
    """It has started, so no plan can move it."""


@dataclass(frozen=True, slots=True)
class Broken:
    breach: Breach
    used_by: tuple[User, ...]
    """Those that can be moved first, and of them the largest first."""


def broken_by(problem: Problem, starts: Starts, *, before: Problem) -> tuple[Broken, ...]:
    """The limits of ``problem`` that these starts break, worst first within each kind, and the freezes.

    What was broken by as much under the limits ``before`` is nothing new and not told.
    """
    known = {excess.limit: excess.used - excess.there_is for excess in _exceeded(before, starts)}
    excesses = [one for one in _exceeded(problem, starts) if one.over > known.get(one.limit, 0)]
    return (*_too_much(problem, starts, excesses), *_frozen(problem, starts, before))


def _exceeded(problem: Problem, starts: Starts) -> tuple[Excess, ...]:
    limits = allowed(problem)
    beyond_fixed = {one.limit: one for one in limits.exceeded(usage_of(problem, starts))}
    alone = {one.limit: one for one in limits.broken_by_fixed}
    return tuple({**alone, **beyond_fixed}.values())


def _too_much(problem: Problem, starts: Starts, excesses: list[Excess]) -> Iterator[Broken]:
    if not excesses:
        return
    users: dict[Limit, list[User]] = {excess.limit: [] for excess in excesses}
    fixed = fixed_starts(problem)
    for id_, start in starts.items():
        own = usage_of(problem, {id_: start})
        for limit, found in users.items():
            if (amount := own.of(limit)) > 0:
                found.append(User(id_, amount, id_ in fixed))
    for excess in sorted(excesses, key=lambda one: (one.limit.resource, -one.over)):
        used_by = sorted(users[excess.limit], key=lambda user: (user.is_fixed, -user.amount, user.id))
        breach = too_much(problem, excess, [user.id for user in used_by], raised=False)
        yield Broken(breach, tuple(used_by))


def _frozen(problem: Problem, starts: Starts, before: Problem) -> Iterator[Broken]:
    fixed = fixed_starts(problem)
    for id_, start in starts.items():
        one = problem.initiative[id_]
        if _is_frozen(problem, one, start) and not _is_frozen(before, one, start):
            breach = objections.frozen(problem, one, start + one.lead_time)
            yield Broken(breach, (User(id_, 0, id_ in fixed),))


def _is_frozen(problem: Problem, one: Initiative, start: int) -> bool:
    go_live = start + one.lead_time
    if not 0 <= go_live < problem.months:
        return False
    there = [freeze for freeze in problem.freezes if freeze.first <= go_live <= freeze.latest]
    touched = touched_units(problem, one) if there else frozenset()
    return any(freeze.units is None or freeze.units & touched for freeze in there)

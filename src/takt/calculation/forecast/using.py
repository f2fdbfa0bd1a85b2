"""What is used of each limit in every draw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from takt.calculation.forecast.drawing import Floats
from takt.calculation.forecast.stretching import laid_out, stretched
from takt.calculation.forecast.timing import Months, Timing
from takt.calculation.planner.problem import Initiative, Problem
from takt.calculation.planner.usage import Resource

Shared = tuple[Resource, str]
"""A frame, a role or a unit at all times."""


@dataclass(frozen=True)
class Demand:
    """Of one initiative, as planned: a row for each of ``names``."""

    initiative: Initiative
    names: tuple[Shared, ...]
    amounts: Floats
    """(names, months after the start)."""
    in_use: Floats
    """(names,): each month from go-live on."""

    def laid_out(self, start: int, lead: int, months: int) -> Floats:
        """(names, months of the horizon)."""
        rows = laid_out(stretched(self.amounts, self.initiative.lead_time, lead), start, months)
        rows[:, max(0, start + lead) :] += self.in_use[:, None]
        return rows


def demand_of(problem: Problem, one: Initiative) -> Demand:
    lists: dict[Shared, list[Sequence[int]]] = {}
    in_use: dict[Shared, int] = {}
    for spending in one.money:
        name = Resource.MONEY, spending.frame
        lists.setdefault(name, []).append(spending.dkk)
        in_use[name] = in_use.get(name, 0) + spending.dkk_per_month_in_use
    for role, days in one.staff.items():
        lists.setdefault((Resource.STAFF, role), []).append(days)
    for change in one.change:
        for unit in problem.lineage(change.unit):
            lists.setdefault((Resource.LOAD, unit), []).append(change.hours)
    amounts = np.zeros((len(lists), max((len(each) for few in lists.values() for each in few), default=0)))
    for row, few in zip(amounts, lists.values(), strict=True):
        for each in few:
            row[: len(each)] += each
    return Demand(one, tuple(lists), amounts, np.array([in_use.get(name, 0) for name in lists], dtype=float))


@dataclass(frozen=True)
class Drawn:
    """One initiative in all draws."""

    demand: Demand
    timing: Timing
    ratio: Mapping[Resource, Floats]
    months: int

    @cached_property
    def ways(self) -> tuple[Floats, Months]:
        """(ways, names, months) for each start and lead time there is, and which of them each draw has."""
        ways, which = self.timing.ways
        laid = [self.demand.laid_out(start, lead, self.months) for start, lead in ways]
        return np.array(laid), which

    def of(self, name: Shared) -> tuple[Floats, Floats]:
        """(ways, months) of one limit, and (ways, draws) how much of it counts in each draw."""
        laid, which = self.ways
        weight = np.zeros((len(laid), len(which)))
        weight[which, np.arange(len(which))] = self.ratio[name[0]]
        return laid[:, self.demand.names.index(name)], weight


def used(problem: Problem, drawn: Sequence[Drawn], draws: int) -> Iterator[tuple[Shared, Floats]]:
    """(months, draws) of each role and unit, (years, draws) of each frame."""
    users: dict[Shared, list[Drawn]] = {}
    for one in drawn:
        for name in one.demand.names:
            users.setdefault(name, []).append(one)
    names = [(Resource.MONEY, frame.id) for frame in problem.frames]
    names += [(Resource.STAFF, role.id) for role in problem.roles]
    names += [(Resource.LOAD, unit.id) for unit in problem.units if set(unit.ceiling_hours) != {None}]
    years = np.array([problem.year(month) - problem.year(0) for month in range(problem.months)])
    into_years = (years == np.arange(years[-1] + 1)[:, None]).astype(float)
    for name in names:
        if name not in users:
            total = np.zeros((problem.months, draws))
            yield name, into_years @ total if name[0] is Resource.MONEY else total
            continue
        laid, weight = zip(*(one.of(name) for one in users[name]), strict=True)
        by_month = np.concatenate(laid).T
        shape = into_years @ by_month if name[0] is Resource.MONEY else by_month
        yield name, shape @ np.concatenate(weight)

"""What is used of each limit in every draw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from takt.calculation.forecast.drawing import Floats
from takt.calculation.forecast.stretching import laid_out, stretched
from takt.calculation.forecast.timing import Months, Timing
from takt.calculation.planner.problem import Initiative, Problem, Unit
from takt.calculation.planner.usage import Resource

Shared = tuple[Resource, str]
"""A frame, a role or a unit at all times."""


@dataclass(frozen=True)
class Demand:
    """Of one initiative, as planned: a row for each of ``names``, units without those above them."""

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


def demand_of(one: Initiative) -> Demand:
    lists: dict[Shared, list[Sequence[int]]] = {}
    in_use: dict[Shared, int] = {}
    for spending in one.money:
        name = Resource.MONEY, spending.frame
        lists.setdefault(name, []).append(spending.dkk)
        in_use[name] = in_use.get(name, 0) + spending.dkk_per_month_in_use
    for role, days in one.staff.items():
        lists.setdefault((Resource.STAFF, role), []).append(days)
    for change in one.change:
        lists.setdefault((Resource.LOAD, change.unit), []).append(change.hours)
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
    """(years, draws) of each frame, (months, draws) of each role and unit."""
    users: dict[Shared, list[Drawn]] = {}
    for one in drawn:
        for name in one.demand.names:
            users.setdefault(name, []).append(one)
    by_month = np.eye(problem.months)
    for frame in problem.frames:
        name = Resource.MONEY, frame.id
        yield name, _total(name, users.get(name, ()), _into_years(problem), draws)
    for role in problem.roles:
        name = Resource.STAFF, role.id
        yield name, _total(name, users.get(name, ()), by_month, draws)
    below: dict[str | None, Floats] = {}
    for unit in reversed(_parents_first(problem)):
        name = Resource.LOAD, unit.id
        load = _total(name, users.get(name, ()), by_month, draws)
        if unit.id in below:
            load += below.pop(unit.id)
        yield name, load
        if unit.parent is not None:
            below[unit.parent] = below[unit.parent] + load if unit.parent in below else load


def _total(name: Shared, users: Sequence[Drawn], into: Floats, draws: int) -> Floats:
    """(periods, draws); ``into`` (periods, months) adds months up."""
    if not users:
        return np.zeros((len(into), draws))
    laid, weight = zip(*(one.of(name) for one in users), strict=True)
    total: Floats = (into @ np.concatenate(laid).T) @ np.concatenate(weight)
    return total


def _into_years(problem: Problem) -> Floats:
    years = np.array([problem.year(month) - problem.year(0) for month in range(problem.months)])
    into_years: Floats = (years == np.arange(years[-1] + 1)[:, None]).astype(np.float64)
    return into_years


def _parents_first(problem: Problem) -> list[Unit]:
    return sorted(problem.units, key=lambda unit: len(list(problem.lineage(unit.id))))

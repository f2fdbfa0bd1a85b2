"""The rules that can stand between a duty and its deadline, each with the constraints it asks for.

Variables are starts: one for each start of each initiative that matters (``Starts.of``).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from takt.calculation.planner.cpsat.conflict import Constraint
from takt.calculation.planner.explain.ground import Ground
from takt.calculation.planner.explain.layout import Numbers
from takt.calculation.planner.explain.room import NO_LIMIT
from takt.calculation.planner.problem import Initiative, Obligation, Requirement
from takt.calculation.planner.usage import Quarter, Resource


class RuleKind(StrEnum):
    STAFF = Resource.STAFF.value
    LOAD = Resource.LOAD.value
    GO_LIVES = Resource.GO_LIVES.value
    MONEY = Resource.MONEY.value
    FREEZE = "freeze"
    EARLIEST_START = "earliest_start"
    REQUIRES = "requires"
    EXCLUDES = "excludes"
    CHOOSE_ONE = "choose_one"
    DUTY = "duty"
    """Another duty must be met on time as well."""
    ON_TIME = "on_time"
    """The duty in question must be met on time."""
    TOO_SHORT = "too_short"
    """Even a start in the first month goes live too late."""


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    kind: RuleKind
    ids: tuple[str, ...]
    """Of the role, unit or frame; of the initiatives; of a freeze none."""
    months: tuple[int, int] | None = None
    """Of a freeze: first and latest."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One constraint, and for a limit the time it is about."""

    rule: Rule | None
    when: int | Quarter | None
    variables: tuple[int, ...]
    coefficients: tuple[int, ...]
    most: int

    def tagged(self, rule: int) -> Constraint:
        return Constraint(rule, self.variables, self.coefficients, self.most)


class Starts:
    """A variable for each start, from month 0 on, of the initiatives that matter to one of them."""

    def __init__(self, ground: Ground, one: Initiative, duties: frozenset[str]) -> None:
        """``duties`` are to be met on time as well."""
        self.ground, self.one, self.duties = ground, one, duties
        self.ids = sorted(_who_matters(ground, {one.id, *duties}))
        self.first = dict[str, int]()
        self.count = 0
        for id_ in self.ids:
            self.first[id_] = self.count
            self.count += ground.demand(id_).starts

    def of(self, id_: str, starts: Iterable[int]) -> tuple[int, ...]:
        return tuple(self.first[id_] + start for start in starts)

    def all_of(self, id_: str) -> tuple[int, ...]:
        return self.of(id_, range(self.ground.demand(id_).starts))

    def on_time(self, id_: str) -> tuple[int, ...]:
        one = self.ground.problem.initiative[id_]
        latest = self.ground.problem.months if one.latest_go_live is None else one.latest_go_live
        last = min(latest - one.lead_time, self.ground.demand(id_).starts - 1)
        return self.of(id_, range(last + 1))


def _who_matters(ground: Ground, wanted: set[str]) -> set[str]:
    """The wanted, who must be chosen from, and all that these require; but no fixed ones."""
    problem = ground.problem
    waiting = wanted | {id_ for choice in problem.choose_one for id_ in choice}
    found = set[str]()
    while waiting:
        id_ = waiting.pop()
        if id_ not in found and id_ not in ground.fixed:
            found.add(id_)
            waiting |= {requirement.id for requirement in problem.initiative[id_].requires}
    return found


def asked(starts: Starts) -> Iterator[Asked]:
    """Everything that a lawful plan with this duty on time must keep."""
    for id_ in starts.ids:
        yield _at_most(None, starts.all_of(id_), 1)
    yield _at_least_one(Rule(RuleKind.ON_TIME, (starts.one.id,)), starts.on_time(starts.one.id))
    for id_ in sorted(starts.duties):
        yield _at_least_one(Rule(RuleKind.DUTY, (id_,)), starts.on_time(id_))
    yield from _about_each(starts)
    yield from _about_several(starts)
    yield from _monthly(starts)
    yield from _go_lives(starts)
    yield from _money(starts)


def _at_most(rule: Rule | None, variables: tuple[int, ...], most: int) -> Asked:
    return Asked(rule, None, variables, (1,) * len(variables), most)


def _at_least_one(rule: Rule | None, variables: tuple[int, ...]) -> Asked:
    return Asked(rule, None, variables, (-1,) * len(variables), -1)


def _about_each(starts: Starts) -> Iterator[Asked]:
    ground, problem = starts.ground, starts.ground.problem
    for id_ in starts.ids:
        one = problem.initiative[id_]
        count = ground.demand(id_).starts
        if one.earliest_start > 0:
            early = starts.of(id_, range(min(one.earliest_start, count)))
            yield _at_most(Rule(RuleKind.EARLIEST_START, (id_,)), early, 0)
        if one.obligation is not Obligation.MUST and one.latest_go_live is not None:
            late = set(starts.all_of(id_)) - set(starts.on_time(id_))
            yield _at_most(None, tuple(sorted(late)), 0)
        for freeze in problem.freezes:
            units = {problem.units[unit].id for unit in ground.demand(id_).units.tolist()}
            if freeze.units is None or freeze.units & units:
                go_lives = range(max(freeze.first, one.lead_time), min(freeze.latest, problem.months - 1) + 1)
                variables = starts.of(id_, (month - one.lead_time for month in go_lives))
                rule = Rule(RuleKind.FREEZE, (), (freeze.first, freeze.latest))
                yield _at_most(rule, variables, 0)


def _about_several(starts: Starts) -> Iterator[Asked]:
    ground = starts.ground
    for id_ in starts.ids:
        for requirement in ground.problem.initiative[id_].requires:
            yield from _precedence(starts, id_, requirement)
        for other in ground.excluders[id_]:
            rule = Rule(RuleKind.EXCLUDES, tuple(sorted((id_, other))))
            if other in ground.fixed:
                yield _at_most(rule, starts.all_of(id_), 0)
            elif other in starts.first and id_ < other:
                yield _at_most(rule, starts.all_of(id_) + starts.all_of(other), 1)
    for choice in ground.problem.choose_one:
        free = tuple(variable for id_ in choice if id_ in starts.first for variable in starts.all_of(id_))
        rule = Rule(RuleKind.CHOOSE_ONE, choice)
        has_fixed = any(id_ in ground.fixed for id_ in choice)
        yield _at_most(rule, free, 0 if has_fixed else 1)
        if not has_fixed:
            yield _at_least_one(rule, free)


def _precedence(starts: Starts, id_: str, requirement: Requirement) -> Iterator[Asked]:
    """Whatever the month: not begun unless what it requires was begun long enough ago."""
    ground = starts.ground
    rule = Rule(RuleKind.REQUIRES, (id_, requirement.id))
    gap = ground.problem.initiative[requirement.id].lead_time + requirement.lag_months
    for start in range(ground.demand(id_).starts):
        begun = starts.of(id_, range(start + 1))
        if requirement.id in ground.fixed:
            if start < ground.fixed[requirement.id] + gap:
                yield _at_most(rule, starts.of(id_, [start]), 0)
            continue
        latest = min(start - gap, ground.demand(requirement.id).starts - 1)
        before = starts.of(requirement.id, range(latest + 1))
        yield Asked(rule, None, begun + before, (1,) * len(begun) + (-1,) * len(before), 0)


def _monthly(starts: Starts) -> Iterator[Asked]:
    ground = starts.ground
    room = ground.allowed.monthly - ground.least_used.monthly
    use = dict[tuple[int, int], list[tuple[int, int]]]()
    for id_ in starts.ids:
        demand = ground.demand(id_)
        cells = [(row, offset) for row, offset in np.argwhere(demand.profile > 0).tolist()]
        for row, offset in cells:
            place, amount = int(demand.rows[row]), int(demand.profile[row, offset])
            for start in range(min(demand.starts, ground.problem.months - offset)):
                use.setdefault((place, start + offset), []).append((starts.first[id_] + start, amount))
    for (place, month), parts in use.items():
        resource, id_ = ground.layout.rows[place]
        yield from _limit(Rule(RuleKind(resource.value), (id_,)), month, parts, int(room[place, month]))


def _go_lives(starts: Starts) -> Iterator[Asked]:
    ground = starts.ground
    room = ground.allowed.go_lives - ground.least_used.go_lives
    use = dict[tuple[int, int], list[tuple[int, int]]]()
    for id_ in starts.ids:
        demand = ground.demand(id_)
        for unit in demand.units.tolist():
            for start in range(demand.starts):
                quarter = int(demand.quarter[start + demand.lead_time])
                use.setdefault((unit, quarter), []).append((starts.first[id_] + start, 1))
    for (unit, quarter), parts in use.items():
        rule = Rule(RuleKind.GO_LIVES, (ground.problem.units[unit].id,))
        yield from _limit(rule, ground.layout.quarters[quarter], parts, int(room[unit, quarter]))


def _money(starts: Starts) -> Iterator[Asked]:
    ground = starts.ground
    room: Numbers = ground.allowed.money - ground.least_used.money
    for frame in range(len(ground.problem.frames)):
        for year in range(len(ground.layout.years)):
            parts = list[tuple[int, int]]()
            for id_ in starts.ids:
                demand = ground.demand(id_)
                index = np.flatnonzero(demand.frames == frame)
                if index.size:
                    spent = demand.money_at_every_start[:, int(index[0]), year]
                    parts += [
                        (starts.first[id_] + start, int(spent[start])) for start in range(demand.starts)
                    ]
            rule = Rule(RuleKind.MONEY, (ground.problem.frames[frame].id,))
            positive = [(variable, dkk) for variable, dkk in parts if dkk > 0]
            yield from _limit(rule, ground.layout.years[year], positive, int(room[frame, year]))


def _limit(rule: Rule, when: int | Quarter, parts: list[tuple[int, int]], room: int) -> Iterator[Asked]:
    """Nothing when it could never bind."""
    if room < NO_LIMIT // 2 and sum(amount for _, amount in parts) > room:
        variables, amounts = zip(*parts, strict=True)
        yield Asked(rule, when, tuple(variables), tuple(amounts), room)

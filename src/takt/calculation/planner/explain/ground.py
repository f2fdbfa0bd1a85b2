"""What is so whatever the plan: limits, demands, freezes, and who excludes whom."""

from collections.abc import Mapping
from functools import cached_property

from takt.calculation.planner.explain.demand import Demand, demand_of
from takt.calculation.planner.explain.layout import Layout
from takt.calculation.planner.explain.room import Tally, limits, nothing
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.planner.usage import fixed_starts


class Ground:
    """A problem, with what every explanation needs of it computed once."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.layout = Layout(problem)
        self._demands: dict[str, Demand] = {}
        self._frozen: dict[str, frozenset[int]] = {}
        self.first_start: dict[str, int | None] = {}
        """Found by ``impossible.earliest_start``."""

    def demand(self, id_: str) -> Demand:
        if id_ not in self._demands:
            self._demands[id_] = demand_of(self.problem.initiative[id_], self.layout)
        return self._demands[id_]

    def used_by(self, starts: Mapping[str, int]) -> Tally:
        tally = nothing(self.layout)
        for id_, start in starts.items():
            tally.add(self.demand(id_), start)
        return tally

    @cached_property
    def fixed(self) -> Mapping[str, int]:
        """Start by id."""
        return fixed_starts(self.problem)

    @cached_property
    def decided(self) -> Tally:
        return limits(self.layout)

    @cached_property
    def allowed(self) -> Tally:
        """The limits, or what fixed ones alone use where that is more."""
        return self.decided.at_least(self.used_by(self.fixed))

    @cached_property
    def least_used(self) -> Tally:
        """No lawful plan uses less: the fixed ones, and every krone that others can save on a frame."""
        tally = self.used_by(self.fixed)
        for one in self.problem.initiatives:
            demand = self.demand(one.id)
            if one.fixed_start is None and demand.can_save and demand.starts:
                savings = demand.money_at_every_start.min(axis=0)
                tally.money[demand.frames] += savings.clip(max=0)
        return tally

    @cached_property
    def excluders(self) -> Mapping[str, frozenset[str]]:
        """Whom each may not be chosen with, whichever of the two said so."""
        pairs: dict[str, set[str]] = {one.id: set(one.excludes) for one in self.problem.initiatives}
        for one in self.problem.initiatives:
            for other in one.excludes:
                pairs[other].add(one.id)
        return {id_: frozenset(others) for id_, others in pairs.items()}

    @cached_property
    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """Who requires each; fixed ones are exempt from what they require and do not count."""
        found: dict[str, list[str]] = {one.id: [] for one in self.problem.initiatives}
        for one in self.problem.initiatives:
            if one.fixed_start is None:
                for requirement in one.requires:
                    found[requirement.id].append(one.id)
        return {id_: tuple(others) for id_, others in found.items()}

    @cached_property
    def choices(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The choose-one lists that each stands in."""
        return {
            one.id: tuple(choice for choice in self.problem.choose_one if one.id in choice)
            for one in self.problem.initiatives
        }

    def frozen(self, one: Initiative) -> frozenset[int]:
        """Months in which it may not go live."""
        if one.id not in self._frozen:
            self._frozen[one.id] = self.frozen_in(self.demand(one.id))
        return self._frozen[one.id]

    def frozen_in(self, demand: Demand) -> frozenset[int]:
        """Months in which whatever asks this of the units may not go live."""
        units = {self.problem.units[unit].id for unit in demand.units.tolist()}
        return frozenset(
            month
            for freeze in self.problem.freezes
            if freeze.units is None or freeze.units & units
            for month in range(max(0, freeze.first), min(self.problem.months - 1, freeze.latest) + 1)
        )

    def starts(self, one: Initiative) -> range:
        """From its earliest start to the last that goes live inside the horizon."""
        return range(max(0, one.earliest_start), self.demand(one.id).starts)


def is_too_late(one: Initiative, go_live: int) -> bool:
    """Duties may be late, at a cost; others may not."""
    if one.latest_go_live is None or one.obligation is Obligation.MUST:
        return False
    return go_live > one.latest_go_live


def months_late(one: Initiative, go_live: int) -> int:
    """Of a duty; nought for others."""
    if one.latest_go_live is None or one.obligation is not Obligation.MUST:
        return 0
    return max(0, go_live - one.latest_go_live)

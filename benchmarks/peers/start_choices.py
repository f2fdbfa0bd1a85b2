"""The question as choices "this initiative starts in that month", with all use worked out beforehand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from peers.limits import NO_LIMIT, Limits, Numbers, Use
from takt.calculation.planner.problem import Initiative, Obligation, Problem


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    start: int
    go_live: int
    use: Use
    value_twelfths: int
    months_late: int


@dataclass(frozen=True, slots=True)
class Score:
    """The first three tiers of the objective."""

    months_late: int
    goal_shortfall: int
    value_twelfths: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """The greater the better, tier by tier."""
        return (-self.months_late, -self.goal_shortfall, self.value_twelfths)


@dataclass(frozen=True)
class StartChoices:
    """What is left to choose when the fixed ones stand where they stand."""

    problem: Problem

    @cached_property
    def limits(self) -> Limits:
        return Limits(self.problem)

    @cached_property
    def fixed(self) -> Mapping[str, int]:
        """Start by id."""
        return {one.id: one.fixed_start for one in self.problem.initiatives if one.fixed_start is not None}

    @cached_property
    def room(self) -> Numbers:
        """What each limit leaves to the free ones; what the fixed alone exceed may not get worse."""
        used = np.zeros_like(self.limits.room)
        for wish, start in self.fixed.items():
            use = self.limits.use(self.problem.initiative[wish], start)
            np.add.at(used, use.rows, use.amounts)
        return np.maximum(self.limits.room, used) - used

    @cached_property
    def choices(self) -> Mapping[str, tuple[Choice, ...]]:
        """By id of a free initiative, earliest first: each lawful by itself, though some may never fit."""
        free = [one for one in self.problem.initiatives if one.id not in self.fixed]
        every = {one.id: self._within_the_window(one) for one in free}
        room = self.room + self._most_that_can_be_given_back(every)
        possible = {wish: few for wish, few in every.items() if wish not in self._ruled_out}
        return {
            wish: tuple(c for c in possible.get(wish, ()) if np.all(c.use.amounts <= room[c.use.rows]))
            for wish in every
        }

    @cached_property
    def frozen(self) -> Mapping[str, frozenset[int]]:
        """The months in which each initiative may not go live."""
        return {one.id: frozenset(self._freezes(one)) for one in self.problem.initiatives}

    @cached_property
    def _ruled_out(self) -> set[str]:
        """Those that a fixed one excludes, or whose choose-one list has a fixed member."""
        out = {other for pair in self.exclusions for other in pair if pair & self.fixed.keys()}
        out |= {wish for few in self.problem.choose_one if set(few) & self.fixed.keys() for wish in few}
        return out - self.fixed.keys()

    @cached_property
    def exclusions(self) -> tuple[frozenset[str], ...]:
        pairs = {frozenset((one.id, other)) for one in self.problem.initiatives for other in one.excludes}
        return tuple(sorted(pairs, key=sorted))

    @cached_property
    def open_lists(self) -> tuple[tuple[str, ...], ...]:
        """The choose-one lists that no fixed initiative has settled."""
        return tuple(few for few in self.problem.choose_one if not set(few) & self.fixed.keys())

    def go_live(self, wish: str, start: int) -> int:
        return start + self.problem.initiative[wish].lead_time

    def score(self, start: Mapping[str, int]) -> Score:
        """Of a whole plan: starts by id, the fixed ones among them."""
        late = value = 0
        for one in self.problem.initiatives:
            if one.id in start:
                value += value_twelfths(self.problem, one, start[one.id])
                late += 0 if one.id in self.fixed else months_late(one, start[one.id])
            elif one.obligation is Obligation.MUST:
                late += self.problem.months
        return Score(late, self.goal_shortfall(start), value)

    def goal_shortfall(self, chosen: Iterable[str]) -> int:
        reached: dict[str, int] = {}
        for wish in chosen:
            for goal, points in self.problem.initiative[wish].goals.items():
                reached[goal] = reached.get(goal, 0) + points
        return sum(max(0, goal.minimum - reached.get(goal.id, 0)) for goal in self.problem.goals)

    def _within_the_window(self, one: Initiative) -> Sequence[Choice]:
        latest = self.problem.months - 1
        if one.obligation is not Obligation.MUST and one.latest_go_live is not None:
            latest = min(latest, one.latest_go_live)
        starts = range(max(0, one.earliest_start), latest - one.lead_time + 1)
        return [self._choice(one, s) for s in starts if s + one.lead_time not in self.frozen[one.id]]

    def _choice(self, one: Initiative, start: int) -> Choice:
        use = self.limits.use(one, start)
        limited = self.limits.room[use.rows] < NO_LIMIT
        return Choice(
            id=one.id,
            start=start,
            go_live=start + one.lead_time,
            use=Use(use.rows[limited], use.amounts[limited]),
            value_twelfths=value_twelfths(self.problem, one, start),
            months_late=months_late(one, start),
        )

    def _most_that_can_be_given_back(self, every: Mapping[str, Sequence[Choice]]) -> Numbers:
        """Savings make room: as much as if every initiative saved the most it can on each frame."""
        given = np.zeros_like(self.limits.room)
        for few in every.values():
            best = np.zeros_like(given)
            for choice in few:
                saving = choice.use.amounts < 0
                rows = choice.use.rows[saving]
                best[rows] = np.maximum(best[rows], -choice.use.amounts[saving])
            given += best
        return given

    def _freezes(self, one: Initiative) -> Iterable[int]:
        touched = self.limits.touched(one)
        for freeze in self.problem.freezes:
            if freeze.units is None or freeze.units & touched:
                yield from range(freeze.first, freeze.latest + 1)


def value_twelfths(problem: Problem, one: Initiative, start: int) -> int:
    """12 × what it is worth to start then."""
    live = start + one.lead_time
    value = one.points_per_year * max(0, problem.months - max(0, live))
    if 0 <= live < problem.months:
        value += 12 * one.points_at_go_live
    if one.announced_start is not None:
        value -= 12 * problem.move_penalty_points_per_month * abs(start - one.announced_start)
    return value


def months_late(one: Initiative, start: int) -> int:
    """How late a duty comes when it starts then; 0 for everything else."""
    if one.obligation is not Obligation.MUST or one.latest_go_live is None:
        return 0
    return max(0, start + one.lead_time - one.latest_go_live)

"""Schedules bred from each other, each pushed together from the end and from the beginning.

An order of the initiatives is made a schedule by placing one after the other as early as it fits; pushing to
and fro is the double justification of Valls, Ballestín and Quintanilla (2005); breeding good orders from
pairs of good schedules is their hybrid genetic algorithm (2008) with a plain two-point crossover. A generation
is reckoned at once.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Flags, Ints
from takt.calculation.planner.choices.schedule import last_in_time, slope
from takt.calculation.planner.search.greedy import requirements_first
from takt.calculation.planner.search.timetable import Timetable

_KEPT: Final = 100
"""Schedules from which others are bred."""
_BORN: Final = 200
"""Schedules in a generation."""
_SCATTER: Final = 0.3
"""Of the chain behind an initiative, by which the first orders differ."""
_CHANCE: Final = 0.02
"""That two neighbours in an order change places."""
_WORK_OF_STEP: Final = 2.5e-6
"""Seconds to place one initiative and push it to and fro."""


class Breeding:
    """``best`` is None until all are placed within the horizon; the same seed and work give the same."""

    def __init__(self, columns: Columns, *, seed: int, work: float) -> None:
        self.work = 0.0
        self.best: Ints | None = None
        self._columns, self._most = columns, work
        self._rng = np.random.default_rng(seed)
        self._timetable = Timetable(columns, _BORN)
        everyone = range(columns.initiatives)
        self._row = np.arange(_BORN) * (columns.initiatives + 1)
        self._topological = np.argsort(requirements_first(columns, everyone))
        self._latest = np.array([columns.start[columns.of(n).stop - 1] for n in everyone])
        deadlines = [last_in_time(columns, n) for n in everyone]
        never = self._timetable.months
        self._deadline = np.array([never if each is None else each for each in deadlines])
        self._slope = np.array([slope(columns, n) for n in everyone])
        self._follow(columns)
        self._kept = np.zeros((0, columns.initiatives), dtype=np.int64)
        self._stopped = False

    def run(self) -> None:
        """Until the work is done or ``cancel``."""
        self._stopped = False
        while self.work < self._most and not self._stopped:
            self.step()

    def cancel(self) -> None:
        self._stopped = True

    def step(self) -> None:
        """A generation more."""
        self.work += _WORK_OF_STEP * _BORN * self._columns.initiatives
        start = self._schedules(self._bred() if len(self._kept) else self._first_orders())
        start = np.unique(np.concatenate([self._kept, start]), axis=0)
        beyond, late, lost = self._rank(start)
        best_first = np.lexsort((lost, late, beyond))[:_KEPT]
        self._kept = start[best_first]
        if not beyond[best_first[0]]:
            self.best = self._choice(self._kept[0])

    def _first_orders(self) -> Ints:
        """Longest chain behind it first, more or less."""
        chance = self._rng.random((_BORN, self._columns.initiatives)) - 0.5
        chance[0] = 0.0
        key = self._chain * (1 + _SCATTER * chance)
        return np.array(
            [requirements_first(self._columns, each.tolist()) for each in np.argsort(-key, axis=1)]
        )

    def _bred(self) -> Ints:
        """The head and the tail as in one good schedule, the middle as in another."""
        mother, father = (self._positions(self._one_of_the_best()) for _ in range(2))
        count = mother.shape[1]
        first, end = np.sort(self._rng.integers(count + 1, size=(2, _BORN, 1)), axis=0)
        middle = _places(np.where(mother < first, mother, count + father))
        key = np.where(middle < end, middle, count + mother)
        return self._changed(np.argsort(key, axis=1))

    def _changed(self, order: Ints) -> Ints:
        """Neighbours change places now and then, unless one requires the other."""
        parity = int(self._rng.integers(2))
        one, other = order[:, parity:-1:2], order[:, parity + 1 :: 2]
        change = (self._rng.random(one.shape) < _CHANCE) & ~self._requires[other, one]
        one[change], other[change] = other[change], one[change]
        return order

    def _one_of_the_best(self) -> Ints:
        return self._kept[self._rng.integers(len(self._kept), size=(2, _BORN)).min(axis=0)]

    def _positions(self, start: Ints) -> Ints:
        return _places(start * start.shape[1] + self._topological)

    def _schedules(self, order: Ints) -> Ints:
        """One after the other as early as it fits, then pushed together."""
        table, start = self._timetable, np.zeros((_BORN, order.shape[1] + 1), dtype=np.int64)
        flat = start.ravel()
        table.clear()
        for one in order.T:
            flat[self._row + one] = at = table.earliest(one, self._ready(one, flat))
            table.put(one, at)
        self._push_later(start, flat)
        self._push_earlier(start, flat)
        return start[:, :-1]

    def _push_later(self, start: Ints, flat: Ints) -> None:
        """All that others wait for as late as these allow, the last first."""
        end = start[:, :-1] + self._lead
        for one in np.argsort(-end * end.shape[1] - self._topological, axis=1).T:
            now = flat[self._row + one]
            later = flat.take(self._row + self._waiting.take(one, axis=1))
            until = (later - self._waiting_gap.take(one, axis=1)).min(axis=0)
            self._timetable.take_away(one, now)
            flat[self._row + one] = at = self._timetable.latest(one, until, now)
            self._timetable.put(one, at)

    def _push_earlier(self, start: Ints, flat: Ints) -> None:
        for one in np.argsort(start[:, :-1] * (start.shape[1] - 1) + self._topological, axis=1).T:
            self._timetable.take_away(one, flat[self._row + one])
            flat[self._row + one] = at = self._timetable.earliest(one, self._ready(one, flat))
            self._timetable.put(one, at)

    def _ready(self, one: Ints, flat: Ints) -> Ints:
        """When all that it requires allows it to start."""
        before = flat.take(self._row + self._needed.take(one, axis=1))
        ready: Ints = (before + self._needed_gap.take(one, axis=1)).max(axis=0)
        return ready

    def _rank(self, start: Ints) -> tuple[Ints, Ints, Ints]:
        """Months beyond the horizon, months late, value lost: the smaller the better."""
        beyond = np.maximum(0, start - self._latest).sum(axis=1)
        late = np.maximum(0, start - self._deadline).sum(axis=1)
        return beyond, late, -(start @ self._slope)

    def _choice(self, start: Ints) -> Ints:
        columns = self._columns
        choice = np.full(columns.initiatives, NOT_CHOSEN, dtype=np.int64)
        for one, at in enumerate(start):
            own = columns.of(one)
            choice[one] = own.start + int(np.searchsorted(columns.start[own.start : own.stop], at))
        return choice

    def _follow(self, columns: Columns) -> None:
        """What each requires and what waits for it, in tables; whoever lacks any requires one that starts in
        month 0 and waits for itself.
        """
        everyone = range(columns.initiatives)
        needs: list[list[tuple[int, int]]] = [[] for _ in everyone]
        waiting: list[list[tuple[int, int]]] = [[] for _ in everyone]
        self._requires: Flags = np.zeros((columns.initiatives, columns.initiatives), dtype=np.bool_)
        for link in columns.links:
            needs[link.later].append((link.earlier, link.gap))
            waiting[link.earlier].append((link.later, link.gap))
            self._requires[link.later, link.earlier] = True
        self._needed, self._needed_gap = _tables(needs, [columns.initiatives] * columns.initiatives)
        self._waiting, self._waiting_gap = _tables(waiting, everyone)
        self._lead = np.array([min((gap for _, gap in few), default=0) for few in waiting])
        chain = np.zeros(columns.initiatives)
        for one in reversed(requirements_first(columns, everyone)):
            chain[one] = max((gap + chain[later] for later, gap in waiting[one]), default=0)
        self._chain = chain


def _tables(lists: Sequence[Sequence[tuple[int, int]]], lacking: Sequence[int]) -> tuple[Ints, Ints]:
    """(most, initiatives): who, and the gap; the first again where there are fewer."""
    full = [few or [(none, 0)] for few, none in zip(lists, lacking, strict=True)]
    most = max(len(few) for few in full)
    table = np.array([[few[k % len(few)] for few in full] for k in range(most)], dtype=np.int64)
    return table[:, :, 0], table[:, :, 1]


def _places(key: Ints) -> Ints:
    """(schedules, initiatives): 0 for the smallest key of the schedule, then 1 …"""
    return np.argsort(np.argsort(key, axis=1), axis=1)

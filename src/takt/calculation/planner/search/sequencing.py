"""Schedules bred from each other, each pushed together from the end and from the beginning.

An order of the initiatives is made a schedule by placing one after the other as early as it fits; pushing to
and fro is the double justification of Valls, Ballestín and Quintanilla (2005); breeding good orders from
pairs of good schedules is their hybrid genetic algorithm (2008) with a plain two-point crossover.
"""

from bisect import insort
from collections.abc import Sequence
from random import Random
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Ints
from takt.calculation.planner.choices.schedule import last_in_time, slope
from takt.calculation.planner.search.greedy import requirements_first
from takt.calculation.planner.search.timetable import timetable_of

_KEPT: Final = 60
"""Schedules from which others are bred."""
_SCATTER: Final = 0.3
"""Of the chain behind an initiative, by which the first orders differ."""
_CHANCE: Final = 0.01
"""That two neighbours in an order change places."""
_WORK_OF_STEP: Final = 2.5e-5
"""Seconds to place one initiative and push it to and fro."""

Starts = list[int]
Rank = tuple[int, int, int]
"""Months beyond the horizon, months late, value lost: the smaller the better."""


class Breeding:
    """``best`` is None until all are placed within the horizon; the same seed and work give the same."""

    def __init__(self, columns: Columns, *, seed: int, work: float) -> None:
        self.work = 0.0
        self.best: Ints | None = None
        self._columns, self._most = columns, work
        self._rng = Random(seed)  # noqa: S311 - nothing secret
        self._timetable = timetable_of(columns)
        everyone = range(columns.initiatives)
        deadlines = [(one, last_in_time(columns, one)) for one in everyone]
        self._deadlines = [(one, deadline) for one, deadline in deadlines if deadline is not None]
        self._slopes = [(one, gained) for one in everyone if (gained := slope(columns, one))]
        self._needs: list[list[tuple[int, int]]] = [[] for _ in everyone]
        self._waiting: list[list[tuple[int, int]]] = [[] for _ in everyone]
        for link in columns.links:
            self._needs[link.later].append((link.earlier, link.gap))
            self._waiting[link.earlier].append((link.later, link.gap))
        self._lead = [min((gap for _, gap in few), default=0) for few in self._waiting]
        self._chain = self._chains()
        self._kept: list[tuple[Rank, Starts]] = []
        self._stopped = False

    def run(self) -> None:
        """Until the work is done or ``cancel``."""
        self._stopped = False
        while self.work < self._most and not self._stopped:
            self.step()

    def cancel(self) -> None:
        self._stopped = True

    def step(self) -> None:
        """One schedule more."""
        self.work += _WORK_OF_STEP * len(self._needs)
        start = self._schedule(self._order())
        if start is None:
            return
        each = (self._rank(start), start)
        if each not in self._kept:
            insort(self._kept, each)
            del self._kept[_KEPT:]
            if self._kept[0] is each and not each[0][0]:
                self.best = self._choice(start)

    def _order(self) -> Sequence[int]:
        """Longest chain behind it first, more or less; then of two good schedules."""
        random, everyone = self._rng.random, range(len(self._needs))
        if len(self._kept) < _KEPT:
            scatter = _SCATTER if self._kept else 0.0
            key = [-chain * (1 + scatter * (random() - 0.5)) for chain in self._chain]
            return sorted(everyone, key=key.__getitem__)
        mother, father = (sorted(everyone, key=self._one_of_the_best().__getitem__) for _ in range(2))
        first, end = sorted(self._rng.randrange(len(mother)) for _ in range(2))
        head = mother[:first]
        middle = _without(father, head)[: end - first]
        order = head + middle + _without(mother, head + middle)
        for place in range(1, len(order)):
            if random() < _CHANCE:
                order[place], order[place - 1] = order[place - 1], order[place]
        return order

    def _one_of_the_best(self) -> Starts:
        return self._kept[min(self._rng.randrange(len(self._kept)) for _ in range(2))][1]

    def _schedule(self, order: Sequence[int]) -> Starts | None:
        """One after the other as early as it fits, then pushed together; None when one does not fit."""
        room, start = self._timetable.empty, [0] * len(order)
        for one in requirements_first(self._columns, order):
            at = self._timetable.earliest(room, one, self._ready(one, start))
            if at is None:
                return None
            start[one] = at
            room -= self._timetable.used(one, at)
        self._push_later_then_earlier(start, room)
        return start

    def _push_later_then_earlier(self, start: Starts, room: int) -> None:
        """All that others wait for as late as these allow, the last first; then all as early as can be."""
        table, lead = self._timetable, self._lead
        for one in sorted(range(len(start)), key=lambda one: -start[one] - lead[one]):
            until = min((start[later] - gap for later, gap in self._waiting[one]), default=0)
            if until > start[one]:
                room += table.used(one, start[one])
                start[one] = table.latest(room, one, until, start[one])
                room -= table.used(one, start[one])
        for one in sorted(range(len(start)), key=start.__getitem__):
            ready = self._ready(one, start)
            if ready < start[one]:
                room += table.used(one, start[one])
                found = table.earliest(room, one, ready)
                start[one] = start[one] if found is None else found
                room -= table.used(one, start[one])

    def _ready(self, one: int, start: Starts) -> int:
        """When all that it requires allows it to start."""
        return max([start[earlier] + gap for earlier, gap in self._needs[one]], default=0)

    def _rank(self, start: Starts) -> Rank:
        beyond = sum(max(0, at - need.latest) for at, need in zip(start, self._timetable.needs, strict=True))
        late = sum(max(0, start[one] - deadline) for one, deadline in self._deadlines)
        return beyond, late, -sum(gained * start[one] for one, gained in self._slopes)

    def _choice(self, start: Starts) -> Ints:
        columns = self._columns
        choice = np.full(columns.initiatives, NOT_CHOSEN, dtype=np.int64)
        for one, at in enumerate(start):
            own = columns.of(one)
            choice[one] = own.start + int(np.searchsorted(columns.start[own.start : own.stop], at))
        return choice

    def _chains(self) -> list[int]:
        """Months from the start of each to that of the last that waits for it, over however many."""
        chain = [0] * len(self._needs)
        for one in reversed(requirements_first(self._columns, range(len(chain)))):
            chain[one] = max((gap + chain[later] for later, gap in self._waiting[one]), default=0)
        return chain


def _without(order: Sequence[int], some: Sequence[int]) -> list[int]:
    there = frozenset(some)
    return [one for one in order if one not in there]

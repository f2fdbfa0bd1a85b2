"""Generations of schedules: a child takes its mother's place unless it is worse, until the work is done.

Had it any other's place, all would soon descend from a few, and be alike long before they were good.
"""

from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Ints
from takt.calculation.planner.search.breeding.mating import DRAWS, raise_children, raise_from_keys
from takt.calculation.planner.search.breeding.project import project_of

_KEPT: Final = 100
"""Schedules from which others are bred."""
_SUITORS: Final = 3
"""Drawn at random, of whom the best becomes the father."""
_SCATTER: Final = 0.3
"""Of the chain behind a job, by which the first orders differ."""
_JOBS_AT_A_TIME: Final = 12_000
"""Placed between two looks at whether to stop: some hundredths of a second."""
_WORK_OF_PIECE: Final = 1e-7
"""Seconds to place a job, or a month of it, and push it to and fro."""


class Breeding:
    """``best`` is None until all are placed within the horizon; the same seed and work give the same."""

    def __init__(self, columns: Columns, *, seed: int) -> None:
        self.work = 0.0
        self.best: Ints | None = None
        self._project, self._numbering = project_of(columns)
        self._rng = np.random.default_rng(seed)
        self._jobs = columns.initiatives
        self._at_a_time = int(np.clip(_JOBS_AT_A_TIME // self._jobs, 1, _KEPT // 2))
        self._work_of_one = _WORK_OF_PIECE * (self._jobs + len(self._project.piece))
        self._start = np.empty((0, self._jobs), dtype=np.int64)
        self._rank = np.empty((0, 3), dtype=np.int64)
        """Months beyond the horizon, months late, value lost: the smaller the better."""
        self._best_rank: tuple[int, ...] | None = None
        self._limit, self._stopped = 0.0, False

    def go_on(self, work: float) -> None:
        """Let the next ``run`` do so much more work."""
        self._limit, self._stopped = self.work + work, False

    def run(self) -> None:
        """Until the work is done or ``cancel``."""
        while self.work < self._limit and not self._stopped:
            self.step()

    def cancel(self) -> None:
        self._stopped = True

    def step(self) -> None:
        """One generation more."""
        count = self._at_a_time
        start, rank = np.zeros((count, self._jobs), dtype=np.int64), np.zeros((count, 3), dtype=np.int64)
        if len(self._start) < _KEPT:
            raise_from_keys(self._project, self._first_keys(count), start, rank)
            self._start, self._rank = np.r_[self._start, start], np.r_[self._rank, rank]
        else:
            mothers = self._rng.permutation(len(self._start))[:count]
            parents = np.stack([mothers, self._fathers(count)], axis=1)
            draws = self._rng.random((count, DRAWS + self._jobs))
            raise_children(self._project, self._start, parents, draws, start, rank)
            self._replace(mothers, start, rank)
        self.work += count * self._work_of_one
        self._note_best()

    def take_in(self, choice: Ints) -> None:
        """Breed from this schedule too, once it is pushed together."""
        start, rank = np.zeros((1, self._jobs), dtype=np.int64), np.zeros((1, 3), dtype=np.int64)
        raise_from_keys(self._project, self._numbering.start(choice)[np.newaxis], start, rank)
        self._replace(self._by_rank()[-1:], start, rank)
        self._note_best()

    def _first_keys(self, count: int) -> Ints:
        """Longest chain behind it first, exactly in the first of all and then more or less."""
        scatter = _SCATTER * (self._rng.random((count, self._jobs)) - 0.5)
        scatter[: 0 if len(self._start) else 1] = 0.0
        chain = self._project.job["chain"][: self._jobs] * (1 + scatter)
        return np.argsort(np.argsort(-chain, axis=1, kind="stable"), axis=1, kind="stable")

    def _fathers(self, count: int) -> Ints:
        drawn = self._rng.integers(len(self._start), size=(count, _SUITORS))
        fathers: Ints = self._by_rank()[drawn.min(axis=1)]
        return fathers

    def _by_rank(self) -> Ints:
        """Positions, the best first."""
        return np.lexsort((self._rank[:, 2], self._rank[:, 1], self._rank[:, 0]))

    def _replace(self, places: Ints, start: Ints, rank: Ints) -> None:
        """Unless these are worse than what is there."""
        both = np.r_[self._rank[places], rank]
        _, level = np.unique(both, axis=0, return_inverse=True)
        no_worse = level[len(places) :] <= level[: len(places)]
        self._start[places[no_worse]], self._rank[places[no_worse]] = start[no_worse], rank[no_worse]

    def _note_best(self) -> None:
        best = self._by_rank()[0]
        rank = tuple(self._rank[best].tolist())
        if not rank[0] and (self._best_rank is None or rank < self._best_rank):
            self._best_rank = rank
            self.best = self._numbering.choice(self._start[best])

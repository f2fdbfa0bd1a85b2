"""From hot to cold as the work is done: soon near the best of what a few dozen initiatives can be."""

from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Ints
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.search.annealing.moving import Trial, anneal
from takt.calculation.planner.search.annealing.rules import rules_of

_HOTTEST: Final = 0.15
"""Of what a column is worth on average; a loss of so much is then kept once in three times."""
_COLDEST: Final = 0.06
_WORK_OF_ENTRY: Final = 2.4e-7
"""Seconds a move takes for each entry of a column."""
_WORK_AT_A_TIME: Final = 0.02
"""Between two looks at whether to stop."""


class Annealing:
    """``best`` is no later, no shorter and worth no less than what was begun with.

    The same seed and work give the same; when there are only seconds, ``work`` is of these.
    """

    def __init__(self, columns: Columns, choice: Ints, patience: Patience, *, seed: int, work: float) -> None:
        self.work = 0.0
        self._limit = work
        self._began = patience.elapsed
        self._patience = patience
        self._stopped = False
        self._is_movable = columns.count > 0
        self._rng = np.random.default_rng(seed)
        self._rules = rules_of(columns, choice)
        self._worth = max(1.0, float(np.abs(columns.value).mean())) if self._is_movable else 1.0
        count = columns.initiatives
        self._trial = Trial(
            choice=choice.copy(),
            load=np.zeros(len(self._rules.room), dtype=np.int64),
            best=choice.copy(),
            tally=np.array([int(columns.value[choice[choice >= 0]].sum())] * 2 + [0, 0]),
            steps=np.zeros(2 * count + 2, dtype=np.int64),  # each once out and once in, at most
            out=np.zeros(
                2 * (count + len(columns.links)), dtype=np.int64
            ),  # noted again by whoever it waits for
        )
        for column in choice[choice >= 0]:
            own = slice(self._rules.entries_from[column], self._rules.entries_from[column + 1])
            np.add.at(self._trial.load, self._rules.row[own], self._rules.use[own])

    @property
    def best(self) -> Ints:
        return self._trial.best

    def run(self) -> None:
        """Until the work is done or ``cancel``."""
        work_of_one = _WORK_OF_ENTRY * (5 + self._rules.entries_each)
        moves = max(1, int(_WORK_AT_A_TIME / work_of_one))
        while self._is_movable and (share := self._share_done) < 1 and not self._stopped:
            heat = self._worth * _HOTTEST * (_COLDEST / _HOTTEST) ** share
            anneal(self._rules, self._trial, self._rng, moves, heat)
            self.work += moves * work_of_one

    def cancel(self) -> None:
        self._stopped = True

    @property
    def _share_done(self) -> float:
        """Of the seconds only when nothing else was given, for they never repeat."""
        done = self.work if self._patience.work is not None else self._patience.elapsed - self._began
        return done / self._limit

"""A question of medium size solved whole: only columns that a better plan may hold, and the proof that goes with it."""

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Ints
from takt.calculation.planner.choices.part import part_of
from takt.calculation.planner.choices.table import is_lawful
from takt.calculation.planner.highs.program import Program
from takt.calculation.planner.search.relaxing import Outlook

_NODES_FOR_WORK = 60
"""About how many nodes a unit of work pays for."""


class Whole:
    """``bound`` holds for all plans no later and no shorter than ``best``."""

    def __init__(self, columns: Columns, best: Ints, outlook: Outlook, *, work: float, seed: int) -> None:
        score = columns.score(best)
        allowed = outlook.promising(columns, score.value)
        allowed[best[best >= 0]] = True
        everyone = np.ones(columns.initiatives, dtype=bool)
        self._part = part_of(columns, best, everyone, allowed)
        self._program = Program(self._part.columns, late=score.late, short=score.short, seed=seed)
        self._start, self._columns = best, columns
        self._nodes = int(min(1e6, 1 + _NODES_FOR_WORK * work))
        self.bound = outlook.bound
        self.found: Ints | None = None

    @property
    def work(self) -> float:
        return self._program.work

    def run(self) -> None:
        choice, _ = self._program.choose(self._part.narrowed(self._start), nodes=self._nodes, within=0)
        self.bound = max(self._columns.score(self._start).value, self._program.chosen_bound)
        if choice is not None and is_lawful(self._columns, widened := self._part.widened(choice)):
            self.found = widened

    def cancel(self) -> None:
        self._program.cancel()

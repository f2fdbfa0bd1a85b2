"""A question of medium size solved whole, in two halves side by side: with one initiative, and without it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Ints
from takt.calculation.planner.choices.part import part_of
from takt.calculation.planner.choices.table import is_lawful
from takt.calculation.planner.highs.program import Program
from takt.calculation.planner.search.relaxing import Outlook

_ENTRIES_FOR_WORK = 2e6
"""About how many entries a unit of work pays for, counted again at every node."""


class Half:
    """Plans no later and no shorter than ``best`` that hold an initiative, or do not; ``bound`` is of these.

    Only what is worth over ``within`` more than ``best`` is looked for.
    """

    def __init__(
        self,
        columns: Columns,
        best: Ints,
        outlook: Outlook,
        initiative: int,
        *,
        holds_it: bool,
        within: int,
        work: float,
        seed: int,
    ) -> None:
        score = columns.score(best)
        self._value, self._within = score.value, within
        free = np.ones(columns.initiatives, dtype=bool)
        free[initiative] = holds_it
        around = np.where(free, best, NOT_CHOSEN)
        self._part = part_of(columns, around, free, outlook.promising(columns, score.value + within))
        smaller = self._part.columns
        if holds_it:
            smaller = replace(smaller, choices=(*smaller.choices, (initiative,)))
        self._program = Program(smaller, late=score.late, short=score.short, seed=seed)
        self._columns = columns
        self._nodes = int(min(1e6, 1 + _ENTRIES_FOR_WORK * max(0.0, work) / (1000 + len(smaller.row))))
        self.bound = max(outlook.bound, score.value)
        self.found: Ints | None = None

    @property
    def work(self) -> float:
        return self._program.work

    def run(self) -> None:
        choice, bound = self._program.exceed(self._value, within=self._within, nodes=self._nodes)
        self.bound = min(self.bound, bound)
        if choice is not None and is_lawful(self._columns, widened := self._part.widened(choice)):
            self.found = widened

    def cancel(self) -> None:
        self._program.cancel()


def halves(
    columns: Columns, best: Ints, outlook: Outlook, *, within: int, work: float, seed: int
) -> Sequence[Half]:
    """Divided by the initiative of which the relaxation is least sure whether it is in."""
    chosen = np.bincount(columns.owner, weights=outlook.share, minlength=columns.initiatives)
    initiative = int(np.argmin(np.abs(chosen - 0.5)))
    return [
        Half(columns, best, outlook, initiative, holds_it=holds_it, within=within, work=work, seed=seed)
        for holds_it in (True, False)
    ]

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
_DOUBTFUL = 6
"""How many are looked at before the question is divided by one."""


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

    def relaxed(self) -> int:
        """What none of these is worth more than, at first sight; nothing when there are none."""
        found = self._program.relax()
        return 0 if found is None else found.bound

    def run(self) -> None:
        choice, bound = self._program.exceed(self._value, within=self._within, nodes=self._nodes)
        self.bound = min(self.bound, bound)
        if choice is not None and is_lawful(self._columns, widened := self._part.widened(choice)):
            self.found = widened

    def cancel(self) -> None:
        self._program.cancel()


def halves(
    columns: Columns,
    best: Ints,
    outlook: Outlook,
    initiative: int,
    *,
    within: int,
    work: float,
    seed: int,
) -> Sequence[Half]:
    return [
        Half(columns, best, outlook, initiative, holds_it=holds_it, within=within, work=work, seed=seed)
        for holds_it in (True, False)
    ]


def divider(columns: Columns, best: Ints, outlook: Outlook, *, seed: int) -> tuple[int, float]:
    """The initiative whose two halves both have the lowest bounds, among those the relaxation is least sure of;
    and the work it took. Where only one half can be lawful, the other has it all to prove alone.
    """
    chosen = np.bincount(columns.owner, weights=outlook.share, minlength=columns.initiatives)
    bounds: dict[int, int] = {}
    work = 0.0
    for initiative in np.argsort(np.abs(chosen - 0.5), kind="stable")[:_DOUBTFUL].tolist():
        both = halves(columns, best, outlook, initiative, within=0, work=0.0, seed=seed)
        bounds[initiative] = max(half.relaxed() for half in both)
        work += sum(half.work for half in both)
    return min(bounds, key=bounds.__getitem__), work

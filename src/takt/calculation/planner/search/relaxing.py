"""The bound: relax, cut off what no lawful plan can mix, relax again."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Flags, Floats
from takt.calculation.planner.highs.cuts import Cuts
from takt.calculation.planner.highs.program import Program, unreached

_WORTH_ANOTHER: Final = 2e-4
"""Share of the bound that a round of cuts must take off to be followed by another."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the relaxation knows: how likely and how good each column is, and what no plan exceeds."""

    share: Floats
    gain: Floats
    bound: int

    def promising(self, columns: Columns, best: int) -> Flags:
        """Columns that a plan of more value than ``best`` may hold."""
        own_best = np.zeros(columns.initiatives)
        np.maximum.at(own_best, columns.owner, self.gain)
        kept: Flags = self.bound - own_best[columns.owner] + self.gain > best
        return kept


def unaided(columns: Columns) -> Outlook:
    """When nothing could be relaxed: everybody gets the best start."""
    return Outlook(np.zeros(columns.count), columns.value.astype(float), unreached(columns))


class Relaxing:
    """Lowers the bound of plans no later and no shorter, a round at a time."""

    def __init__(self, columns: Columns, late: int, short: int, *, seed: int) -> None:
        self.outlook = unaided(columns)
        self.is_done = False
        self._columns = columns
        self._program = Program(columns, late=late, short=short, seed=seed)
        self._share: Floats | None = None
        self._cuts: Cuts | None = None
        self._rounds = 0

    @property
    def work(self) -> float:
        """Of all rounds so far."""
        return self._program.work

    def cancel(self) -> None:
        self._program.cancel()

    def run(self) -> None:
        """Another round: cut off what no lawful plan mixes, and relax."""
        rows = [] if self._cuts is None or self._share is None else self._cuts.broken(self._share)
        if self._cuts is not None and not rows:
            self.is_done = True
            return
        self._program.add(rows)
        found = self._program.relax()
        if found is None:
            self.is_done = True
            return
        self._rounds += 1
        self._share = found.share
        before = self.outlook.bound
        if found.bound <= before:
            self.outlook = Outlook(found.share, found.gain, found.bound)
        self.is_done = self._rounds > 1 and before - found.bound < _WORTH_ANOTHER * abs(before)
        if self._cuts is None:
            self._cuts = Cuts(self._columns, found.gain)

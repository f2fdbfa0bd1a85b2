"""The last tier: move what is chosen so that fewer hours lie above 80 % of the ceilings."""

from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Ints
from takt.calculation.planner.choices.table import Table
from takt.calculation.planner.patience import Patience

_MOST_GIVEN_UP: Final = 200
"""1/200 = 0.5 % of the value."""
_SWEEPS: Final = 20
_WORK_EACH: Final = 2e-5


def least_value(value: int, bound: int) -> int:
    """What smoothness must leave: 0.5 % less than ``value``, and within 0.5 % of the bound if it was so."""
    least = value - abs(value) // _MOST_GIVEN_UP
    proven = bound - abs(bound) // _MOST_GIVEN_UP
    return max(least, proven) if value >= proven else least


def smoothed(columns: Columns, choice: Ints, least: int, patience: Patience) -> Ints:
    """No later, no shorter and worth at least ``least``; one initiative at a time, as long as it helps."""
    smoothing = _Smoothing(columns, choice, least)
    for _ in range(_SWEEPS):
        moved = False
        for initiative in np.flatnonzero(choice >= 0).tolist():
            if patience.is_cut_short():
                return smoothing.table.choice
            moved = smoothing.move(initiative) or moved
            patience.spent += _WORK_EACH
        if not moved:
            break
    return smoothing.table.choice


class _Smoothing:
    """A plan, its value to spare, and how much lies above in each row."""

    def __init__(self, columns: Columns, choice: Ints, least: int) -> None:
        self.table = Table(columns, choice)
        self._columns = columns
        self._spare = columns.score(choice).value - least
        self._ceiling = np.full(len(columns.room), -1, dtype=np.int64)
        self._ceiling[columns.overload.rows] = 4 * columns.overload.ceiling
        self._load = columns.used(choice)
        self._load[columns.overload.rows] += columns.overload.used

    def move(self, initiative: int) -> bool:
        """To the start that leaves least above 80 %, if that is less than now; of equals the most value."""
        columns, now = self._columns, int(self.table.choice[initiative])
        if self.table.is_needed_for_savings(now):
            return False
        self._take_off(now)
        fitting = self.table.fitting(initiative)
        lost = columns.value[now] - columns.value[fitting]
        fitting = fitting[(lost <= self._spare) & (columns.late[fitting] <= columns.late[now])]
        added = [self._added(int(column)) for column in fitting]
        best = min(zip(added, -columns.value[fitting], fitting.tolist(), strict=True), default=None)
        is_better = best is not None and (best[0], best[1]) < (self._added(now), -columns.value[now])
        column = int(best[2]) if best is not None and is_better else now
        self._spare -= int(columns.value[now] - columns.value[column])
        self._put_on(column)
        return column != now

    def _take_off(self, column: int) -> None:
        entries = self._columns.entries(column)
        self._load[self._columns.row[entries]] -= self._columns.use[entries]
        self.table.take(int(self._columns.owner[column]))

    def _put_on(self, column: int) -> None:
        entries = self._columns.entries(column)
        self._load[self._columns.row[entries]] += self._columns.use[entries]
        self.table.put(column)

    def _added(self, column: int) -> int:
        """Fifths of hours above 80 % that the column adds."""
        entries = self._columns.entries(column)
        row, use = self._columns.row[entries], self._columns.use[entries]
        counted = self._ceiling[row] >= 0
        row, use = row[counted], use[counted]
        without = np.maximum(0, 5 * self._load[row] - self._ceiling[row])
        return int((np.maximum(0, 5 * (self._load[row] + use) - self._ceiling[row]) - without).sum())

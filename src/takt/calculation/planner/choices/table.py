"""A plan in the making: what is chosen and what room that leaves. Nothing it holds ever breaks a limit."""

from dataclasses import dataclass, field

import numpy as np

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Ints, Link


class Table:
    """Initiatives are put on the table and taken off; ``fitting`` tells which columns could be put on."""

    def __init__(self, columns: Columns, choice: Ints | None = None) -> None:
        self.columns = columns
        self.choice = np.full(columns.initiatives, NOT_CHOSEN, dtype=np.int64)
        self.left = columns.room.copy()
        self._ties = _ties(columns)
        for column in [] if choice is None else choice[choice >= 0]:
            self.put(int(column))

    def put(self, column: int) -> None:
        self.choice[self.columns.owner[column]] = column
        entries = self.columns.entries(column)
        self.left[self.columns.row[entries]] -= self.columns.use[entries]

    def take(self, initiative: int) -> None:
        entries = self.columns.entries(int(self.choice[initiative]))
        self.left[self.columns.row[entries]] += self.columns.use[entries]
        self.choice[initiative] = NOT_CHOSEN

    def fitting(self, initiative: int) -> Ints:
        """Columns of an initiative that is off the table that break no limit and no rule."""
        columns = self.columns
        own = columns.of(initiative)
        low, high = self._ties[initiative].window(self)
        if high < low or not len(own):
            return _NONE
        entries = slice(int(columns.pointer[own.start]), int(columns.pointer[own.stop]))
        too_much = columns.use[entries] > self.left[columns.row[entries]]
        fits = np.ones(len(own), dtype=bool)
        fits[columns.column_of_entry[entries][too_much] - own.start] = False
        start = columns.start[own.start : own.stop]
        fits &= (start >= low) & (start <= high)
        return own.start + np.flatnonzero(fits)

    def is_needed_for_savings(self, column: int) -> bool:
        """What is on the table could not stay if this column were taken off."""
        entries = self.columns.entries(column)
        use, row = self.columns.use[entries], self.columns.row[entries]
        return bool((self.left[row] + use < 0).any())


@dataclass(frozen=True, slots=True)
class _Ties:
    """What else decides whether and when an initiative may be put on the table."""

    needs: list[Link] = field(default_factory=list)
    waiting: list[Link] = field(default_factory=list)
    rivals: list[int] = field(default_factory=list)
    """Not together with any of these."""

    def window(self, table: Table) -> tuple[int, int]:
        """Earliest and latest start; empty when the earliest is later than the latest."""
        choice, start = table.choice, table.columns.start
        if any(choice[rival] >= 0 for rival in self.rivals):
            return 1, 0
        low, high = 0, _EVER
        for link in self.needs:
            if choice[link.earlier] < 0:
                return 1, 0
            low = max(low, int(start[choice[link.earlier]]) + link.gap)
        for link in self.waiting:
            if choice[link.later] >= 0:
                high = min(high, int(start[choice[link.later]]) - link.gap)
        return low, high


def _ties(columns: Columns) -> list[_Ties]:
    ties = [_Ties() for _ in columns.ids]
    for link in columns.links:
        ties[link.later].needs.append(link)
        ties[link.earlier].waiting.append(link)
    for one, other in columns.pairs:
        ties[one].rivals.append(other)
        ties[other].rivals.append(one)
    for choice in columns.choices:
        for one in choice:
            ties[one].rivals.extend(other for other in choice if other != one)
    return ties


_NONE: Ints = np.empty(0, dtype=np.int64)
_EVER = 2**62


def is_lawful(columns: Columns, choice: Ints) -> bool:
    """No limit, requirement, exclusion or list to choose one from is broken. Exact."""
    if (columns.used(choice) > columns.room).any():
        return False
    for link in columns.links:
        later, earlier = choice[link.later], choice[link.earlier]
        if later >= 0 and (earlier < 0 or columns.start[later] < columns.start[earlier] + link.gap):
            return False
    if any(choice[one] >= 0 and choice[other] >= 0 for one, other in columns.pairs):
        return False
    return all(sum(choice[n] >= 0 for n in members) == 1 for members in columns.choices)

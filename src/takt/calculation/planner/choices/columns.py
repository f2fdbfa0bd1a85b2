"""The problem as the engines see it: a column for every start an initiative can have, all its use reckoned.

A plan takes at most one column of each initiative. Fixed initiatives are gone: what they use is taken from
the room of every row, what they earn is left to ``before``. The arithmetic is the solver's own.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

NOT_CHOSEN: Final = -1
BOUNDLESS: Final = 2**62
"""Room of a row that is no limit."""


@dataclass(frozen=True, slots=True)
class Link:
    """``later`` only if ``earlier`` is chosen, and starts at least ``gap`` months after its start."""

    later: int
    earlier: int
    gap: int


@dataclass(frozen=True, slots=True)
class Goals:
    """Points still needed of each goal when what is decided has given its own, and points by initiative."""

    needed: Ints
    """(goals,); not positive when reached."""
    points: Ints
    """(initiatives, goals)."""


@dataclass(frozen=True, slots=True)
class Overload:
    """What tier 4 counts: 5 × use above 4 × ceiling, over the rows that have a ceiling."""

    rows: Ints
    ceiling: Ints
    used: Ints
    """Decided already, in each of ``rows``."""


@dataclass(frozen=True, slots=True)
class Score:
    """The first three tiers of the columns chosen; ``value`` in twelfths. Larger ``rank`` is better."""

    late: int
    short: int
    value: int

    @property
    def rank(self) -> tuple[int, int, int]:
        return -self.late, -self.short, self.value


@dataclass(frozen=True)
class Columns:
    """Columns of an initiative lie together, by start; initiative ``i`` has ``first[i]`` … ``first[i+1]``."""

    ids: tuple[str, ...]
    first: Ints
    """(initiatives + 1,)."""
    start: Ints
    value: Ints
    """Twelfths."""
    late: Ints
    """Months late; 0 of what is no duty."""
    pointer: Ints
    """(columns + 1,): column ``c`` uses ``use[k]`` of ``row[k]`` for k in pointer[c] … pointer[c+1]."""
    row: Ints
    use: Ints
    room: Ints
    """(rows,): BOUNDLESS when there is no limit. Negative use makes room."""
    duty: Flags
    """(initiatives,)."""
    late_when_left_out: int
    """Months late of a duty that is not chosen."""
    months: int
    """Of the horizon."""
    monthly_rows: int
    """The rows before this one are limits by month: row = months · limit + month."""
    links: tuple[Link, ...]
    pairs: tuple[tuple[int, int], ...]
    """Not both."""
    choices: tuple[tuple[int, ...], ...]
    """Exactly one of each."""
    goals: Goals
    overload: Overload
    before: Score = field(default_factory=lambda: Score(0, 0, 0))
    """What is decided has given; its shortfall lies in ``goals``."""

    @property
    def initiatives(self) -> int:
        return len(self.ids)

    @property
    def count(self) -> int:
        return len(self.start)

    @cached_property
    def owner(self) -> Ints:
        """(columns,): the initiative."""
        return np.repeat(np.arange(self.initiatives), np.diff(self.first))

    @cached_property
    def column_of_entry(self) -> Ints:
        return np.repeat(np.arange(self.count), np.diff(self.pointer))

    def of(self, initiative: int) -> range:
        """Its columns."""
        return range(int(self.first[initiative]), int(self.first[initiative + 1]))

    def entries(self, column: int) -> slice:
        return slice(int(self.pointer[column]), int(self.pointer[column + 1]))

    @cached_property
    def by_row(self) -> tuple[Ints, Ints]:
        """Entries in order of row, and (rows + 1,) where each row begins among them."""
        order = np.argsort(self.row, kind="stable")
        return order, np.searchsorted(self.row[order], np.arange(len(self.room) + 1))

    @cached_property
    def most_used(self) -> Ints:
        """(rows,): what is used when each initiative takes the column that uses most of the row."""
        return self._extreme_use(np.maximum)

    @cached_property
    def least_used(self) -> Ints:
        """(rows,): not positive; what savings at most can free."""
        return self._extreme_use(np.minimum)

    @cached_property
    def binding(self) -> Ints:
        """The rows that some choice could break."""
        return np.flatnonzero((self.room < BOUNDLESS) & (self.most_used > self.room))

    def used(self, choice: Ints) -> Ints:
        """(rows,) by a choice: for each initiative its column or NOT_CHOSEN."""
        total = np.zeros(len(self.room), dtype=np.int64)
        for column in choice[choice >= 0]:
            entries = self.entries(column)
            total[self.row[entries]] += self.use[entries]
        return total

    def score(self, choice: Ints) -> Score:
        chosen = choice[choice >= 0]
        left_out = int((self.duty & (choice < 0)).sum())
        reached = self.goals.points[choice >= 0].sum(axis=0)
        return Score(
            late=self.before.late + self.late_when_left_out * left_out + int(self.late[chosen].sum()),
            short=int(np.maximum(0, self.goals.needed - reached).sum()),
            value=self.before.value + int(self.value[chosen].sum()),
        )

    def overload_fifths(self, used: Ints) -> int:
        """Tier 4 when this much is used of each row."""
        load = self.overload.used + used[self.overload.rows]
        return int(np.maximum(0, 5 * load - 4 * self.overload.ceiling).sum())

    def _extreme_use(self, extreme: np.ufunc) -> Ints:
        owner = self.owner[self.column_of_entry]
        total = np.zeros(len(self.room), dtype=np.int64)
        if not len(owner):
            return total
        order = np.lexsort((self.row, owner))
        owner, row, use = owner[order], self.row[order], self.use[order]
        begins = np.flatnonzero(np.r_[True, (owner[1:] != owner[:-1]) | (row[1:] != row[:-1])])
        np.add.at(total, row[begins], extreme(0, extreme.reduceat(use, begins)))
        return total

"""Where initiatives fit between others, asked for many schedules at once.

What is left of the limits in a month of a schedule stands in a few whole numbers of 64 bits: a field for each
limit, and above it a guard bit that is always 1. Subtracting what an initiative uses takes a guard away exactly
where there is too little. Every question is asked of one initiative in each schedule, in numpy: for hundreds of
schedules that is ten times as fast as one after the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Flags, Ints
from takt.calculation.planner.choices.schedule import stretches

_LONGER: Final = 1.5
"""As much longer than the horizon is the timetable, so that a poor schedule can be told from none."""
_NEAREST: Final = 24
_FARTHEST: Final = 96
"""Starts looked at together: few at first, then more."""
_BITS: Final = 62
"""Of a word that are used."""


@dataclass(frozen=True, slots=True)
class Word:
    """Some limits: what is left of them before anything is placed, and what each initiative takes."""

    empty: Ints
    """(months,)."""
    use: Ints
    """(months from the start, initiatives)."""
    guards: int


@dataclass(frozen=True, slots=True)
class Phase:
    """Months from the start, by initiative, in which it uses the same."""

    begin: Ints
    end: Ints
    use: Sequence[Ints]
    """Of each word."""


class Timetable:
    """Many schedules. Whoever does not fit is placed just beyond the last month, where nothing is counted."""

    def __init__(self, columns: Columns, schedules: int) -> None:
        self.months = int(columns.months * _LONGER)
        own = [list(stretches(columns, n)) for n in range(columns.initiatives)]
        span = max((at + length for few in own for _, at, length, _ in few), default=1)
        self._offsets = np.arange(span)[:, None]
        self._width = self.months + span + _FARTHEST
        self._words = _words(columns, own, self._width, span)
        self._phases = _phases(self._words, columns.initiatives)
        self._row = np.arange(schedules) * self._width
        self._schedules = schedules
        self._room: list[Ints] = []
        self._first = np.array([columns.start[columns.of(n).start] for n in range(columns.initiatives)])
        self._allowed = _allowed(columns, self._width)

    def clear(self) -> None:
        self._room = [np.tile(word.empty, self._schedules) for word in self._words]

    def put(self, one: Ints, start: Ints) -> None:
        """In each schedule its initiative at its start."""
        self._change(one, start, -1)

    def take_away(self, one: Ints, start: Ints) -> None:
        self._change(one, start, 1)

    def earliest(self, one: Ints, start: Ints) -> Ints:
        """The first start from this one on that fits."""
        at = np.minimum(np.maximum(start, self._first[one]), self.months)
        searching, ahead = np.arange(self._schedules), _NEAREST
        while len(searching):
            fits = self._fits(searching, one[searching], at[searching], ahead)
            found = fits.any(axis=0)
            at[searching] += np.where(found, fits.argmax(axis=0), ahead)
            searching = searching[~found & (at[searching] < self.months)]
            ahead = min(2 * ahead, _FARTHEST)
        return np.minimum(at, self.months)

    def latest(self, one: Ints, start: Ints, least: Ints) -> Ints:
        """The last start up to this one that fits; ``least`` is known to."""
        at = np.maximum(start, least)
        searching, back = np.flatnonzero(at > least), _NEAREST
        while len(searching):
            first = np.maximum(at[searching] - back + 1, least[searching])
            fits = self._fits(searching, one[searching], first, back)
            fits &= first + np.arange(back)[:, None] <= at[searching]
            found = fits.any(axis=0)
            last = back - 1 - fits[::-1].argmax(axis=0)
            at[searching] = np.maximum(first + np.where(found, last, -1), least[searching])
            searching = searching[~found & (at[searching] > least[searching])]
            back = min(2 * back, _FARTHEST)
        return at

    def _fits(self, schedule: Ints, one: Ints, first: Ints, ahead: int) -> Flags:
        """(ahead, schedules): whether it fits when it starts that long after ``first``."""
        start = np.arange(ahead)[:, None]
        month = np.arange(ahead + len(self._offsets) - 1, dtype=np.int32)[:, None]
        cell = self._row[schedule] + first + month
        rooms = [room.take(cell) for room in self._room]
        fits: Flags = self._allowed.take(one * self._width + first + start)
        for phase in self._phases:
            missing = np.zeros(cell.shape, dtype=np.bool_)
            for word, use, room in zip(self._words, phase.use, rooms, strict=True):
                missing |= (room - use[one]) & word.guards != word.guards
            last_missing = np.maximum.accumulate(np.where(missing, month, np.int32(-1)), axis=0)
            last = (start + phase.end[one] - 1) * len(one) + np.arange(len(one))
            fits &= last_missing.take(last) < start + phase.begin[one]
        return fits

    def _change(self, one: Ints, start: Ints, sign: int) -> None:
        cell = self._row + start + self._offsets
        for word, room in zip(self._words, self._room, strict=True):
            room[cell] += sign * word.use.take(one, axis=1)


def _phases(words: Sequence[Word], initiatives: int) -> list[Phase]:
    """The first months of each in which it uses the same, the next, and so on; the first again when none is left."""
    each: list[list[tuple[int, int]]] = []
    for one in range(initiatives):
        use = np.array([word.use[:, one] for word in words]).reshape(len(words), -1)
        change = [0, *(np.flatnonzero((np.diff(use) != 0).any(axis=0)) + 1).tolist(), use.shape[1]]
        pieces = [(begin, end) for begin, end in pairwise(change) if use[:, begin : begin + 1].any()]
        each.append(pieces or [(0, 1)])
    phases = []
    for k in range(max(len(pieces) for pieces in each)):
        begin, end = np.array([pieces[k % len(pieces)] for pieces in each], dtype=np.int64).T
        phases.append(Phase(begin, end, [word.use[begin, np.arange(initiatives)] for word in words]))
    return phases


def _allowed(columns: Columns, months: int) -> Flags:
    """(initiatives, months): starts between the first and the last that are not closed, and all later."""
    allowed = np.ones((columns.initiatives, months), dtype=np.bool_)
    for one in range(columns.initiatives):
        starts = columns.start[list(columns.of(one))]
        allowed[one, : int(starts[-1])] = False
        allowed[one, starts] = True
    return allowed


def _words(
    columns: Columns, own: Sequence[Sequence[tuple[int, int, int, int]]], months: int, span: int
) -> list[Word]:
    """Limits laid side by side until a word is full; of those that nobody can break, none."""
    words: list[Word] = []
    place = _BITS
    for limit in dict.fromkeys((columns.binding // columns.months).tolist()):
        room = columns.room[limit * columns.months : (limit + 1) * columns.months]
        room = room.clip(0, sum(use for few in own for of, _, _, use in few if of == limit))
        bits = int(room.max()).bit_length()
        if place + bits + 1 > _BITS:
            empty = np.zeros(months, dtype=np.int64)
            words.append(Word(empty, np.zeros((span, columns.initiatives), dtype=np.int64), 0))
            place = 0
        guard = 1 << place + bits
        words[-1].empty[:] += (np.r_[room, np.full(months - len(room), room.max())] << place) + guard
        for one, few in enumerate(own):
            for of, offset, length, use in few:
                if of == limit:
                    words[-1].use[offset : offset + length, one] += use << place
        words[-1] = Word(words[-1].empty, words[-1].use, words[-1].guards + guard)
        place += bits + 1
    return words

"""Where an initiative fits between others, asked of all limits and months at once.

What is left of every limit stands in one long whole number: a field for each limit in each month, and above
it a guard bit that is always 1. Subtracting what an initiative uses, moved to its start, takes a guard away
exactly where there is too little. Three operations on long numbers answer what would be a loop over limits
and months; in plain Python that is ten times as fast.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns
from takt.calculation.planner.choices.schedule import stretches

_LONGER: Final = 1.5
"""As much longer than the horizon is the timetable, so that a poor schedule can be told from none."""


@dataclass(frozen=True, slots=True)
class Need:
    """What an initiative takes, as if it started in month 0, and when it may start."""

    use: int
    guards: int
    span: int
    """Months from its start to the last in which it uses anything."""
    is_even: bool
    """It uses the same in each of these months: none of them can be jumped over."""
    first: int
    latest: int
    closed: frozenset[int]
    """Between first and latest, but not allowed."""


@dataclass(frozen=True)
class Timetable:
    """All that stays the same from one schedule to the next."""

    months: int
    width: int
    """Bits of a month."""
    empty: int
    """Room of a schedule with nothing in it."""
    needs: Sequence[Need] = field(repr=False)

    def earliest(self, room: int, one: int, start: int) -> int | None:
        """The first start from this one on that fits; None = not even beyond the horizon."""
        need, width = self.needs[one], self.width
        start = max(start, need.first)
        while start + need.span <= self.months:
            missing = ((room >> start * width) - need.use & need.guards) ^ need.guards
            if missing:
                start += (missing.bit_length() - 1) // width + 1 if need.is_even else 1
            elif start in need.closed:
                start += 1
            else:
                return start
        return None

    def latest(self, room: int, one: int, start: int, least: int) -> int:
        """The last start up to this one that fits; ``least`` is known to."""
        need, width = self.needs[one], self.width
        while start > least:
            missing = ((room >> start * width) - need.use & need.guards) ^ need.guards
            if missing:
                first_missing = ((missing & -missing).bit_length() - 1) // width
                start -= need.span - first_missing if need.is_even else 1
            elif start in need.closed:
                start -= 1
            else:
                return start
        return least

    def used(self, one: int, start: int) -> int:
        """To be taken from the room, or given back."""
        return self.needs[one].use << start * self.width


def timetable_of(columns: Columns) -> Timetable:
    """Of columns that are a schedule (``scheduling.is_schedule``)."""
    months = int(columns.months * _LONGER)
    limits = list(dict.fromkeys((columns.binding // columns.months).tolist()))
    own = [
        [piece for piece in stretches(columns, n) if piece[0] in limits] for n in range(columns.initiatives)
    ]
    most = {limit: sum(use for few in own for of, _, _, use in few if of == limit) for limit in limits}
    place, width = dict[int, int](), 0
    for limit in limits:
        place[limit] = width
        width += most[limit].bit_length() + 1
    guard = {limit: 1 << place[limit] + most[limit].bit_length() for limit in limits}
    empty = 0
    for limit in limits:
        room = columns.room[limit * columns.months : (limit + 1) * columns.months].clip(0, most[limit])
        by_month = [*room.tolist(), *[int(room.max())] * (months - columns.months)]
        empty |= _laid_out(((left << place[limit]) + guard[limit] for left in by_month), width)
    every = sum(guard.values())
    needs = tuple(_need(columns, n, own[n], place, every, width) for n in range(columns.initiatives))
    return Timetable(months, width, empty, needs)


def _need(
    columns: Columns,
    one: int,
    own: Sequence[tuple[int, int, int, int]],
    place: dict[int, int],
    every: int,
    width: int,
) -> Need:
    span = max((offset + length for _, offset, length, _ in own), default=0)
    by_month = [0] * span
    for limit, offset, length, use in own:
        for month in range(offset, offset + length):
            by_month[month] += use << place[limit]
    starts = columns.start[columns.of(one).start : columns.of(one).stop]
    first, latest = int(starts[0]), int(starts[-1])
    return Need(
        use=_laid_out(by_month, width),
        guards=_laid_out([every] * span, width),
        span=span,
        is_even=len(set(by_month)) <= 1,
        first=first,
        latest=latest,
        closed=frozenset(np.setdiff1d(np.arange(first, latest), starts).tolist()),
    )


def _laid_out(by_month: Sequence[int] | Iterator[int], width: int) -> int:
    return sum(each << month * width for month, each in enumerate(by_month))

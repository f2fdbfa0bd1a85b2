"""Every rule and limit as a row: least ≤ Σ coefficient · variable ≤ most.

The variables are the columns, then for each goal how short it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Floats, Ints, Link

ROOM: Final = 1000.0
"""What the room of every limit is scaled to: tolerances of 1e-6 then hide less than one krone in 500 million."""


@dataclass(frozen=True, slots=True)
class Row:
    variable: Ints
    coefficient: Floats
    least: float
    most: float


def one_start_each(columns: Columns) -> Iterator[Row]:
    """One row for every initiative, in order."""
    for initiative in range(columns.initiatives):
        yield _sum_of(np.array(columns.of(initiative), dtype=np.int64), -np.inf, 1.0)


def logic(columns: Columns) -> Iterator[Row]:
    for pair in columns.pairs:
        yield _sum_of(_columns_of(columns, pair), -np.inf, 1.0)
    for choice in columns.choices:
        yield _sum_of(_columns_of(columns, choice), 1.0, 1.0)
    for link in columns.links:
        yield from _strong_precedence(columns, link)


def limits(columns: Columns) -> Iterator[Row]:
    order, begins = columns.by_row
    for row in columns.binding:
        entries = order[begins[row] : begins[row + 1]]
        room = int(columns.room[row])
        scale = ROOM / max(1, abs(room))
        yield Row(
            columns.column_of_entry[entries],
            (columns.use[entries] * scale).astype(np.float64),
            -np.inf,
            room * scale,
        )


def first_tiers(columns: Columns, late: int, short: int) -> Iterator[Row]:
    """At most so many months late and points short in all."""
    duties = np.flatnonzero(columns.duty[columns.owner])
    none_chosen = columns.before.late + columns.late_when_left_out * int(columns.duty.sum())
    if len(duties) or none_chosen > late:  # without duties there is a row nobody can keep
        less = (columns.late - columns.late_when_left_out)[duties].astype(float)
        yield Row(duties, less, -np.inf, float(late - none_chosen))
    goals = np.arange(len(columns.goals.needed))
    for goal in goals:
        points = columns.goals.points[columns.owner, goal]
        helping = np.flatnonzero(points)
        variable = np.r_[helping, columns.count + goal]
        yield Row(
            variable, np.r_[points[helping], 1].astype(float), float(columns.goals.needed[goal]), np.inf
        )
    if len(goals):
        yield _sum_of(columns.count + goals, -np.inf, float(short))


def _sum_of(variable: Ints, least: float, most: float) -> Row:
    return Row(variable, np.ones(len(variable)), least, most)


def _columns_of(columns: Columns, initiatives: Sequence[int]) -> Ints:
    return np.array([column for one in initiatives for column in columns.of(one)], dtype=np.int64)


def _strong_precedence(columns: Columns, link: Link) -> Iterator[Row]:
    """By any month, the later has not begun more than the earlier had ``gap`` months before."""
    later, earlier = columns.of(link.later), columns.of(link.earlier)
    starts = columns.start[earlier.start : earlier.stop]
    for column in later:
        before = int(np.searchsorted(starts, columns.start[column] - link.gap, side="right"))
        begun = np.arange(later.start, column + 1)
        long_ago = np.arange(earlier.start, earlier.start + before)
        yield Row(np.r_[begun, long_ago], np.r_[np.ones(len(begun)), -np.ones(before)], -np.inf, 0.0)

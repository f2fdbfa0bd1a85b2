"""All that a lawful plan keeps, as the few arrays that compiled code can read.

Duties, goals, exclusions and lists to choose one from become rows like any limit: what uses too much of a row is in
the way. Only what requires what remains beside them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Ints, Link

_Row: TypeAlias = tuple[Ints, Ints, int]
"""Columns, what each uses, and the room."""


class Rules(NamedTuple):
    """Where something belongs to each of many, ``…_from[n]`` … ``…_from[n + 1]`` are its places."""

    first: Ints
    """(initiatives + 1,): as in ``Columns``."""
    by_value: Ints
    """(columns,): the columns of each initiative, most valuable first."""
    owner: Ints
    start: Ints
    value: Ints
    """Twelfths."""
    entries_from: Ints
    """(columns + 1,)."""
    row: Ints
    use: Ints
    """Negative use makes room."""
    room: Ints
    """(rows,)."""
    users_from: Ints
    """(rows + 1,)."""
    users: Ints
    """Columns that use the row."""
    needs_from: Ints
    """(initiatives + 1,)."""
    needs: Ints
    """(links, 2): what it requires, and the months from the start of that to its own."""
    waits_from: Ints
    waits: Ints
    """The same links, by what is required: what waits for it, and the months."""

    @property
    def entries_each(self) -> float:
        """Of a column, on average."""
        return len(self.row) / max(1, len(self.owner))


def rules_of(columns: Columns, choice: Ints) -> Rules:
    """For plans no later than ``choice``, and no shorter of any goal."""
    binding = np.isin(columns.row, columns.binding)
    position = np.searchsorted(columns.binding, columns.row[binding])
    parts = [(columns.column_of_entry[binding], columns.use[binding], position)]
    room = [columns.room[columns.binding]]
    rows = [*_first_tiers(columns, choice), *_exclusions(columns)]
    for number, (column, use, most) in enumerate(rows, start=len(columns.binding)):
        parts.append((column, use, np.full(len(column), number)))
        room.append(np.array([most]))
    column, use, row = (np.concatenate(each).astype(np.int64) for each in zip(*parts, strict=True))
    by_column = np.argsort(column, kind="stable")
    users = np.flatnonzero(use > 0)[np.argsort(row[use > 0], kind="stable")]
    rows_in_all = len(columns.binding) + len(rows)
    needs = sorted(columns.links, key=lambda link: link.later)
    waits = sorted(columns.links, key=lambda link: link.earlier)
    return Rules(
        first=columns.first,
        by_value=np.lexsort((-columns.value, columns.owner)),
        owner=columns.owner,
        start=columns.start,
        value=columns.value,
        entries_from=np.searchsorted(column[by_column], np.arange(columns.count + 1)),
        row=row[by_column],
        use=use[by_column],
        room=np.concatenate(room).astype(np.int64),
        users_from=np.searchsorted(row[users], np.arange(rows_in_all + 1)),
        users=column[users],
        needs_from=_from([link.later for link in needs], columns.initiatives),
        needs=_ends(needs, [link.earlier for link in needs]),
        waits_from=_from([link.earlier for link in waits], columns.initiatives),
        waits=_ends(waits, [link.later for link in waits]),
    )


def _first_tiers(columns: Columns, choice: Ints) -> Iterator[_Row]:
    """A duty left out is late, so what is chosen saves; what helps a goal saves likewise."""
    duties = np.flatnonzero(columns.duty[columns.owner])
    left_out = columns.late_when_left_out
    most = columns.score(choice).late - columns.before.late - left_out * int(columns.duty.sum())
    yield duties, columns.late[duties] - left_out, most
    reached = columns.goals.points[choice >= 0].sum(axis=0)
    for goal, needed in enumerate(columns.goals.needed):
        points = columns.goals.points[columns.owner, goal]
        helping = np.flatnonzero(points)
        yield helping, -points[helping], -min(int(needed), int(reached[goal]))


def _exclusions(columns: Columns) -> Iterator[_Row]:
    for rivals in (*columns.pairs, *columns.choices):
        theirs = np.flatnonzero(np.isin(columns.owner, rivals))
        yield theirs, np.ones(len(theirs), dtype=np.int64), 1
    for members in columns.choices:
        theirs = np.flatnonzero(np.isin(columns.owner, members))
        yield theirs, np.full(len(theirs), -1), -1


def _from(numbers: Sequence[int], count: int) -> Ints:
    return np.searchsorted(np.array(numbers, dtype=np.int64), np.arange(count + 1))


def _ends(links: Sequence[Link], others: Sequence[int]) -> Ints:
    pairs = [(other, link.gap) for other, link in zip(others, links, strict=True)]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)

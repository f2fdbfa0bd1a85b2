"""Columns in which nothing is left to choose but when: what each uses and earns, counted from its start."""

from collections.abc import Iterator

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Ints


def is_schedule(columns: Columns) -> bool:
    """Nothing is left to choose but when: all can and must be placed and stay within limits by month."""
    return (
        len(columns.links) > 0
        and not columns.pairs
        and bool(columns.duty.all())
        and bool((np.diff(columns.first) > 0).all())
        and all(len(choice) == 1 for choice in columns.choices)
        and bool((columns.binding < columns.monthly_rows).all())
        and not (columns.use < 0).any()
        and all(_earns_evenly(columns, n) and _stays_inside(columns, n) for n in range(columns.initiatives))
    )


def stretches(columns: Columns, initiative: int) -> Iterator[tuple[int, int, int, int]]:
    """(limit, offset from the start, months, use): read from the earliest start, which shows most."""
    column, months = int(columns.first[initiative]), columns.months
    entries = columns.entries(column)
    row, use = columns.row[entries], columns.use[entries]
    for limit in dict.fromkeys((row[row < columns.monthly_rows] // months).tolist()):
        by_month = np.zeros(months, dtype=np.int64)
        its = row // months == limit
        by_month[row[its] % months] = use[its]
        for first, length, each in runs(by_month):
            yield limit, first - int(columns.start[column]), length, each


def runs(by_month: Ints) -> Iterator[tuple[int, int, int]]:
    """(first, months, amount) of what stays the same and is not 0."""
    changes = np.flatnonzero(np.diff(by_month)) + 1
    for first, end in zip(np.r_[0, changes], np.r_[changes, len(by_month)], strict=True):
        if by_month[first]:
            yield int(first), int(end - first), int(by_month[first])


def slope(columns: Columns, initiative: int) -> int:
    """Value gained by each month it starts later."""
    own = columns.of(initiative)
    if len(own) == 1:
        return 0
    steps = int(columns.start[own.stop - 1] - columns.start[own.start])
    return int(columns.value[own.stop - 1] - columns.value[own.start]) // steps


def last_in_time(columns: Columns, initiative: int) -> int | None:
    """The last start that is not late, which may lie before the first; None when no start is late."""
    own = slice(columns.of(initiative).start, columns.of(initiative).stop)
    late = np.flatnonzero(columns.late[own])
    if not len(late):
        return None
    first_late = own.start + int(late[0])
    return int(columns.start[first_late] - columns.late[first_late])


def _earns_evenly(columns: Columns, initiative: int) -> bool:
    """Each month later costs the same."""
    own = slice(columns.of(initiative).start, columns.of(initiative).stop)
    start, value = columns.start[own], columns.value[own]
    gained = slope(columns, initiative) * (start - start[0])
    return bool((value - value[0] == gained).all())


def _stays_inside(columns: Columns, initiative: int) -> bool:
    """It uses the same wherever it starts: nothing falls outside the horizon, where limits end."""
    own = columns.of(initiative)
    return bool(columns.start[own.stop - 1] + span(columns, initiative) <= columns.months)


def span(columns: Columns, initiative: int) -> int:
    """Months from its start to the last in which it uses anything."""
    return max((offset + length for _, offset, length, _ in stretches(columns, initiative)), default=0)

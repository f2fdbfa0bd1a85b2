"""An interval for every initiative and a cumulative for every limit: for plans where all must be placed.

When nothing is left to choose but when, intervals reason about what has to fit between two months, which
columns cannot. With things to leave out, columns do far better.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from ortools.sat.python import cp_model

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Ints
from takt.calculation.planner.cpsat.run import run
from takt.calculation.planner.patience import Patience

_WORKERS: Final = 8
"""Ways of searching, taking turns on two cores."""


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
        and all(_earns_evenly(columns, n) for n in range(columns.initiatives))
    )


@dataclass(frozen=True, slots=True)
class Scheduled:
    choice: Ints | None
    """Everything is placed; None when nothing was found."""
    least_late: int
    """Nothing that places all is less late."""
    bound: int
    """Of the whole value, of all plans as little late as ``choice``."""


class Scheduling:
    """The model: starts, intervals, cumulatives."""

    def __init__(self, columns: Columns, hint: Ints | None) -> None:
        self._columns = columns
        self._model = cp_model.CpModel()
        self._start = [self._start_of(n) for n in range(columns.initiatives)]
        for link in columns.links:
            self._model.add(self._start[link.later] >= self._start[link.earlier] + link.gap)
        self._share_limits()
        if hint is not None and (hint >= 0).all():
            for variable, column in zip(self._start, hint, strict=True):
                self._model.add_hint(variable, int(columns.start[column]))

    def solve(self, patience: Patience, *, seed: int, work: float) -> Scheduled:
        """Least late first, then most value."""
        late = self._least_late(patience, seed=seed, work=work)
        if late is None:
            return Scheduled(None, 0, 0)
        slope, constant = self._value()
        self._model.maximize(sum(int(each) * start for each, start in zip(slope, self._start, strict=True)))
        answer = run(self._model, patience, seed=seed, work=work, workers=_WORKERS)
        if answer.values is None:
            return Scheduled(None, late, 0)
        bound = constant + int(np.floor(answer.bound + 1e-6))
        return Scheduled(self._choice(answer.values), late, bound)

    def _least_late(self, patience: Patience, *, seed: int, work: float) -> int | None:
        """Proven least, and held on to; None when it could not be proven."""
        columns, late = self._columns, []
        if not columns.late.any():
            return 0
        for n, start in enumerate(self._start):
            own = columns.of(n)
            months = columns.late[own.start : own.stop]
            if months.any():
                deadline = int(columns.start[own.start + int(np.argmax(months > 0))] - months[months > 0][0])
                late.append(self._model.new_int_var(0, int(months.max()), ""))
                self._model.add(late[-1] >= start - deadline)
        self._model.minimize(sum(late))
        answer = run(self._model, patience, seed=seed, work=work, workers=_WORKERS)
        if answer.values is None or not answer.is_proven:
            return None
        self._model.add(sum(late) <= round(answer.bound))
        return round(answer.bound)

    def _start_of(self, initiative: int) -> cp_model.IntVar:
        own = self._columns.of(initiative)
        starts = self._columns.start[own.start : own.stop].tolist()
        return self._model.new_int_var_from_domain(cp_model.Domain.from_values(starts), "")

    def _value(self) -> tuple[Ints, int]:
        """Value gained by each month a start is later, and the value of starting all in month 0."""
        columns = self._columns
        slope = np.array([_slope(columns, n) for n in range(columns.initiatives)], dtype=np.int64)
        first = columns.first[:-1]
        at_zero = columns.value[first] - slope * columns.start[first]
        return slope, columns.before.value + int(at_zero.sum())

    def _share_limits(self) -> None:
        columns, months = self._columns, self._columns.months
        pieces: dict[int, list[tuple[int, int, int, int]]] = {}
        for initiative in range(columns.initiatives):
            for limit, offset, length, use in _pieces(columns, initiative):
                pieces.setdefault(limit, []).append((initiative, offset, length, use))
        for limit in dict.fromkeys(int(row) // months for row in columns.binding):
            room = columns.room[limit * months : (limit + 1) * months]
            most = int(min(room.max(), sum(use for *_, use in pieces[limit])))
            intervals = [
                self._model.new_fixed_size_interval_var(self._start[n] + offset, length, "")
                for n, offset, length, _ in pieces[limit]
            ]
            demands = [use for *_, use in pieces[limit]]
            for first, length, missing in _runs(np.maximum(0, most - room)):
                intervals.append(self._model.new_fixed_size_interval_var(first, length, ""))
                demands.append(missing)
            self._model.add_cumulative(intervals, demands, most)

    def _choice(self, values: tuple[int, ...]) -> Ints:
        columns = self._columns
        choice = np.full(columns.initiatives, NOT_CHOSEN, dtype=np.int64)
        for n, variable in enumerate(self._start):
            own = columns.of(n)
            starts = columns.start[own.start : own.stop]
            choice[n] = own.start + int(np.searchsorted(starts, values[variable.index]))
        return choice


def _earns_evenly(columns: Columns, initiative: int) -> bool:
    """Each month later costs the same."""
    own = slice(columns.of(initiative).start, columns.of(initiative).stop)
    start, value = columns.start[own], columns.value[own]
    slope = _slope(columns, initiative)
    return bool((value - value[0] == slope * (start - start[0])).all())


def _slope(columns: Columns, initiative: int) -> int:
    own = columns.of(initiative)
    if len(own) == 1:
        return 0
    steps = int(columns.start[own.stop - 1] - columns.start[own.start])
    return int(columns.value[own.stop - 1] - columns.value[own.start]) // steps


def _pieces(columns: Columns, initiative: int) -> Iterator[tuple[int, int, int, int]]:
    """(limit, offset from the start, months, use): read from the earliest start, which shows most."""
    column, months = int(columns.first[initiative]), columns.months
    entries = columns.entries(column)
    row, use = columns.row[entries], columns.use[entries]
    for limit in dict.fromkeys((row[row < columns.monthly_rows] // months).tolist()):
        by_month = np.zeros(months, dtype=np.int64)
        its = row // months == limit
        by_month[row[its] % months] = use[its]
        for first, length, each in _runs(by_month):
            yield limit, first - int(columns.start[column]), length, each


def _runs(by_month: Ints) -> Iterator[tuple[int, int, int]]:
    """(first, months, amount) of what stays the same and is not 0."""
    changes = np.flatnonzero(np.diff(by_month)) + 1
    for first, end in zip(np.r_[0, changes], np.r_[changes, len(by_month)], strict=True):
        if by_month[first]:
            yield int(first), int(end - first), int(by_month[first])

"""An interval for every initiative and a cumulative for every limit: for plans where all must be placed.

When nothing is left to choose but when, intervals reason about what has to fit between two months, which
columns cannot. With things to leave out, columns do far better.
"""

from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Ints
from takt.calculation.planner.choices.schedule import last_in_time, runs, slope, stretches
from takt.calculation.planner.cpsat.run import run
from takt.calculation.planner.patience import Patience


@dataclass(frozen=True, slots=True)
class Scheduled:
    choice: Ints | None
    """Everything is placed; None when nothing was found."""
    least_late: int | None
    """Nothing that places all is less late; None when that is not known."""
    bound: int
    """Of the whole value, of all plans so little late; where there is a choice and that is known."""
    is_proven: bool = False
    """No schedule is better than ``choice``."""


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
            return Scheduled(None, None, 0)
        slopes, constant = self._value()
        self._model.maximize(sum(int(each) * start for each, start in zip(slopes, self._start, strict=True)))
        answer = run(self._model, patience, seed=seed, work=work, workers=1, in_turn=True)
        if answer.values is None:
            return Scheduled(None, late, 0)
        bound = constant + int(np.floor(answer.bound + 1e-6))
        return Scheduled(self._choice(answer.values), late, bound, answer.is_proven)

    def _least_late(self, patience: Patience, *, seed: int, work: float) -> int | None:
        """Proven least, and held on to; None when it could not be proven."""
        columns, late = self._columns, []
        if not columns.late.any():
            return 0
        for n, start in enumerate(self._start):
            deadline = last_in_time(columns, n)
            if deadline is not None:
                late.append(self._model.new_int_var(0, columns.months, ""))
                self._model.add(late[-1] >= start - deadline)
        self._model.minimize(sum(late))
        answer = run(self._model, patience, seed=seed, work=work, workers=1, in_turn=True)
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
        slopes = np.array([slope(columns, n) for n in range(columns.initiatives)], dtype=np.int64)
        first = columns.first[:-1]
        at_zero = columns.value[first] - slopes * columns.start[first]
        return slopes, columns.before.value + int(at_zero.sum())

    def _share_limits(self) -> None:
        columns, months = self._columns, self._columns.months
        pieces: dict[int, list[tuple[int, int, int, int]]] = {}
        for initiative in range(columns.initiatives):
            for limit, offset, length, use in stretches(columns, initiative):
                pieces.setdefault(limit, []).append((initiative, offset, length, use))
        for limit in dict.fromkeys(int(row) // months for row in columns.binding):
            room = columns.room[limit * months : (limit + 1) * months]
            most = int(min(room.max(), sum(use for *_, use in pieces[limit])))
            intervals = [
                self._model.new_fixed_size_interval_var(self._start[n] + offset, length, "")
                for n, offset, length, _ in pieces[limit]
            ]
            demands = [use for *_, use in pieces[limit]]
            for first, length, missing in runs(np.maximum(0, most - room)):
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

"""Every limit of a problem as one numbered row, and what an initiative uses of each by its start."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from takt.calculation.planner.problem import Change, Initiative, Problem

Numbers = NDArray[np.int64]
NO_LIMIT = 10**15
"""More than anything can use: the amounts of a problem are at most 10¹² each."""


@dataclass(frozen=True, slots=True)
class Use:
    """``amounts[i]`` of row ``rows[i]``; no row twice."""

    rows: Numbers
    amounts: Numbers


@dataclass(frozen=True)
class Limits:
    """Rows in this order: staff per role and month, load per unit and month, money per frame and year,
    go-lives per unit and quarter. A unit or year without a limit has no row or an unlimited one."""

    problem: Problem

    @cached_property
    def first_row_of_role(self) -> Mapping[str, int]:
        return {role.id: number * self.problem.months for number, role in enumerate(self.problem.roles)}

    @cached_property
    def first_row_of_unit(self) -> Mapping[str, int]:
        before = len(self.problem.roles)
        units = [unit for unit in self.problem.units if any(c is not None for c in unit.ceiling_hours)]
        return {unit.id: (before + number) * self.problem.months for number, unit in enumerate(units)}

    @cached_property
    def row_of_year(self) -> Mapping[tuple[str, int], int]:
        first = (len(self.first_row_of_role) + len(self.first_row_of_unit)) * self.problem.months
        inside = {self.problem.year(month) for month in range(self.problem.months)}
        named = [(f.id, year) for f in self.problem.frames for year in sorted(f.dkk) if year in inside]
        return {name: first + number for number, name in enumerate(named)}

    @cached_property
    def row_of_quarter(self) -> Mapping[tuple[str, tuple[int, int]], int]:
        first = (len(self.first_row_of_role) + len(self.first_row_of_unit)) * self.problem.months
        first += len(self.row_of_year)
        counted = [unit.id for unit in self.problem.units if unit.max_go_lives_per_quarter is not None]
        quarters = sorted({self.problem.quarter(month) for month in range(self.problem.months)})
        names = [(unit, quarter) for unit in counted for quarter in quarters]
        return {name: first + number for number, name in enumerate(names)}

    @cached_property
    def room(self) -> Numbers:
        """What each row allows in all."""
        rows: list[int] = [days for role in self.problem.roles for days in role.days]
        for unit in self.first_row_of_unit:
            rows += [NO_LIMIT if c is None else c for c in self.problem.unit[unit].ceiling_hours]
        dkk = {frame.id: frame.dkk for frame in self.problem.frames}
        rows += [dkk[frame][year] for frame, year in self.row_of_year]
        for unit, _ in self.row_of_quarter:
            most = self.problem.unit[unit].max_go_lives_per_quarter
            assert most is not None
            rows.append(most)
        return np.array(rows, dtype=np.int64)

    @cached_property
    def month_in_year(self) -> Numbers:
        """The calendar year of each month of the horizon."""
        return np.array([self.problem.year(month) for month in range(self.problem.months)], dtype=np.int64)

    def and_above(self, unit: str) -> Iterator[str]:
        """The unit and everything it is part of."""
        at: str | None = unit
        while at is not None:
            yield at
            at = self.problem.unit[at].parent

    def touched(self, initiative: Initiative) -> set[str]:
        """The units asked to change, with everything they are part of."""
        return {up for c in initiative.change if any(c.hours) for up in self.and_above(c.unit)}

    def use(self, initiative: Initiative, start: int) -> Use:
        """What it uses of each row when it starts there; what falls outside the horizon counts nowhere."""
        by_month = self._by_offset[initiative.id]
        rows = [by_month.rows + start]
        month = start + by_month.offsets
        inside = (month >= 0) & (month < self.problem.months)
        rows = [rows[0][inside]]
        amounts = [by_month.amounts[inside]]
        for row, amount in self._money(initiative, start):
            rows.append(np.array([row]))
            amounts.append(np.array([amount]))
        quarter = [np.array([row]) for row in self._go_lives(initiative, start)]
        ones = [np.array([1]) for _ in quarter]
        return Use(np.concatenate([*rows, *quarter]), np.concatenate([*amounts, *ones]))

    @cached_property
    def _by_offset(self) -> Mapping[str, "_ByOffset"]:
        return {one.id: self._profile(one) for one in self.problem.initiatives}

    def _profile(self, initiative: Initiative) -> "_ByOffset":
        """Its use of the rows that go by month, as if it started in month 0."""
        use: dict[tuple[int, int], int] = {}
        for role, days in initiative.staff.items():
            _add(use, self.first_row_of_role[role], days)
        for change in initiative.change:
            for first in self._ceilings_over(change):
                _add(use, first, change.hours)
        places = [(first + offset, offset, amount) for (first, offset), amount in use.items() if amount]
        columns = np.array(places, dtype=np.int64).reshape(-1, 3)
        return _ByOffset(rows=columns[:, 0], offsets=columns[:, 1], amounts=columns[:, 2])

    def _ceilings_over(self, change: Change) -> list[int]:
        return [self.first_row_of_unit[u] for u in self.and_above(change.unit) if u in self.first_row_of_unit]

    def _money(self, initiative: Initiative, start: int) -> Iterator[tuple[int, int]]:
        live = start + initiative.lead_time
        total: dict[int, int] = {}
        for spending in initiative.money:
            by_month = np.zeros(self.problem.months, dtype=np.int64)
            for offset, dkk in enumerate(spending.dkk):
                if 0 <= start + offset < self.problem.months:
                    by_month[start + offset] += dkk
            by_month[max(0, live) :] += spending.dkk_per_month_in_use
            for (frame, year), row in self.row_of_year.items():
                if frame == spending.frame:
                    total[row] = total.get(row, 0) + int(by_month[self.month_in_year == year].sum())
        return ((row, dkk) for row, dkk in total.items() if dkk)

    def _go_lives(self, initiative: Initiative, start: int) -> list[int]:
        live = start + initiative.lead_time
        if not 0 <= live < self.problem.months:
            return []
        quarter = self.problem.quarter(live)
        rows = (self.row_of_quarter.get((unit, quarter)) for unit in sorted(self.touched(initiative)))
        return [row for row in rows if row is not None]


@dataclass(frozen=True, slots=True)
class _ByOffset:
    rows: Numbers
    """The row if it started in month 0; add the start."""
    offsets: Numbers
    amounts: Numbers


def _add(use: dict[tuple[int, int], int], first_row: int, amounts: Iterable[int]) -> None:
    for offset, amount in enumerate(amounts):
        use[first_row, offset] = use.get((first_row, offset), 0) + amount

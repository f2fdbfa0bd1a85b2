"""Try every start of one initiative at once against what is used already."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from takt.calculation.planner.explain.answer import Bottleneck, Pressure
from takt.calculation.planner.explain.demand import Demand
from takt.calculation.planner.explain.layout import Layout, Numbers
from takt.calculation.planner.explain.room import NO_LIMIT, Tally
from takt.calculation.planner.usage import Resource


@dataclass(frozen=True)
class Sweep:
    """Which limits are broken, where and by how much, for each start that goes live inside the horizon."""

    layout: Layout
    demand: Demand
    used: Tally
    """By everyone else."""
    allowed: Tally
    decided: Tally
    """The limits themselves."""
    now_at: int | None = None
    """Where the initiative stands today: what it takes there already is no new trouble."""

    @cached_property
    def monthly_total(self) -> Numbers:
        """(rows, starts, months after the start), with the initiative in."""
        total: Numbers = self._windows(self.used.monthly, 0) + self.demand.profile[:, None, :]
        return total

    @cached_property
    def _monthly_allowed(self) -> Numbers:
        return self._windows(self.allowed.monthly, NO_LIMIT)

    @cached_property
    def monthly_missing(self) -> Numbers:
        """(rows, starts, months after the start); what falls outside the horizon never misses anything."""
        missing = self.monthly_total - self._monthly_allowed
        return np.where(self.demand.profile[:, None, :] > 0, np.maximum(missing, 0), 0)

    @cached_property
    def money_missing(self) -> Numbers:
        """(starts, frames, years)."""
        frames = self.demand.frames
        missing = self.demand.money_at_every_start + self.used.money[frames] - self.allowed.money[frames]
        now = 0 if self.now_at is None else self.demand.money_at(self.now_at)
        money_missing: Numbers = np.where(
            self.demand.money_at_every_start - now > 0, np.maximum(missing, 0), 0
        )
        return money_missing

    @cached_property
    def go_lives_missing(self) -> Numbers:
        """(units, starts)."""
        quarters = self.demand.quarter[self.demand.lead_time :]
        units = self.demand.units[:, None]
        missing = self.used.go_lives[units, quarters] + 1 - self.allowed.go_lives[units, quarters]
        go_lives_missing: Numbers = np.maximum(missing, 0)
        return go_lives_missing

    @cached_property
    def free(self) -> NDArray[np.bool_]:
        """(starts,): no limit is broken."""
        broken = self.monthly_missing.any(axis=(0, 2))
        broken |= self.money_missing.any(axis=(1, 2)) | self.go_lives_missing.any(axis=0)
        return np.logical_not(broken)

    @cached_property
    def trouble(self) -> NDArray[np.float64]:
        """(starts,): what is missing, each as a share of its limit, summed. Nought where it is free."""
        rows, units = self.demand.rows, self.demand.units[:, None]
        ceilings = np.maximum(self._monthly_allowed, 1)
        monthly = (self.monthly_missing / ceilings).sum(axis=(0, 2)) if len(rows) else 0.0
        frames = np.maximum(self.allowed.money[self.demand.frames], 1)
        quarters = self.demand.quarter[self.demand.lead_time :]
        go_lives = self.go_lives_missing / np.maximum(self.allowed.go_lives[units, quarters], 1)
        total = monthly + (self.money_missing / frames).sum(axis=(1, 2)) + go_lives.sum(axis=0)
        return np.asarray(total, dtype=np.float64)

    def pressures(self, start: int) -> tuple[Pressure, ...]:
        """The broken limits at one start: staff, ceilings, go-lives and money, each in order of time."""
        found = [self.monthly(row, start, offset) for row, offset in _where(self.monthly_missing[:, start])]
        found += [self._go_live(unit, start) for (unit,) in _where(self.go_lives_missing[:, start])]
        found += [self._frame(frame, start, year) for frame, year in _where(self.money_missing[start])]
        return tuple(found)

    def monthly(self, row: int, start: int, offset: int) -> Pressure:
        place, month = int(self.demand.rows[row]), start + offset
        return Pressure(
            self.layout.monthly(place, month),
            int(self.monthly_total[row, start, offset]),
            int(self.allowed.monthly[place, month]),
            int(self.decided.monthly[place, month]),
        )

    @cached_property
    def bottlenecks(self) -> tuple[frozenset[Bottleneck], ...]:
        """The broken limits by start, whatever the month."""
        units, frames = self.layout.problem.units, self.layout.problem.frames
        names = [self.layout.rows[row] for row in self.demand.rows.tolist()]
        names += [Bottleneck(Resource.GO_LIVES, units[unit].id) for unit in self.demand.units.tolist()]
        names += [Bottleneck(Resource.MONEY, frames[frame].id) for frame in self.demand.frames.tolist()]
        broken = (
            self.monthly_missing.any(axis=2),
            self.go_lives_missing > 0,
            self.money_missing.any(axis=2).T,
        )
        at: list[list[Bottleneck]] = [[] for _ in range(self.demand.starts)]
        for name, start in _where(np.concatenate(broken)):
            at[start].append(names[name])
        return tuple(frozenset(few) for few in at)

    def _windows(self, table: Numbers, outside: int) -> Numbers:
        """(rows, starts, months after the start) of a monthly table."""
        length, months = self.demand.profile.shape[1], table.shape[1]
        if not length:
            return np.zeros((len(self.demand.rows), self.demand.starts, 0), dtype=np.int64)
        rows = np.full((len(self.demand.rows), months + length), outside, dtype=np.int64)
        rows[:, :months] = table[self.demand.rows]
        return rows[:, self.demand.months_after]

    def _go_live(self, index: int, start: int) -> Pressure:
        unit = int(self.demand.units[index])
        quarter = int(self.demand.quarter[start + self.demand.lead_time])
        return Pressure(
            self.layout.go_lives(unit, quarter),
            int(self.used.go_lives[unit, quarter]) + 1,
            int(self.allowed.go_lives[unit, quarter]),
            int(self.decided.go_lives[unit, quarter]),
        )

    def _frame(self, index: int, start: int, year: int) -> Pressure:
        frame = int(self.demand.frames[index])
        return Pressure(
            self.layout.frame(frame, year),
            int(self.used.money[frame, year] + self.demand.money_at_every_start[start, index, year]),
            int(self.allowed.money[frame, year]),
            int(self.decided.money[frame, year]),
        )


def _where(missing: NDArray[np.generic]) -> list[tuple[int, ...]]:
    """Indices of what is not nought."""
    return list(zip(*(places.tolist() for places in np.nonzero(missing)), strict=True))

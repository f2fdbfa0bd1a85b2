"""What one initiative takes of every limit, whenever it starts."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from takt.calculation.planner.explain.layout import Layout, Numbers
from takt.calculation.planner.problem import Initiative
from takt.calculation.planner.usage import touched_units


@dataclass(frozen=True)
class Demand:
    """Rows, frames and units are those of ``Layout``."""

    lead_time: int
    rows: Numbers
    """Rows of the monthly table it touches: roles, and units with all units above them."""
    profile: Numbers
    """(rows, months after the start): days and hours."""
    frames: Numbers
    money_by_month: Numbers
    """(frames, months after the start), up to go-live or the end of its list of amounts."""
    money_in_use: Numbers
    """(frames,): DKK each month from go-live to the end of the horizon."""
    units: Numbers
    """Units whose count of go-lives it adds to."""
    year_of_month: Numbers
    quarter: Numbers
    """By month."""

    @property
    def starts(self) -> int:
        """Starts 0 … starts - 1 go live inside the horizon."""
        return max(0, len(self.quarter) - self.lead_time)

    @property
    def can_save(self) -> bool:
        """Some month brings money back."""
        return bool((self.money_by_month < 0).any() or (self.money_in_use < 0).any())

    @cached_property
    def months_after(self) -> Numbers:
        """(starts, months after the start): the month."""
        months: Numbers = np.arange(self.starts)[:, None] + np.arange(self.profile.shape[1])
        return months

    def money_at(self, start: int) -> Numbers:
        """(frames, years) when it starts in that month."""
        months = len(self.year_of_month)
        spent = np.zeros((len(self.frames), months), dtype=np.int64)
        first, end = max(0, start), min(months, start + self.money_by_month.shape[1])
        if first < end:
            spent[:, first:end] = self.money_by_month[:, first - start : end - start]
        spent[:, max(0, start + self.lead_time) :] += self.money_in_use[:, None]
        return _by_year(spent, self.year_of_month)

    @cached_property
    def money_at_every_start(self) -> Numbers:
        """(starts, frames, years)."""
        if not self.starts or not len(self.frames):
            return np.zeros((self.starts, len(self.frames), self.year_of_month[-1] + 1), dtype=np.int64)
        months, length = len(self.year_of_month), self.money_by_month.shape[1]
        offset = np.arange(months)[None, :] - np.arange(self.starts)[:, None]
        listed = (offset >= 0) & (offset < length)
        padded = np.append(self.money_by_month, np.zeros((len(self.frames), 1), dtype=np.int64), axis=1)
        spent = padded[:, np.where(listed, offset, length)]
        spent += (offset >= self.lead_time)[None] * self.money_in_use[:, None, None]
        return _by_year(spent, self.year_of_month).transpose(1, 0, 2)


def demand_of(initiative: Initiative, layout: Layout) -> Demand:
    rows = _rows(initiative, layout)
    frames = sorted({layout.frame_index[spending.frame] for spending in initiative.money})
    money_by_month, in_use = _money(initiative, layout, frames)
    units = {layout.unit_index[unit] for unit in touched_units(layout.problem, initiative)}
    longest = max((len(profile) for profile in rows.values()), default=0)
    profiles = np.zeros((len(rows), longest), dtype=np.int64)
    for index, profile in enumerate(rows.values()):
        profiles[index, : len(profile)] = profile
    return Demand(
        initiative.lead_time,
        np.array(list(rows), dtype=np.int64),
        profiles,
        np.array(frames, dtype=np.int64),
        money_by_month,
        in_use,
        np.array(sorted(units), dtype=np.int64),
        layout.year_of_month,
        layout.quarter_of_month,
    )


def _rows(initiative: Initiative, layout: Layout) -> dict[int, Numbers]:
    rows: dict[int, Numbers] = {}
    for role, days in initiative.staff.items():
        rows[layout.role_row[role]] = np.array(days, dtype=np.int64)
    for change in initiative.change:
        hours = np.array(change.hours, dtype=np.int64)
        for above in layout.problem.lineage(change.unit):
            row = len(layout.role_row) + layout.unit_index[above]
            rows[row] = _sum(rows[row], hours) if row in rows else hours
    return rows


def _sum(one: Numbers, other: Numbers) -> Numbers:
    short, long = sorted((one, other), key=len)
    total = long.copy()
    total[: len(short)] += short
    return total


def _money(initiative: Initiative, layout: Layout, frames: list[int]) -> tuple[Numbers, Numbers]:
    longest = max((len(spending.dkk) for spending in initiative.money), default=0)
    by_month = np.zeros((len(frames), longest), dtype=np.int64)
    in_use = np.zeros(len(frames), dtype=np.int64)
    for spending in initiative.money:
        row = frames.index(layout.frame_index[spending.frame])
        by_month[row, : len(spending.dkk)] += np.array(spending.dkk, dtype=np.int64)
        in_use[row] += spending.dkk_per_month_in_use
    return by_month, in_use


def _by_year(spent: Numbers, year_of_month: Numbers) -> Numbers:
    """Sum the last axis (months) into calendar years."""
    begins = np.searchsorted(year_of_month, np.arange(year_of_month[-1] + 1))
    return np.add.reduceat(spent, begins, axis=-1)

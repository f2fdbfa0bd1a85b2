"""What an initiative uses and earns at each of some starts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from takt.calculation.planner.choices.columns import BOUNDLESS, Ints
from takt.calculation.planner.impossible import DemandKind
from takt.calculation.planner.problem import Initiative, Problem


class Ledger:
    """Gives every limit a row, and reckons what an initiative uses of them."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        months = range(problem.months)
        self._years = {year: n for n, year in enumerate(dict.fromkeys(problem.year(m) for m in months))}
        self._quarters = {q: n for n, q in enumerate(dict.fromkeys(problem.quarter(m) for m in months))}
        self._year_of = np.array([self._years[problem.year(m)] for m in months])
        self._quarter_of = np.array([self._quarters[problem.quarter(m)] for m in months])
        self._rooms: list[int] = []
        self._staff = {role.id: self._add(role.days) for role in problem.roles}
        self._load = {unit.id: self._add(unit.ceiling_hours) for unit in problem.units}
        self._live = {
            unit.id: self._add([unit.max_go_lives_per_quarter] * len(self._quarters))
            for unit in problem.units
            if unit.max_go_lives_per_quarter is not None
        }
        self._money = {
            frame.id: self._add([frame.dkk.get(year) for year in self._years]) for frame in problem.frames
        }
        self.room = np.array(self._rooms, dtype=np.int64)
        ceilings = [(base, problem.unit[id_].ceiling_hours) for id_, base in self._load.items()]
        rows = [base + month for base, hours in ceilings for month in months if hours[month] is not None]
        self.ceiling_rows = np.array(rows, dtype=np.int64)

    def _add(self, rooms: Sequence[int | None]) -> int:
        base = len(self._rooms)
        self._rooms.extend(BOUNDLESS if room is None else room for room in rooms)
        return base

    def limits(self) -> Iterator[tuple[DemandKind, str, range]]:
        """(kind, id of role, unit or frame, its rows)."""
        kinds = (
            (DemandKind.STAFF, self._staff, self.problem.months),
            (DemandKind.LOAD, self._load, self.problem.months),
            (DemandKind.GO_LIVES, self._live, len(self._quarters)),
            (DemandKind.MONEY, self._money, len(self._years)),
        )
        for kind, bases, length in kinds:
            for id_, base in bases.items():
                yield kind, id_, range(base, base + length)

    def use(self, one: Initiative, starts: Ints) -> tuple[Ints, Ints, Ints]:
        """(position among ``starts``, row, use) of all that is not 0, positions in order."""
        live = starts + one.lead_time
        parts = [
            self._monthly(self._staff[role], np.array(days, dtype=np.int64), starts)
            for role, days in one.staff.items()
        ]
        hours = _hours_by_unit(self.problem, one)
        parts += [self._monthly(self._load[unit], pattern, starts) for unit, pattern in hours.items()]
        parts += [self._go_lives(unit, live) for unit, pattern in hours.items() if pattern.any()]
        for frame in dict.fromkeys(spending.frame for spending in one.money):
            parts.append(self._yearly(frame, one, starts))
        position, row, use = (np.concatenate([part[n] for part in parts] or [_NONE]) for n in range(3))
        is_used = use != 0
        position, row, use = position[is_used], row[is_used], use[is_used]
        order = np.argsort(position, kind="stable")
        return position[order], row[order], use[order]

    def _monthly(self, base: int, pattern: Ints, starts: Ints) -> tuple[Ints, Ints, Ints]:
        offset = np.flatnonzero(pattern)
        month = starts[:, None] + offset[None, :]
        position, which = np.nonzero((month >= 0) & (month < self.problem.months))
        return position, base + month[position, which], pattern[offset[which]]

    def _go_lives(self, unit: str, live: Ints) -> tuple[Ints, Ints, Ints]:
        if unit not in self._live:
            return _NONE, _NONE, _NONE
        position = np.flatnonzero((live >= 0) & (live < self.problem.months))
        return position, self._live[unit] + self._quarter_of[live[position]], np.ones_like(position)

    def _yearly(self, frame: str, one: Initiative, starts: Ints) -> tuple[Ints, Ints, Ints]:
        spent = np.zeros((len(starts), self.problem.months), dtype=np.int64)
        for spending in (each for each in one.money if each.frame == frame):
            pattern = np.array(spending.dkk, dtype=np.int64)
            position, month, dkk = self._monthly(0, pattern, starts)
            np.add.at(spent, (position, month), dkk)
            in_use = np.arange(self.problem.months)[None, :] >= (starts + one.lead_time)[:, None]
            spent += in_use * spending.dkk_per_month_in_use
        begins = np.flatnonzero(np.r_[True, self._year_of[1:] != self._year_of[:-1]])
        by_year = np.add.reduceat(spent, begins, axis=1)
        position, year = np.nonzero(by_year)
        return position, self._money[frame] + year, by_year[position, year]


@dataclass(frozen=True, slots=True)
class Worth:
    """Twelfths that a plan gains by an initiative at a start, and how late that is if a duty.

    Exact whatever the size. Measured from a plan without it, which ``nothing`` tells the worth of.
    """

    problem: Problem

    def value(self, one: Initiative, start: int) -> int:
        live, months = start + one.lead_time, self.problem.months
        twelfths = one.points_per_year * (months - min(max(live, 0), months))
        if 0 <= live < months:
            twelfths += 12 * one.points_at_go_live
        if one.announced_start is not None:
            moved = abs(start - one.announced_start)
            twelfths -= 12 * self.problem.move_penalty_points_per_month * moved
            twelfths += 12 * self.problem.leave_out_penalty_points
        return twelfths

    @property
    def nothing(self) -> int:
        """Of a plan without any: every announced one is left out."""
        announced = sum(one.announced_start is not None for one in self.problem.initiatives)
        return -12 * self.problem.leave_out_penalty_points * announced

    def late(self, one: Initiative, start: int) -> int:
        return max(0, start + one.lead_time - one.latest_go_live) if one.latest_go_live is not None else 0


_NONE = np.empty(0, dtype=np.int64)


def _hours_by_unit(problem: Problem, one: Initiative) -> dict[str, Ints]:
    """By the units it touches and those above them; units it gives no hours at all are left out."""
    hours: dict[str, Ints] = {}
    length = max((len(change.hours) for change in one.change), default=0)
    for change in one.change:
        if any(change.hours):
            for unit in problem.lineage(change.unit):
                own = hours.setdefault(unit, np.zeros(length, dtype=np.int64))
                own[: len(change.hours)] += np.array(change.hours, dtype=np.int64)
    return hours

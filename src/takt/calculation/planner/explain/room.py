"""How much of each limit there is, is used and is left: three tables of whole numbers."""

from dataclasses import dataclass

import numpy as np

from takt.calculation.planner.explain.demand import Demand
from takt.calculation.planner.explain.layout import Layout, Numbers

NO_LIMIT = 1 << 60


@dataclass(frozen=True)
class Tally:
    """Amounts by limit and period."""

    monthly: Numbers
    """(roles then units, months): days and hours."""
    money: Numbers
    """(frames, years)."""
    go_lives: Numbers
    """(units, quarters)."""

    def copy(self) -> "Tally":
        return Tally(self.monthly.copy(), self.money.copy(), self.go_lives.copy())

    def add(self, demand: Demand, start: int, times: int = 1) -> None:
        """Put an initiative in, or with ``times`` = -1 take it out, as far as it falls inside the horizon."""
        months = self.monthly.shape[1]
        first, end = max(0, start), min(months, start + demand.profile.shape[1])
        if first < end:
            self.monthly[demand.rows, first:end] += times * demand.profile[:, first - start : end - start]
        self.money[demand.frames] += times * demand.money_at(start)
        go_live = start + demand.lead_time
        if 0 <= go_live < months:
            self.go_lives[demand.units, demand.quarter[go_live]] += times

    def at_least(self, other: "Tally") -> "Tally":
        return Tally(
            np.maximum(self.monthly, other.monthly),
            np.maximum(self.money, other.money),
            np.maximum(self.go_lives, other.go_lives),
        )


def nothing(layout: Layout) -> Tally:
    problem = layout.problem
    quarters = int(layout.quarter_of_month[-1]) + 1
    return Tally(
        np.zeros((len(layout.rows), problem.months), dtype=np.int64),
        np.zeros((len(problem.frames), len(layout.years)), dtype=np.int64),
        np.zeros((len(problem.units), quarters), dtype=np.int64),
    )


def limits(layout: Layout) -> Tally:
    """The limits as they were decided; ``NO_LIMIT`` where there is none."""
    problem, tally = layout.problem, nothing(layout)
    for row, role in enumerate(problem.roles):
        tally.monthly[row] = role.days
    for index, unit in enumerate(problem.units):
        hours = [NO_LIMIT if ceiling is None else ceiling for ceiling in unit.ceiling_hours]
        tally.monthly[len(problem.roles) + index] = hours
        most = unit.max_go_lives_per_quarter
        tally.go_lives[index] = NO_LIMIT if most is None else most
    for index, frame in enumerate(problem.frames):
        tally.money[index] = [frame.dkk.get(year, NO_LIMIT) for year in layout.years]
    return tally

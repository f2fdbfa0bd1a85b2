"""Which row and column of a table belongs to which limit and period."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from takt.calculation.planner.explain.answer import Bottleneck
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import Limit, Quarter, Resource, quarters

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Layout:
    """Monthly rows are the roles, then the units."""

    problem: Problem

    @cached_property
    def rows(self) -> tuple[Bottleneck, ...]:
        roles = (Bottleneck(Resource.STAFF, role.id) for role in self.problem.roles)
        units = (Bottleneck(Resource.LOAD, unit.id) for unit in self.problem.units)
        return (*roles, *units)

    @cached_property
    def role_row(self) -> dict[str, int]:
        return {role.id: row for row, role in enumerate(self.problem.roles)}

    @cached_property
    def unit_index(self) -> dict[str, int]:
        return {unit.id: index for index, unit in enumerate(self.problem.units)}

    @cached_property
    def frame_index(self) -> dict[str, int]:
        return {frame.id: index for index, frame in enumerate(self.problem.frames)}

    @cached_property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.problem.year(0), self.problem.year(self.problem.months - 1) + 1))

    @cached_property
    def year_of_month(self) -> Numbers:
        years = [self.problem.year(month) - self.years[0] for month in range(self.problem.months)]
        return np.array(years, dtype=np.int64)

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        return quarters(self.problem)

    @cached_property
    def quarter_of_month(self) -> Numbers:
        of_month = [self.quarters.index(self.problem.quarter(month)) for month in range(self.problem.months)]
        return np.array(of_month, dtype=np.int64)

    def monthly(self, row: int, month: int) -> Limit:
        return Limit(*self.rows[row], month)

    def frame(self, frame: int, year: int) -> Limit:
        return Limit(Resource.MONEY, self.problem.frames[frame].id, self.years[year])

    def go_lives(self, unit: int, quarter: int) -> Limit:
        return Limit(Resource.GO_LIVES, self.problem.units[unit].id, self.quarters[quarter])

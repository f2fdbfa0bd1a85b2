"""Plain CP-SAT on the whole model: no hints but its own plan from the tier before."""

import os
import time
from collections.abc import Sequence

from ortools.sat.python import cp_model

from peers.answer import Answer
from peers.start_choices import StartChoices
from peers.tiers import Found, solve_tier_by_tier
from peers.whole_model import Row, Tier, WholeModel
from takt.calculation.planner.problem import Problem

FAR = 10**15
"""No goal can be short by more."""


def solve(problem: Problem, *, seconds: float) -> Answer:
    until = time.monotonic() + seconds
    model = WholeModel(StartChoices(problem))
    return solve_tier_by_tier(model, _CpSat(model), until=until)


class _CpSat:
    def __init__(self, whole: WholeModel) -> None:
        self.model = cp_model.CpModel()
        self.columns = [self.model.new_bool_var("") for _ in whole.columns]
        self.columns += [self.model.new_int_var(0, FAR, "") for _ in whole.choices.problem.goals]
        for row in whole.rows():
            self.add(row)

    def add(self, row: Row) -> None:
        columns = [self.columns[column] for column in row.columns.tolist()]
        total = cp_model.LinearExpr.weighted_sum(columns, row.amounts.tolist())
        least = cp_model.INT_MIN if row.least is None else row.least
        most = cp_model.INT_MAX if row.most is None else row.most
        self.model.add_linear_constraint(total, least, most)

    def minimise(self, tier: Tier, *, seconds: float, known: Sequence[int] | None) -> Found | None:
        self.model.minimize(cp_model.LinearExpr.weighted_sum(self.columns, tier.cost.tolist()))
        self.model.clear_hints()
        for column, value in zip(self.columns, known or (), strict=False):
            self.model.add_hint(column, value)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = os.cpu_count() or 1
        if solver.solve(self.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return Found([solver.value(column) for column in self.columns], solver.best_objective_bound)

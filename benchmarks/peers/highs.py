"""HiGHS on the whole model: no start but its own plan from the tier before."""

import time
from collections.abc import Sequence

import highspy
import numpy as np

from peers.answer import Answer
from peers.start_choices import StartChoices
from peers.tiers import Found, solve_tier_by_tier
from peers.whole_model import Row, Tier, WholeModel
from takt.calculation.planner.problem import Problem


def solve(problem: Problem, *, seconds: float) -> Answer:
    until = time.monotonic() + seconds
    model = WholeModel(StartChoices(problem))
    return solve_tier_by_tier(model, _Highs(model), until=until)


class _Highs:
    """A fresh HiGHS for every tier, since its clock adds up over runs."""

    def __init__(self, whole: WholeModel) -> None:
        self.yes_or_no = len(whole.columns)
        self.width = whole.width
        self.rows = [row for row in whole.rows() if len(row.columns)]

    def add(self, row: Row) -> None:
        if len(row.columns):
            self.rows.append(row)

    def minimise(self, tier: Tier, *, seconds: float, known: Sequence[int] | None) -> Found | None:
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("time_limit", seconds)
        highs.passModel(self._programme(tier))
        if known is not None:
            highs.setSolution(self.width, np.arange(self.width), np.array(known, dtype=float))
        highs.run()
        facts = highs.getInfo()
        if facts.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        values = np.rint(highs.getSolution().col_value).astype(int).tolist()
        return Found(values, facts.mip_dual_bound)

    def _programme(self, tier: Tier) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self.width, len(self.rows)
        lp.col_cost_ = tier.cost.astype(float)
        lp.col_lower_ = np.zeros(self.width)
        lp.col_upper_ = np.where(np.arange(self.width) < self.yes_or_no, 1.0, highspy.kHighsInf)
        lp.integrality_ = [highspy.HighsVarType.kInteger] * self.width
        scale = [np.gcd.reduce(row.amounts) for row in self.rows]
        lp.row_lower_ = np.array([_side(row.least, -1) / s for row, s in zip(self.rows, scale, strict=True)])
        lp.row_upper_ = np.array([_side(row.most, 1) / s for row, s in zip(self.rows, scale, strict=True)])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0] + [len(row.columns) for row in self.rows])
        lp.a_matrix_.index_ = np.concatenate([row.columns for row in self.rows])
        lp.a_matrix_.value_ = np.concatenate(
            [row.amounts / s for row, s in zip(self.rows, scale, strict=True)]
        )
        return lp


def _side(limit: int | None, direction: int) -> float:
    return direction * highspy.kHighsInf if limit is None else limit

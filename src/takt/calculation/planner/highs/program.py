"""The question as a linear program over the columns: relaxed for a bound and prices, or solved whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Floats, Ints
from takt.calculation.planner.highs.quiet import make_the_first_model_unheard
from takt.calculation.planner.highs.rows import Row, first_tiers, limits, logic, one_start_each

_INTERIOR_POINT_FROM: Final = 100_000
"""Entries from which interior point beats simplex on the first solve."""
_COST: Final = 1000.0
"""What the largest value is scaled to."""

make_the_first_model_unheard()


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The best mixture of columns, what a column would lose (negative) or gain, and what no plan exceeds."""

    share: Floats
    """(columns,): 0 … 1."""
    gain: Floats
    """(columns,): value less the prices of what it uses, in the unit of ``columns.value``."""
    bound: int
    """Of the whole value; safe whatever the tolerances of the solver."""


_BOUNDED = {
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kSolutionLimit,
    highspy.HighsModelStatus.kIterationLimit,
    highspy.HighsModelStatus.kTimeLimit,
    highspy.HighsModelStatus.kObjectiveBound,
    highspy.HighsModelStatus.kInterrupt,
}
"""How a search can end and still have proven the bound it gives."""

_PROVING: Final = {
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_allow_restart": False,
}
"""Three times as fast when it is known what is to be beaten."""
_NOTHING: Final = 2**62


class Program:
    """One run at a time; ``cancel`` from another thread ends it within a moment."""

    def __init__(self, columns: Columns, *, late: int, short: int, seed: int) -> None:
        """Plans at most ``late`` months late and ``short`` points short."""
        self.columns = columns
        self.work = 0.0
        """Units of about a second, counted in a way that is the same every time."""
        self._short = short
        self._is_cancelled = False
        self._rows: list[Row] = []
        self._highs = highspy.Highs()
        self._set(output_flag=False, threads=1, random_seed=seed)
        self._highs.HandleUserInterrupt = True
        self._add_variables()
        for rows in (
            one_start_each(columns),
            logic(columns),
            first_tiers(columns, late, short),
            limits(columns),
        ):
            self.add(list(rows))

    def add(self, rows: Sequence[Row]) -> None:
        if not rows:
            return
        self._rows.extend(rows)
        sizes = [len(row.variable) for row in rows]
        self._highs.addRows(
            len(rows),
            np.array([row.least for row in rows]),
            np.array([row.most for row in rows]),
            sum(sizes),
            np.cumsum([0, *sizes[:-1]]).astype(np.int32),
            np.concatenate([row.variable for row in rows]).astype(np.int32),
            np.concatenate([row.coefficient for row in rows]),
        )

    def relax(self) -> Relaxed | None:
        """None when it was cancelled, or when there is nothing lawful to mix."""
        if self._is_cancelled:
            return None
        is_first = self._highs.getInfo().basis_validity == 0
        large = len(self.columns.row) > _INTERIOR_POINT_FROM
        self._set(solver="ipm" if is_first and large else "simplex")
        self._run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self._highs.getSolution()
        share = np.array(solution.col_value)[: self.columns.count]
        return self._priced(share, np.array(solution.row_dual))

    def choose(self, start: Ints, *, nodes: int, within: float) -> tuple[Ints | None, bool]:
        """A choice at least as good as ``start``, and whether none has more than ``within`` more value."""
        if self._is_cancelled:
            return None, False
        self._highs.setSolution(self._as_solution(start))
        self._branch(nodes=nodes, within=within)
        return self._choice(), self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal

    def exceed(self, value: int, *, within: int, nodes: int) -> tuple[Ints | None, int]:
        """A choice worth over ``within`` more than ``value``, if one is come upon; and what none is worth more
        than: at the least ``within`` more than ``value``, or than what was found.

        What cannot matter is passed over, and no time goes into looking for good choices as such.
        """
        if self._is_cancelled:
            return None, unreached(self.columns)
        enough = value + within - self.columns.before.value
        self._set(**_PROVING, objective_bound=-(enough + 0.5) * self._scale)
        self._branch(nodes=nodes, within=within)
        return self._choice(), max(value + within + int(1e-5 / self._scale), self._proven(within))

    def _branch(self, *, nodes: int, within: float) -> None:
        count = self.columns.count
        kinds = np.array([highspy.HighsVarType.kInteger] * count)
        self._highs.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds)
        self._set(mip_max_nodes=nodes, mip_rel_gap=0.0, mip_abs_gap=max(0.5, within) * self._scale)
        self._run()

    @property
    def _has_found(self) -> bool:
        status = self._highs.getInfo().primal_solution_status
        return bool(status == highspy.SolutionStatus.kSolutionStatusFeasible)

    def _choice(self) -> Ints | None:
        if not self._has_found:
            return None
        values = np.array(self._highs.getSolution().col_value)[: self.columns.count]
        chosen = np.flatnonzero(values > 0.5)
        choice = np.full(self.columns.initiatives, NOT_CHOSEN, dtype=np.int64)
        choice[self.columns.owner[chosen]] = chosen
        return choice

    def _proven(self, within: int) -> int:
        """What no choice exceeds that is worth more than was asked for."""
        before, status, info = self.columns.before.value, self._highs.getModelStatus(), self._highs.getInfo()
        if status == highspy.HighsModelStatus.kInfeasible or self._is_contradicted():
            return -_NOTHING
        bound = -info.mip_dual_bound / self._scale
        if status not in _BOUNDED or not info.valid or not np.isfinite(bound):
            # broken off before anything was proven: what the engine then calls its bound is no bound
            return unreached(self.columns)
        if self._has_found:
            bound = max(bound, within - info.objective_function_value / self._scale)
        return before + int(np.floor(bound + 1e-6 * max(1.0, abs(bound))))

    def cancel(self) -> None:
        self._is_cancelled = True
        self._highs.cancelSolve()

    def _is_contradicted(self) -> bool:
        """A row that choosing nothing breaks, and nothing to choose: such a model the engine calls empty."""
        nothing = self.columns.count + len(self.columns.goals.needed) == 0
        return nothing and any(row.least > 0 or row.most < 0 for row in self._rows)

    def _add_variables(self) -> None:
        columns, goals = self.columns, len(self.columns.goals.needed)
        count = columns.count + goals
        self._scale = _COST / max(1, int(np.abs(columns.value).max(initial=1)))
        self._highs.addVars(count, np.zeros(count), np.r_[np.ones(columns.count), np.full(goals, np.inf)])
        costs = np.r_[-columns.value * self._scale, np.zeros(goals)]
        self._highs.changeColsCost(count, np.arange(count, dtype=np.int32), costs)

    def _run(self) -> None:
        if self._highs.run() == highspy.HighsStatus.kError:
            # refused when somebody else's search in this thread began with another number of threads
            highspy.Highs.resetThreadScheduler(True)
            self._highs.run()
        info = self._highs.getInfo()
        entries = len(self.columns.row) + 1000
        per_iteration = 2e-4 * (entries / 15_000) ** 0.5
        self.work += 0.02 + 1e-6 * entries + per_iteration * max(0, info.simplex_iteration_count)
        self.work += 1.5e-7 * entries * max(0, info.ipm_iteration_count)

    def _set(self, **options: object) -> None:
        for name, value in options.items():
            self._highs.setOptionValue(name, value)

    def _as_solution(self, choice: Ints) -> highspy.HighsSolution:
        goals = self.columns.goals
        reached = goals.points[choice >= 0].sum(axis=0)
        values = np.r_[np.zeros(self.columns.count), np.maximum(0, goals.needed - reached)]
        values[choice[choice >= 0]] = 1.0
        solution = highspy.HighsSolution()
        solution.col_value = values.tolist()
        return solution

    def _priced(self, share: Floats, duals: Floats) -> Relaxed:
        """Weak duality: with prices of the right sign on the rows, no choice is worth more than this.

        The rows of one start each take no price: instead each initiative takes its best column, or none.
        """
        columns, rows = self.columns, self._rows
        least, most = np.array([row.least for row in rows]), np.array([row.most for row in rows])
        price = -duals / self._scale
        price[: columns.initiatives] = 0.0
        price = np.where(np.isinf(most), np.minimum(price, 0.0), price)
        price = np.where(np.isinf(least), np.maximum(price, 0.0), price)
        paid = np.where(price > 0, np.where(np.isinf(most), 0.0, most), np.where(np.isinf(least), 0.0, least))
        sizes = [len(row.variable) for row in rows]
        taken = np.bincount(
            np.concatenate([row.variable for row in rows]),
            weights=np.concatenate([row.coefficient for row in rows]) * np.repeat(price, sizes),
            minlength=columns.count + len(columns.goals.needed),
        )
        gain: Floats = (columns.value - taken[: columns.count]).astype(np.float64)
        best = np.zeros(columns.initiatives)
        np.maximum.at(best, columns.owner, gain)
        short = np.maximum(0.0, -taken[columns.count :]).sum() * self._short
        total = float(price @ paid) + float(best.sum()) + float(short)
        size = float(np.abs(price * paid).sum() + np.abs(columns.value).max(initial=0)) + total
        return Relaxed(share, gain, columns.before.value + int(np.floor(total + 1e-9 * abs(size) + 1e-6)))


def unreached(columns: Columns) -> int:
    """The value if every initiative got its best start, whatever it uses."""
    best = np.zeros(columns.initiatives, dtype=np.int64)
    np.maximum.at(best, columns.owner, columns.value)
    return columns.before.value + int(best.sum())

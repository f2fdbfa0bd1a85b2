"""Run CP-SAT so that it can be stopped, and so that the same question gets the same answer."""

import threading
from dataclasses import dataclass
from typing import Final

from ortools.sat.python import cp_model

from takt.calculation.planner.patience import INTERVAL_SECONDS, Patience

_WORK_OF_TIME: Final = 2.0
"""Its deterministic time runs about half as fast as a clock."""


@dataclass(frozen=True, slots=True)
class Answer:
    values: tuple[int, ...] | None
    """None when nothing was found."""
    bound: float
    """Proven limit of the objective."""
    is_proven: bool
    """Nothing better exists; or, without values, nothing at all."""


def run(
    model: cp_model.CpModel,
    patience: Patience,
    *,
    seed: int,
    work: float,
    workers: int = 2,
    in_turn: bool = False,
) -> Answer:
    """At most ``work`` units, which are counted as spent."""
    solver = cp_model.CpSolver()
    solver.parameters.catch_sigint_signal = False  # Ctrl-C is our caller's; theirs ends the process
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = workers
    # in turn is slower than at once, but repeatable; and one worker thus has the ideas of many
    solver.parameters.interleave_search = in_turn or (workers > 1 and patience.work is not None)
    solver.parameters.max_deterministic_time = min(work, patience.work_left) / _WORK_OF_TIME
    if patience.seconds_left != float("inf"):
        solver.parameters.max_time_in_seconds = patience.seconds_left
    status = _solve_watched(solver, model, patience)
    patience.spent += _WORK_OF_TIME * solver.deterministic_time
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    if status == cp_model.MODEL_INVALID:
        raise ValueError(f"CP-SAT refuses the model: {model.validate()[:500]}")
    return Answer(
        values=tuple(solver.response_proto.solution) if found else None,
        bound=solver.best_objective_bound,
        is_proven=status in (cp_model.OPTIMAL, cp_model.INFEASIBLE),
    )


def _solve_watched(solver: cp_model.CpSolver, model: cp_model.CpModel, patience: Patience) -> int:
    statuses: list[int] = []
    thread = threading.Thread(target=lambda: statuses.append(solver.solve(model)), daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(INTERVAL_SECONDS)
        if thread.is_alive() and patience.is_cut_short():
            solver.stop_search()
    return statuses[0]

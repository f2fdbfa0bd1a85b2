"""CP-SAT the way projects are usually scheduled: an interval per activity, a cumulative per role.

Only for problems that are nothing but duties without deadline, constant staff and requirements (PSPLIB).
"""

import os
from collections.abc import Mapping

from ortools.sat.python import cp_model

from peers.answer import Answer
from takt.calculation.planner.problem import Initiative, Problem


def solve(problem: Problem, *, seconds: float) -> Answer:
    """Ends the project, the initiative with points, as early as it can."""
    model = cp_model.CpModel()
    start = {
        one.id: model.new_int_var(0, problem.months - 1 - one.lead_time, "") for one in problem.initiatives
    }
    for one in problem.initiatives:
        for requirement in one.requires:
            live = start[requirement.id] + problem.initiative[requirement.id].lead_time
            model.add(start[one.id] >= live + requirement.lag_months)
    _share_the_roles(model, problem, start)
    closing = next(one for one in problem.initiatives if one.points_per_year)
    model.minimize(start[closing.id])
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = os.cpu_count() or 1
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(None)
    earliest = round(solver.best_objective_bound)
    bound = closing.points_per_year * (problem.months - earliest - closing.lead_time)
    return Answer({wish: solver.value(var) for wish, var in start.items()}, value_bound_twelfths=bound)


def _share_the_roles(model: cp_model.CpModel, problem: Problem, start: Mapping[str, cp_model.IntVar]) -> None:
    for role in problem.roles:
        users = [one for one in problem.initiatives if role.id in one.staff]
        spans = [model.new_fixed_size_interval_var(start[one.id], one.lead_time, "") for one in users]
        needs = [_constant_need(one, role.id) for one in users]
        model.add_cumulative(spans, needs, min(role.days))


def _constant_need(one: Initiative, role: str) -> int:
    need = one.staff[role]
    if len(set(need)) != 1 or len(need) != one.lead_time:
        raise ValueError(f"{one.id} does not need {role} evenly: intervals cannot say that.")
    return need[0]

"""What a peer hands back."""

from collections.abc import Mapping
from dataclasses import dataclass

from peers.start_choices import StartChoices
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Problem


@dataclass(frozen=True, slots=True)
class Answer:
    start: Mapping[str, int] | None
    """By id, the fixed ones among them; None = no plan within the time."""
    value_bound_twelfths: int | None = None
    """No plan as late and as short as this one has more; None = not known."""


def as_plan(problem: Problem, start: Mapping[str, int], bound: int | None) -> Plan:
    """What a peer found, in the form that the checker reads. ``bound`` in twelfths."""
    score = StartChoices(problem).score(start)
    return Plan(
        problem_sha256=problem.sha256,
        status=Status.FEASIBLE,
        placements=tuple(Placement(one.id, start[one.id]) for one in problem.initiatives if one.id in start),
        months_late=score.months_late,
        goal_shortfall=score.goal_shortfall,
        value_twelfths=score.value_twelfths,
        value_bound_twelfths=score.value_twelfths if bound is None else bound,
    )

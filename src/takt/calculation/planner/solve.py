"""Find the best plan: one entrance, whatever engine does the work."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.metadata import version

from takt.calculation.planner.cpsat.choosing import Choosing
from takt.calculation.planner.choices.building import Built, columns_of
from takt.calculation.planner.choices.columns import NOT_CHOSEN, Ints
from takt.calculation.planner.choices.table import Table
from takt.calculation.planner.search.greedy import best_first, by_gain
from takt.calculation.planner.search.tiers import least_late, least_short
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Problem


class Effort(StrEnum):
    """How much deterministic work to spend. The same problem and effort always give the same plan."""

    QUICK = "quick"
    NORMAL = "normal"
    THOROUGH = "thorough"


_WORK = {Effort.QUICK: 5.0, Effort.NORMAL: 30.0, Effort.THOROUGH: 120.0}


@dataclass(frozen=True, slots=True)
class Progress:
    """Said now and then while solving."""

    seconds: float
    step: str
    """What is being done, as a key to be translated by whoever shows it."""
    plan: Plan | None
    """The best lawful plan so far."""
    share_done: float
    """0 … 1 of the effort or time."""


class Impossible(Exception):  # noqa: N818 - it is an answer, not an error
    """No plan can satisfy the logic; ``limits`` names a smallest set that contradict each other."""

    def __init__(self, limits: tuple[str, ...]) -> None:
        super().__init__("; ".join(limits))
        self.limits = limits


def solve(
    problem: Problem,
    *,
    effort: Effort | None = None,
    seconds: float | None = None,
    seed: int = 1,
    on_progress: Callable[[Progress], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best plan found within the effort; ``seconds`` is a safety net (see docs/planner.md §2).

    Given only ``seconds`` it uses them; given neither, the effort is normal.
    Raises Impossible when no plan can satisfy choose_one, requires, excludes and the fixed ones.
    """
    if effort is None and seconds is None:
        effort = Effort.NORMAL
    patience = Patience(None if effort is None else _WORK[effort], seconds, should_stop)
    built = columns_of(problem)
    columns = built.columns
    reached = least_late(columns, None, patience, seed=seed, work=10)
    if reached.choice is None:
        raise Impossible(("?",))
    table = Table(columns, reached.choice)
    gain = columns.value.astype(float)
    by_gain(table, gain, best_first(columns, gain))
    proven = reached.is_least
    reached = least_short(columns, table.choice, patience, seed=seed, work=10)
    proven &= reached.is_least
    table = Table(columns, reached.choice)
    by_gain(table, gain, best_first(columns, gain))
    model = Choosing(columns, table.choice)
    late, short = (score := columns.score(table.choice)).late, score.short
    model.hold_late(late - columns.before.late)
    model.hold_short(short)
    answer = model.most_value(patience, seed=seed, work=1000)
    if answer.choice is None:
        answer = replace(answer, choice=table.choice)
    value = columns.score(answer.choice).value
    bound = answer.bound + columns.before.value
    engine = {"effort": effort or "", "seed": seed, "ortools": version("ortools"), "takt": version("takt")}
    engine |= {"highspy": version("highspy"), "numpy": version("numpy")}
    return Plan(
        problem_sha256=problem.sha256,
        status=Status.OPTIMAL if proven and 200 * (bound - value) <= abs(bound) else Status.FEASIBLE,
        placements=_placements(problem, built, answer.choice),
        months_late=late,
        goal_shortfall=short,
        value_twelfths=value,
        value_bound_twelfths=bound,
        engine=engine,
        seconds=patience.elapsed,
    )


def _placements(problem: Problem, built: Built, choice: Ints) -> tuple[Placement, ...]:
    columns = built.columns
    start = {one.id: one.fixed_start for one in problem.initiatives}
    start |= {
        id_: int(columns.start[column])
        for id_, column in zip(columns.ids, choice, strict=True)
        if column != NOT_CHOSEN
    }
    placed = ((one.id, start[one.id]) for one in problem.initiatives)
    return tuple(Placement(id_, at) for id_, at in placed if at is not None)

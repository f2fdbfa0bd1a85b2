"""Find the best plan: one entrance, whatever engine does the work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version

from takt.calculation.planner.choices.building import Built, columns_of
from takt.calculation.planner.choices.columns import NOT_CHOSEN, Ints
from takt.calculation.planner.choices.demand import Worth
from takt.calculation.planner.cpsat.contradicting import contradicting
from takt.calculation.planner.impossible import Impossible
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.search.searching import Search

__all__ = ["Effort", "Impossible", "Progress", "solve"]


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


def solve(
    problem: Problem,
    *,
    effort: Effort | None = None,
    seconds: float | None = None,
    work: float | None = None,
    seed: int = 1,
    on_progress: Callable[[Progress], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best plan found within the effort; ``seconds`` is a safety net (see docs/planner.md §2).

    Given only ``seconds`` it uses them; given nothing, the effort is normal. ``work`` instead of an effort is for
    a glance at a question that is not kept as a plan: units of work, as repeatable as an effort.
    Raises Impossible when no plan can satisfy choose_one, requires, excludes and the fixed ones.
    """
    if effort is None and seconds is None and work is None:
        effort = Effort.NORMAL
    patience = Patience(work if effort is None else _WORK[effort], seconds, should_stop)
    built = columns_of(problem)
    spent = effort or ("seconds" if work is None else f"work {work}")
    said = _Said(problem, built, patience, {**_VERSIONS, "seed": seed, "effort": spent})

    def tell(step: str, choice: Ints, bound: int, tiers_least: bool) -> None:  # noqa: FBT001
        plan = said.plan(choice, bound, tiers_least=tiers_least)
        on_progress(Progress(patience.elapsed, step, plan, patience.share_done))

    search = Search(built.columns, patience, seed, tell)
    search.run()
    if search.best is None:
        raise Impossible(contradicting(problem))
    return said.plan(search.best, search.bound, tiers_least=search.tiers_least)


_VERSIONS = {name: version(name) for name in ("takt", "ortools", "highspy", "numpy", "numba")}


@dataclass(frozen=True, slots=True)
class _Said:
    """Makes plans of choices."""

    problem: Problem
    built: Built
    patience: Patience
    engine: Mapping[str, str | int]

    def plan(self, choice: Ints, bound: int, *, tiers_least: bool) -> Plan:
        score = self.built.columns.score(choice)
        placements = _placements(self.problem, self.built, choice)
        worth = Worth(self.problem)
        value = worth.nothing
        value += sum(worth.value(self.problem.initiative[each.id], each.start) for each in placements)
        most = max(value, self.built.most_twelfths(bound))
        return Plan(
            problem_sha256=self.problem.sha256,
            status=Status.OPTIMAL if tiers_least and 200 * (most - value) <= abs(most) else Status.FEASIBLE,
            placements=placements,
            months_late=score.late,
            goal_shortfall=score.short,
            value_twelfths=value,
            value_bound_twelfths=most,
            engine=self.engine,
            seconds=self.patience.account,
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

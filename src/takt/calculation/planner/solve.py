"""Find the best plan: one entrance, whatever engine does the work."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem


class Effort(StrEnum):
    """How much deterministic work to spend. The same problem and effort always give the same plan."""

    QUICK = "quick"
    NORMAL = "normal"
    THOROUGH = "thorough"


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
    effort: Effort = Effort.NORMAL,
    seconds: float | None = None,
    seed: int = 1,
    on_progress: Callable[[Progress], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best plan found within the effort; ``seconds`` is a safety net (see docs/planner.md §2).

    Raises Impossible when no plan can satisfy choose_one, requires, excludes and the fixed ones.
    """
    raise NotImplementedError

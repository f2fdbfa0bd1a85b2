"""How long to go on: by work done, which is the same every time, and by the clock as a safety net."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

INTERVAL_SECONDS = 0.05
"""Between looks at the clock while another engine computes."""


@dataclass
class Patience:
    """Work is counted in units of about a second; ``work`` None = as much as the seconds hold."""

    work: float | None
    seconds: float | None
    should_stop: Callable[[], bool] = lambda: False
    spent: float = 0.0
    began: float = field(default_factory=time.perf_counter)

    @property
    def elapsed(self) -> float:
        return time.perf_counter() - self.began

    @property
    def work_left(self) -> float:
        return float("inf") if self.work is None else max(0.0, self.work - self.spent)

    @property
    def seconds_left(self) -> float:
        return float("inf") if self.seconds is None else max(0.0, self.seconds - self.elapsed)

    @property
    def share(self) -> float:
        """0 … 1 of what there is, whichever runs out first."""
        by_work = 0.0 if self.work is None else self.spent / self.work
        by_clock = 0.0 if self.seconds is None else self.elapsed / self.seconds
        return min(1.0, max(by_work, by_clock))

    def is_cut_short(self) -> bool:
        """Asked to stop, or out of time: finish within a second with what there is."""
        return self.seconds_left <= 0 or self.should_stop()

    def is_over(self) -> bool:
        return self.work_left <= 0 or self.is_cut_short()

    def part(self, *, work: float, reserve_seconds: float = 0.0) -> "Patience":
        """Patience for a step: at most this much work, and not into the seconds reserved for later steps."""
        seconds = None if self.seconds is None else max(0.0, self.seconds - reserve_seconds)
        limit = self.spent + min(work, self.work_left)
        return Patience(limit, seconds, self.should_stop, self.spent, self.began)

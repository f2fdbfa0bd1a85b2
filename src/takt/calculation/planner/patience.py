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
    reserved: float = 0.0
    """Seconds kept for what comes after."""
    began: float = field(default_factory=time.perf_counter)

    @property
    def elapsed(self) -> float:
        return time.perf_counter() - self.began

    @property
    def account(self) -> float:
        """What a plan says it took: the work counted when only an effort was asked for, so that the same
        question gives the same bytes; the clock when it could cut short.
        """
        return round(self.spent if self.seconds is None else self.elapsed, 1)

    @property
    def work_left(self) -> float:
        return float("inf") if self.work is None else max(0.0, self.work - self.spent)

    @property
    def seconds_left(self) -> float:
        return float("inf") if self.seconds is None else max(0.0, self.seconds - self.reserved - self.elapsed)

    @property
    def share_done(self) -> float:
        """0 … 1 of what there is, whichever runs out first."""
        return max(
            self.share_of_effort, 0.0 if self.seconds is None else min(1.0, self.elapsed / self.seconds)
        )

    @property
    def share_of_effort(self) -> float:
        """0 … 1 of the work; of the seconds only when nothing else was given, for they never repeat."""
        if self.work is not None:
            return min(1.0, self.spent / self.work)
        return min(1.0, self.elapsed / self.seconds) if self.seconds else 0.0

    def work_for(self, share: float) -> float:
        """That share of the effort, in units of work: about seconds, when only these were given."""
        return share * (self.work or self.seconds or 1.0)

    def is_cut_short(self) -> bool:
        """Asked to stop, or out of time: finish within a second with what there is."""
        return self.seconds_left <= 0 or self.should_stop()

    def is_over(self) -> bool:
        return self.work_left <= 0 or self.is_cut_short()

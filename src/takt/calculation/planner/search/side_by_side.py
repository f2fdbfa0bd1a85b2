"""Two computations at a time, ended within a moment when patience runs out."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Protocol

from takt.calculation.planner.patience import INTERVAL_SECONDS, Patience


class Beside(Protocol):
    """A computation that keeps its own result."""

    @property
    def work(self) -> float:
        """Units of about a second, in all."""
        ...

    def run(self) -> None: ...

    def cancel(self) -> None:
        """From another thread: end ``run`` within a moment."""


class SideBySide:
    """Threads that last as long as the search: a solver keeps state in each."""

    def __init__(self, lanes: int = 2) -> None:
        self.lanes = lanes
        self._threads = ThreadPoolExecutor(lanes)

    def __enter__(self) -> "SideBySide":
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown()

    def run(
        self,
        computations: Sequence[Beside],
        patience: Patience,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        """Until all have ended; ``meanwhile`` is done now and then, in the caller's own thread."""
        futures = [self._threads.submit(each.run) for each in computations]
        while wait(futures, timeout=INTERVAL_SECONDS).not_done:
            meanwhile()
            if patience.is_cut_short():
                for each in computations:
                    each.cancel()
        for future in futures:
            future.result()

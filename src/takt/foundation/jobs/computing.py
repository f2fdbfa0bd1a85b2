"""Compute many tasks on whatever power there is; what is lost with a process or a host is computed again."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from typing import Any, TypeVar

from takt.foundation.jobs.power import Power

K = TypeVar("K")
R = TypeVar("R")

HEARTBEAT_SECONDS = 1.0
MOST_LOSSES = 3
"""So often may all power be lost without a single task having been done in between."""


def computed(
    function: Callable[..., R],
    tasks: Mapping[K, tuple[Any, ...]],
    on: Power,
    *,
    heartbeat: Callable[[], bool],
) -> Iterator[tuple[K, R]]:
    """The result of every task, in the order in which they are done.

    ``heartbeat`` is called about every second and says whether to stop: then what has begun here is finished,
    what has not is left, and the iteration ends. Raises whatever a task raises, and the loss itself when there
    is no headway between losses.
    """
    missing, losses = dict(tasks), 0
    while missing:
        round_ = _Round(function, on, heartbeat)
        for key, result in round_.of(dict(missing)):
            del missing[key]
            losses = 0
            yield key, result
        if round_.is_stopping:
            return
        if round_.loss is not None:
            losses += 1
            if losses >= MOST_LOSSES:
                raise round_.loss


class _Round:
    """One opening of the executor: until all is done, we are asked to stop, or the power is lost."""

    def __init__(self, function: Callable[..., Any], on: Power, heartbeat: Callable[[], bool]) -> None:
        self._function, self._on, self._heartbeat = function, on, heartbeat
        self._waiting: dict[Any, tuple[Any, ...]] = {}
        self._pending: dict[Future[Any], Any] = {}
        self.is_stopping = False
        self.loss: BaseException | None = None

    def of(self, tasks: dict[Any, tuple[Any, ...]]) -> Iterator[tuple[Any, Any]]:
        self._waiting = tasks
        try:
            with self._on.open() as executor:
                yield from self._results(executor)
        except self._on.lost as loss:
            self.loss = loss

    def _results(self, executor: Executor) -> Iterator[tuple[Any, Any]]:
        self._hand_over(executor)
        while self._pending and self.loss is None:
            done, _ = wait(self._pending, timeout=HEARTBEAT_SECONDS, return_when=FIRST_COMPLETED)
            for future in done:
                key = self._pending.pop(future)
                if self._is_there(future):
                    yield key, future.result()
            if self._heartbeat():
                self._stop()
            if self.loss is None:
                self._hand_over(executor)

    def _hand_over(self, executor: Executor) -> None:
        width = len(self._waiting) if self._on.width is None else self._on.width - len(self._pending)
        for key in list(self._waiting)[: max(0, width)]:
            self._pending[executor.submit(self._function, *self._waiting.pop(key))] = key

    def _is_there(self, future: "Future[Any]") -> bool:
        """Raises what the task raised, unless it tells of a loss."""
        try:
            error = future.exception()
        except CancelledError as cancelled:
            if not self.is_stopping:  # by the cluster: its scheduler is gone
                self.loss = cancelled
            return False
        if error is None:
            return True
        if not isinstance(error, self._on.lost):
            raise error
        self.loss = error
        return False

    def _stop(self) -> None:
        self.is_stopping = True
        self._waiting.clear()
        self._pending = {future: key for future, key in self._pending.items() if not future.cancel()}

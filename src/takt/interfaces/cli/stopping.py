"""Let a person stop the planner with Ctrl-C and keep the best plan so far."""

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")
_LOOK_UP_SECONDS = 0.2


def run_stoppable(work: Callable[[Callable[[], bool]], T], *, on_stop: Callable[[], None]) -> T:
    """Run ``work(should_stop)``. The first Ctrl-C (or SIGTERM) asks it to stop; a second ends us.

    The work runs in a thread of its own: Python hears signals only between steps of the main thread, and
    an engine may stay inside one step for a long time.
    """
    stop = threading.Event()

    def asked(_signal: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        on_stop()

    with _listening(asked), ThreadPoolExecutor(max_workers=1) as pool:
        answer = pool.submit(work, stop.is_set)
        while True:
            try:
                return answer.result(timeout=_LOOK_UP_SECONDS)
            except NotYet:
                if answer.done():  # the work itself raised a TimeoutError
                    raise


@contextmanager
def _listening(asked: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may listen; whoever runs us in another decides for itself
        return
    before = {number: signal.signal(number, asked) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

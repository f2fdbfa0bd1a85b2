"""Ctrl-C asks the planner to stop; what it has by then is kept."""

import signal
import threading
import time
from collections.abc import Callable

import pytest

from takt.calculation.planner.plan import Plan, Status
from takt.calculation.planner.solve import Progress
from takt.interfaces.cli.progress import ProgressLine, line_of
from takt.interfaces.cli.stopping import run_stoppable


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_the_work_to_stop_and_keeps_its_answer(number: signal.Signals) -> None:
    asked: list[str] = []

    def work(should_stop: Callable[[], bool]) -> str:
        threading.Timer(0, signal.pthread_kill, [threading.main_thread().ident, number]).start()
        while not should_stop():
            time.sleep(0.01)
        return "the best so far"

    assert run_stoppable(work, on_stop=lambda: asked.append("stop")) == "the best so far"
    assert asked == ["stop"]


def test_a_second_signal_ends_it() -> None:
    go = threading.Event()

    def work(should_stop: Callable[[], bool]) -> None:
        me = threading.main_thread().ident
        threading.Timer(0, signal.pthread_kill, [me, signal.SIGINT]).start()
        while not should_stop():
            time.sleep(0.01)
        threading.Timer(0, signal.pthread_kill, [me, signal.SIGINT]).start()
        go.wait(1)

    with pytest.raises(KeyboardInterrupt):
        run_stoppable(work, on_stop=lambda: None)


def test_handlers_are_put_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    run_stoppable(lambda _: None, on_stop=lambda: None)
    assert signal.getsignal(signal.SIGINT) is before


def test_what_goes_wrong_in_the_work_is_raised() -> None:
    def work(_: Callable[[], bool]) -> None:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        run_stoppable(work, on_stop=lambda: None)


PLAN = Plan("", Status.FEASIBLE, (), 0, 0, value_twelfths=12_000, value_bound_twelfths=12_500)


def test_the_progress_line_is_plain_words() -> None:
    line = line_of(Progress(seconds=12.4, step="value", plan=PLAN, share_done=0.4), "da")
    assert line == "▇▇▇▇▇▇▇▇░░░░░░░░░░░░  40 %  0 ønsker, værdi 1.000 af højst 1.042 (4,0 % kan mangle)  12 s"
    first = line_of(Progress(seconds=0, step="", plan=None, share_done=0), "en")
    assert "looking for the first plan" in first


class Terminal:
    """A stream that is looked at."""

    def __init__(self, *, is_terminal: bool) -> None:
        self.written = ""
        self._is_terminal = is_terminal

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize(("is_terminal", "quiet"), [(False, False), (True, True)])
def test_nothing_is_shown_where_nobody_looks(is_terminal: bool, quiet: bool) -> None:  # noqa: FBT001
    terminal = Terminal(is_terminal=is_terminal)
    line = ProgressLine("da", quiet=quiet, stream=terminal)  # type: ignore[arg-type]
    line.show(Progress(1, "", PLAN, 0.5))
    line.clear()
    assert terminal.written == ""


def test_a_terminal_sees_the_line_and_then_a_clean_row() -> None:
    terminal = Terminal(is_terminal=True)
    line = ProgressLine("da", quiet=False, stream=terminal)  # type: ignore[arg-type]
    line.show(Progress(1, "", PLAN, 0.5))
    line.clear()
    assert "50 %" in terminal.written
    assert terminal.written.endswith("\r\x1b[2K")

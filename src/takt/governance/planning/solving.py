"""Solve in a process of its own, so that a page, a heartbeat and a database never wait for the solver.

Nothing here knows Django: the child gets bytes and gives bytes.
"""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from time import monotonic

from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.reading import read_plan, read_problem
from takt.calculation.planner.solve import Effort, Impossible, Progress, solve

GRACE_SECONDS = 20.0
"""How long a solver that was asked to stop may take to hand in what it has."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far the solver is."""

    seconds: float
    step: str
    share_done: float
    plan: Plan | None
    """The best lawful plan so far."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Exactly one of the two is given."""

    plan: Plan | None = None
    contradicting: tuple[str, ...] = ()
    """Limits that no plan can satisfy together."""


class SolverDied(Exception):  # noqa: N818 - says what happened
    """The solving process ended without an answer."""


class Solving:
    """A solver at work. Ask it now and then what it has said."""

    def __init__(self, child: multiprocessing.process.BaseProcess, said: Connection, stop: Event) -> None:
        self._child, self._said, self._stop = child, said, stop
        self.answer: Answer | None = None
        self.best: Plan | None = None

    def listen(self, seconds: float) -> Step | None:
        """Hear it out for so long, or until it has its ``answer``; the latest step it told of, if any.

        Raises SolverDied.
        """
        latest: Step | None = None
        until = monotonic() + seconds
        try:
            while self.answer is None and self._said.poll(max(0.0, until - monotonic())):
                match self._said.recv():
                    case Step() as latest:
                        self.best = latest.plan or self.best
                    case Answer() as answer:
                        self.answer = answer
        except EOFError:
            raise SolverDied(f"the solving process ended with code {self._child.exitcode}") from None
        return latest

    def ask_to_stop(self) -> None:
        self._stop.set()


@contextmanager
def solving(raw_problem: bytes, effort: Effort) -> Iterator[Solving]:
    """Start a solver; on leaving it is ended, whatever it is doing."""
    fresh = multiprocessing.get_context("spawn")  # a fork would share the worker's database connection
    said, saying = fresh.Pipe(duplex=False)
    stop = fresh.Event()
    child = fresh.Process(target=_solve, args=(raw_problem, effort, saying, stop), daemon=True)
    child.start()
    saying.close()  # so that its end is heard when the child dies
    try:
        yield Solving(child, said, stop)
    finally:
        child.kill()
        child.join()
        said.close()


def _solve(raw_problem: bytes, effort: Effort, saying: Connection, stop: Event) -> None:
    """In the child."""
    worker = multiprocessing.parent_process()

    def should_stop() -> bool:
        return stop.is_set() or worker is None or not worker.is_alive()

    def tell(progress: Progress) -> None:
        saying.send(Step(progress.seconds, progress.step, progress.share_done, progress.plan))

    try:
        plan = solve(read_problem(raw_problem), effort=effort, on_progress=tell, should_stop=should_stop)
    except Impossible as impossible:
        saying.send(Answer(contradicting=impossible.limits))
    else:
        # through the file format, so that what is recorded is what anyone can read
        saying.send(Answer(plan=read_plan(plan_bytes(plan))))

"""Many tasks on the cores of this host: nothing is lost with a process, and stopping keeps what has begun."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from takt.foundation.jobs import power as powers
from takt.foundation.jobs.computing import computed
from takt.foundation.jobs.power import NoCluster, power
from tests.foundation.pure_work import complain, die, die_once, nap, square


def never() -> bool:
    return False


def test_every_task_is_computed_once() -> None:
    tasks = {number: (number,) for number in range(7)}
    results = list(computed(square, tasks, power(processes=2), heartbeat=never))
    assert sorted(results) == [(number, number**2) for number in range(7)]


def test_a_process_that_dies_loses_nothing(tmp_path: Path) -> None:
    tasks = {number: (number, str(tmp_path / "mark")) for number in range(5)}
    assert dict(computed(die_once, tasks, power(processes=2), heartbeat=never)) == {n: n for n in range(5)}


def test_what_always_kills_its_process_is_given_up() -> None:
    with pytest.raises(BrokenExecutor):
        list(computed(die, {1: (1,)}, power(processes=1), heartbeat=never))


def test_an_error_of_the_work_itself_is_told() -> None:
    with pytest.raises(ZeroDivisionError):
        list(computed(complain, {1: (1,)}, power(processes=1), heartbeat=never))


def test_stopping_keeps_what_has_begun_and_leaves_the_rest() -> None:
    seen: list[int] = []
    tasks = {number: (number,) for number in range(60)}
    for key, _ in computed(nap, tasks, power(processes=2), heartbeat=lambda: len(seen) >= 3):
        seen.append(key)
    assert 3 <= len(seen) <= 8


def test_processes_end_when_their_worker_is_killed() -> None:
    """Nobody else would end them."""
    program = (
        "import sys\n"
        "from takt.foundation.jobs.power import power\n"
        "from tests.foundation.pure_work import square\n"
        "if __name__ == '__main__':\n"
        "    with power(processes=1).open() as pool:\n"
        "        pool.submit(square, 2).result()\n"
        "        print(*pool._processes, flush=True)\n"
        "        sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ) as worker:
        assert worker.stdout
        child = int(worker.stdout.readline())
        worker.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while is_running(child):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    """A zombie that nobody waits for does not run (Linux)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_cluster_without_its_library_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed.scheduler", None)
    with pytest.raises(NoCluster, match=r"pip install takt\[cluster\]"):
        powers.power("tcp://127.0.0.1:1")

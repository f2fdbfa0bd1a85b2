"""A real Dask cluster of processes on this host, for as long as a test lasts."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUIET = ["--no-dashboard"]


@dataclass
class Cluster:
    address: str
    workers: "list[subprocess.Popen[bytes]]"

    def kill_one(self) -> None:
        """As if its host lost power."""
        os.killpg(self.workers[0].pid, signal.SIGKILL)


@contextmanager
def cluster(workers: int = 2) -> Iterator[Cluster]:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    scheduler = _start("scheduler", "--host", "127.0.0.1", "--port", str(port), *QUIET)
    hands = [
        _start("worker", address, "--nthreads", "1", "--no-nanny", "--name", f"hand-{number}", *QUIET)
        for number in range(workers)
    ]
    try:
        _wait_for(address, workers)
        yield Cluster(address, hands)
    finally:
        for process in (*hands, scheduler):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(20)


def _start(*command: str) -> "subprocess.Popen[bytes]":
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + command[0], *command[1:]],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait_for(address: str, workers: int) -> None:
    from distributed import Client

    deadline = time.monotonic() + 60
    while True:
        try:
            with Client(address, timeout=5, set_as_default=False) as client:
                client.wait_for_workers(workers, timeout=30)
                return
        except (OSError, TimeoutError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)

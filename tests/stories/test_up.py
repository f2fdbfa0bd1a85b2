"""`takt up` keeps its promise: what dies is started again, and a taken port is said plainly."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.stories.conftest import Takt, wait_for

UP = [sys.executable, "-m", "takt.interfaces.cli.main", "up"]


def children_of(pid: int) -> dict[int, str]:
    """Process ids and command lines (Linux)."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return {
        int(child): Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode()
        for child in listed
    }


def child(takt: Takt, word: str) -> int | None:
    return next((pid for pid, line in children_of(takt.process.pid).items() if word in line), None)


def wait_for_one(takt: Takt, word: str, other_than: int | None = None) -> int:
    deadline = time.monotonic() + 20
    while (pid := child(takt, word)) in {None, other_than}:
        assert time.monotonic() < deadline, f"{word} did not come back"
        time.sleep(0.1)
    assert pid is not None
    return pid


def test_a_killed_worker_comes_back(takt: Takt) -> None:
    first = wait_for_one(takt, "cli.main worker")
    os.kill(first, signal.SIGKILL)
    wait_for_one(takt, "cli.main worker", other_than=first)
    wait_for(takt.url)


def test_a_killed_web_server_comes_back(takt: Takt) -> None:
    first = wait_for_one(takt, "granian")
    os.kill(first, signal.SIGKILL)
    wait_for_one(takt, "granian", other_than=first)
    wait_for(takt.url)


def test_a_taken_port_is_said_plainly(takt: Takt) -> None:
    second = subprocess.run(UP, env=takt.environment, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 2
    assert "optaget" in second.stderr
    assert "TAKT_PORT=" in second.stderr
    assert "Traceback" not in second.stderr


def test_ctrl_c_stops_everything(takt: Takt) -> None:
    port = int(takt.url.rpartition(":")[2]) + 1
    process = subprocess.Popen([*UP, "--port", str(port)], env=takt.environment)
    try:
        wait_for(f"http://127.0.0.1:{port}")
        pids = list(children_of(process.pid))
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    finally:
        process.kill()
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]

"""`takt up`: the web server and a worker in one command; what dies is started again."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from types import FrameType

from takt.interfaces.cli.starting import start_django

MOST_RESTARTS_PER_MINUTE = 5


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("up", help="start web og arbejdsproces; Ctrl-C stopper begge")
    parser.add_argument("--port", type=port_number, default=os.environ.get("TAKT_PORT", "8000"))
    parser.add_argument("--host", default=os.environ.get("TAKT_LISTEN", "127.0.0.1"))
    parser.add_argument("--web-workers", type=int, default=2, metavar="ANTAL")
    parser.set_defaults(run=run)


def port_number(said: str) -> int:
    if not (said.isdecimal() and len(said) <= 5 and 0 < int(said) <= 65_535):
        raise argparse.ArgumentTypeError(f"{said!r} er ikke en port; vælg et tal fra 1 til 65535 (TAKT_PORT)")
    return int(said)


@dataclass
class Child:
    """One process that must be there as long as we are."""

    name: str
    command: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    started_at: list[float] = field(default_factory=list)

    def start(self) -> None:
        self.started_at = [moment for moment in self.started_at if moment > time.monotonic() - 60]
        self.started_at.append(time.monotonic())
        # its own session: Ctrl-C reaches us first, and we stop the children in order
        self.process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603 - our own words

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        if not self.process:
            return
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)

    @property
    def is_dead(self) -> bool:
        return self.process is None or self.process.poll() is not None

    @property
    def keeps_dying(self) -> bool:
        return len(self.started_at) > MOST_RESTARTS_PER_MINUTE


def run(args: argparse.Namespace) -> int:
    start_django()  # so that what is not set up is said once, and not by each process again and again
    if (problem := why_not_listen(args.host, args.port)) is not None:
        print(problem, file=sys.stderr)
        return 2
    children = [
        Child("web", web_command(args.host, args.port, args.web_workers)),
        Child("worker", [sys.executable, "-m", "takt.interfaces.cli.main", "worker"]),
    ]
    stop_requested: list[int] = []

    def ask_to_stop(signum: int, _frame: FrameType | None) -> None:
        stop_requested.append(signum)

    signal.signal(signal.SIGINT, ask_to_stop)
    signal.signal(signal.SIGTERM, ask_to_stop)
    print(f"\n  Takt svarer på http://{args.host}:{args.port}/   (Ctrl-C stopper)\n", flush=True)
    try:
        return keep_alive(children, stop_requested)
    finally:
        for child in children:
            child.stop()
        for child in children:
            child.wait(10)


def keep_alive(children: list[Child], stop_requested: list[int]) -> int:
    """Start what is not there, until asked to stop; gives up on a process that dies again and again."""
    while not stop_requested:
        for child in children:
            if not child.is_dead:
                continue
            if child.keeps_dying:
                print(f"takt: {child.name} dør igen og igen; se fejlen ovenfor. Stopper.", file=sys.stderr)
                return 1
            if child.process is not None:
                print(f"takt: {child.name} stoppede og startes igen.", file=sys.stderr, flush=True)
            child.start()
        time.sleep(0.2)
    return 0


def web_command(host: str, port: int, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port), "--workers", str(workers), "--blocking-threads", "4"),
        *("--respawn-failed-workers", "--no-ws", "--log-level", "warning"),
        "takt.config.wsgi:application",
    ]


def why_not_listen(host: str, port: int) -> str | None:
    """A plain message when the port is taken, or None."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return (
                f"takt: port {port} på {host} er optaget eller må ikke bruges ({error.strerror}).\n"
                f"Vælg en anden, for eksempel: TAKT_PORT={port + 1} make run"
            )
    return None

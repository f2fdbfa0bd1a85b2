"""`takt worker`: do jobs until told to stop. Start as many as there are processors to spare."""

import argparse
import signal

from takt.interfaces.cli.starting import start_django


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("worker", help="udfør beregninger, til den bliver stoppet")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every subcommand has this signature
    start_django()
    from takt.foundation.jobs.worker import work

    stop_requested: list[int] = []
    for signum in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signum, lambda signum, _frame: stop_requested.append(signum))
    work(should_stop=lambda: bool(stop_requested))
    return 0

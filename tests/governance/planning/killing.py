"""``python -m tests.governance.planning.killing``: kill −9 the worker at ten random moments of a plan run.

In an installation of its own, which the surroundings name. Prints what was seen as JSON, one line a run.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from takt.governance.planning.models import PlanRun

RUNS = 10
WORKER = [sys.executable, "-m", "takt.interfaces.cli.main", "worker"]
PATIENCE_SECONDS = 120


def main(seed: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    coordinator = build()
    draw = Random(seed)
    with worker():
        undisturbed = wait_until_over(request(coordinator))
    for _ in range(RUNS):
        run, moment = request(coordinator), draw.uniform(0, 1.1 * undisturbed)
        with worker():  # leaving kills it
            wait_until_claimed(run)
            time.sleep(moment)
        half = is_half_written(run)
        with worker():
            wait_until_over(run)
        tell({"moment": round(moment, 3), "half_written": half, **seen(run)})


def tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def build() -> Any:
    from tests.builders import gather_cast
    from tests.governance.planning.house import build_initiative, build_limits

    cast = gather_cast()
    build_limits()
    for number in range(1, 13):
        build_initiative(f"2026-{number:03}", people=60 + number, points_per_year=100 + 7 * number)
    return cast.nadia


def request(by: Any) -> "PlanRun":
    from django.utils import timezone

    from takt.calculation.planner.solve import Effort
    from takt.governance.planning.commands.request_plan import request_plan

    return request_plan(effort=Effort.QUICK, by=by, at=timezone.now())


@contextmanager
def worker() -> Iterator[None]:
    process = subprocess.Popen(WORKER, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def wait_until_claimed(run: "PlanRun") -> None:
    _wait(lambda: now_of(run).attempts > 0)


def wait_until_over(run: "PlanRun") -> float:
    """Seconds since it was claimed."""
    wait_until_claimed(run)
    begun = time.monotonic()
    _wait(lambda: now_of(run).is_over)
    return time.monotonic() - begun


def _wait(until: Any) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not until():
        if time.monotonic() > deadline:
            sys.exit("a stuck run")
        time.sleep(0.02)


def now_of(run: "PlanRun") -> Any:
    from takt.foundation.jobs.models import Job

    return Job.objects.get(pk=run.job_id)


def is_half_written(run: "PlanRun") -> bool:
    """A result is there as a whole or not at all."""
    run.refresh_from_db()
    there = (run.recorded_at is not None, run.plan is not None, run.placements.exists(), recorded(run) == 1)
    return len(set(there)) != 1


def recorded(run: "PlanRun") -> int:
    from takt.foundation.ledger.models import Event

    return Event.objects.filter(verb="plan.recorded", about=run.reference).count()


def seen(run: "PlanRun") -> dict[str, Any]:
    from takt.calculation.planner.check import check
    from takt.governance.planning.kept import kept_plan, kept_problem
    from takt.governance.planning.queries import unfinished_run

    run.refresh_from_db()
    job = now_of(run)
    return {
        "state": job.state,
        "attempts": job.attempts,
        "recorded": recorded(run),
        "placements": run.placements.count(),
        "lawful": check(kept_problem(run), kept_plan(run)).lawful,
        "plan_sha256": run.figures["plan_sha256"],
        "stuck": unfinished_run() is not None,
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "takt.config.settings")
    main(int(sys.argv[1]))

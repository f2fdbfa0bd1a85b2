"""A sweep over two limits, on this host and on a cluster that loses a worker half-way.

    PYTHONPATH=. python benchmarks/sweep.py --municipal DIR --write docs/benchmarks.md

Every point is solved on two local processes, and again on a Dask scheduler with two worker processes, one of which
is killed in the middle. The plans must be the same to the byte. Overhead is what a solve costs beside the solving:
the seconds that the living processes had, less those in which the answers were solved, per point. So it holds the
start of the processes, what is sent to and fro, waiting at the end, and the solve that was lost with the killed one.
"""

import argparse
import gzip
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from tests.foundation.cluster import Cluster, cluster

from machine import description, today, versions
from takt.calculation.planner.reading import read_problem
from takt.calculation.scenarios.axes import Axis, AxisKind, Cell, cells, changes_of
from takt.calculation.scenarios.solving import solve_changed
from takt.calculation.scenarios.writing import changes_bytes
from takt.foundation.jobs.computing import computed
from takt.foundation.jobs.power import Power, power

BEGIN, END = "<!-- sweep -->", "<!-- /sweep -->"
PROCESSES = 2
FRAMES = Axis(AxisKind.FRAME, None, -20, 20, 5)
"""Nine points."""
STAFF_TODAY, STAFF_FIRST, STAFF_LAST, DAYS = 40, -10, 40, 14
"""Six points: three to eight project leaders, four of them today."""


Answer: TypeAlias = tuple[bytes | None, float]
"""The plan, and the seconds in which it was solved, on a clock of its own process."""


@dataclass(frozen=True, slots=True)
class Measured:
    where: str
    seconds: float
    capacity_seconds: float
    """Of all processes there were; one that was killed counts until then."""
    answers: Mapping[Cell, Answer]

    @property
    def solving_seconds(self) -> float:
        return sum(seconds for _, seconds in self.answers.values())

    @property
    def overhead_ms(self) -> float:
        return 1_000 * (self.capacity_seconds - self.solving_seconds) / len(self.answers)

    @property
    def fingerprint(self) -> str:
        """Of all plans, by their place in the grid."""
        prints = (sha256(plan or b"").hexdigest() for _, (plan, _) in sorted(self.answers.items()))
        return sha256("\n".join(prints).encode()).hexdigest()[:16]


def timed(packed_problem: bytes, changes: bytes, effort: str) -> Answer:
    """What a process does."""
    begun = time.perf_counter()
    plan = solve_changed(packed_problem, changes, effort)
    return plan, time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--municipal", type=Path, required=True, help="folder with takt.problem/1 files")
    parser.add_argument("--instance", default="200x48-1.json")
    parser.add_argument("--effort", default="quick")
    parser.add_argument("--write", type=Path, help="put the table between the sweep markers of this file")
    given = parser.parse_args()
    measured = measure((given.municipal / given.instance).read_bytes(), given.effort)
    text = table(measured, given)
    print(text)
    if given.write:
        put(text, given.write)
    return 0 if len({one.fingerprint for one in measured}) == 1 else 1


def measure(raw: bytes, effort: str) -> list[Measured]:
    problem, packed = read_problem(raw), gzip.compress(raw, mtime=0)
    staff = Axis(AxisKind.STAFF, problem.roles[0].id, STAFF_FIRST, STAFF_LAST, 10, DAYS, STAFF_TODAY)
    axes = [FRAMES, staff]
    tasks = {cell: (packed, changes_bytes(changes_of(axes, cell, problem)), effort) for cell in cells(axes)}
    here = run("two local processes", tasks, power(processes=PROCESSES))
    with cluster(PROCESSES) as hands:
        there = run("Dask, two workers, one killed half-way", tasks, power(hands.address), hands)
    return [here, there]


def run(
    where: str, tasks: Mapping[Cell, tuple[bytes, bytes, str]], on: Power, hands: Cluster | None = None
) -> Measured:
    answers: dict[Cell, Answer] = {}
    begun, killed_at = time.perf_counter(), None
    for cell, answer in computed(timed, tasks, on, heartbeat=lambda: False):
        answers[cell] = answer
        print(f"{where}: {len(answers)} of {len(tasks)}", file=sys.stderr, flush=True)
        if hands and len(answers) == len(tasks) // 2:
            hands.kill_one()
            killed_at = time.perf_counter() - begun
    wall = time.perf_counter() - begun
    return Measured(
        where, wall, PROCESSES * wall - (wall - (wall if killed_at is None else killed_at)), answers
    )


def table(measured: Sequence[Measured], given: argparse.Namespace) -> str:
    points = len(measured[0].answers)
    same = len({one.fingerprint for one in measured}) == 1
    rows = (
        f"| {one.where} | {len(one.answers)} | {one.seconds:.0f} | {one.solving_seconds / points:.1f} "
        f"| {one.overhead_ms:,.0f} | {one.fingerprint} |"
        for one in measured
    )
    heading = (
        f"{given.instance}, effort {given.effort}: frames of −20 … +20 % by three to eight project leaders, "
        f"{points} points. The plans are {'the same to the byte' if same else 'NOT the same'}."
    )
    return "\n".join(
        [
            heading,
            "",
            "| where | points | wall s | s a solve | overhead ms a solve | fingerprint |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            f"Measured {today()} on {description()}; {versions()}.",
        ]
    )


def put(text: str, file: Path) -> None:
    before, _, rest = file.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    file.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

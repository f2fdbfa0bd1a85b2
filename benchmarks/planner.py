"""Measure the planner against public and municipal instances and its peers; print the tables.

    python benchmarks/planner.py --mkp DIR --psplib DIR --municipal DIR --resume record.jsonl \\
        --write docs/benchmarks.md

Every measurement is a child process and a line in the record; a run that was broken off goes on where it
stopped when given the same record. Without folders nothing is measured: the tables are made from the record.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import machine
import record
from cases import Folders
from tables import render
from tasks import TOPICS, Task, tasks

BEGIN, END = "<!-- planner: begin -->", "<!-- planner: end -->"
PATIENCE = 120
"""Seconds a child may go beyond its time (reading, building a model, checking) before it is stopped."""


def main(words: Sequence[str] | None = None) -> int:
    given = _arguments().parse_args(words)
    folders = Folders(mkp=given.mkp, psplib=given.psplib, municipal=given.municipal)
    _measure_all(_chosen(folders, given), folders, file=given.resume, minutes=given.minutes)
    text = render(record.entries(given.resume))
    print(text)
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    if given.write:
        insert(given.write, text)
    return 0


def insert(page: Path, text: str) -> None:
    """Put the tables between the markers of a page."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(
            f"{page} has no place for the tables: it needs {BEGIN} and {END}, each on its own line."
        )
    page.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")


def _arguments() -> argparse.ArgumentParser:
    says = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    says.add_argument("--mkp", type=Path, help="folder with mknapcb1, 5, 9 and best_known.txt")
    says.add_argument("--psplib", type=Path, help="folder with J30, J60, J120 and best_known.csv")
    says.add_argument("--municipal", type=Path, help="folder with municipal instances and results.csv")
    says.add_argument("--only", nargs="+", choices=TOPICS, default=TOPICS, help="only these topics")
    says.add_argument("--sets", nargs="+", help="only these sets, e.g. J30 500x48")
    says.add_argument("--engines", nargs="+", help="only these: takt greedy cpsat highs intervals")
    says.add_argument("--seconds", nargs="+", type=int, help="only measurements of this length, e.g. 10 30")
    says.add_argument("--instances", type=int, help="at most so many of each public set, evenly spread")
    says.add_argument("--minutes", type=float, help="begin no measurement after so many minutes")
    says.add_argument("--resume", type=Path, default=Path("planner-benchmarks.jsonl"), help="the record")
    says.add_argument("--out", type=Path, help="write the tables alone to this file")
    says.add_argument("--write", type=Path, help="put the tables between the markers of this page")
    return says


def _chosen(folders: Folders, given: argparse.Namespace) -> list[Task]:
    every = tasks(folders.cases(), instances=given.instances)
    wanted = [
        task
        for task in every
        if task.topic in given.only
        and (given.sets is None or task.set in given.sets)
        and (given.engines is None or task.engine in given.engines)
        and (given.seconds is None or task.seconds in (0, *given.seconds))
    ]
    return record.still_to_do(wanted, record.entries(given.resume))


def _measure_all(todo: Sequence[Task], folders: Folders, *, file: Path, minutes: float | None) -> None:
    until = float("inf") if minutes is None else time.monotonic() + 60 * minutes
    facts = {"date": machine.today(), "machine": machine.description(), "versions": machine.versions()}
    for number, task in enumerate(todo, start=1):
        if time.monotonic() > until:
            print(
                f"Time is up: {len(todo) - number + 1} measurements left for the next run.", file=sys.stderr
            )
            return
        told = f"{task.topic} {task.name} {task.engine} {task.seconds} s"
        print(f"[{number}/{len(todo)}] {told}", file=sys.stderr, flush=True)
        record.append(file, {**asdict(task), **facts, **_measured(task, folders)})


def _measured(task: Task, folders: Folders) -> Mapping[str, Any]:
    """What the child found, or how it failed."""
    where = {name: str(folder.resolve()) for name, folder in asdict(folders).items() if folder}
    child = [sys.executable, str(Path(__file__).with_name("measuring.py")), task.as_json(), json.dumps(where)]
    patience = 2 * task.seconds + PATIENCE if task.seconds else 10 * PATIENCE
    try:
        done = subprocess.run(child, capture_output=True, text=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        return {"failed": f"stopped after {patience} s"}
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["nothing"]
        return {"failed": f"exit {done.returncode}, saying: {said[-1]}"}
    found: Mapping[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(main())

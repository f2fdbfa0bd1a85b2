"""What is to be measured: one task is one child process and one line of the record."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from cases import KNAPSACK_FILE, PROJECT_SETS, Case, evenly

LARGE = ("200x48", "500x48", "1000x48")
SMALL = ("20x24", "50x36")
REPEATED = ("20x24-1.json", "50x36-1.json", "200x48-1.json", "500x48-1.json")
EXPLAINED = ("50x36-1.json", "200x48-1.json", "500x48-1.json")
TOPICS = ("mknapcb", "psplib", "tiny", "municipal", "greedy", "explain", "repeat")


@dataclass(frozen=True, slots=True)
class Task:
    topic: str
    set: str
    name: str
    engine: str
    seconds: int
    """Time the engine is given; 0 = as long as it takes."""
    run: int = 1

    @property
    def case(self) -> Case:
        return Case(self.set, self.name)

    def as_json(self) -> str:
        return json.dumps(asdict(self))


def tasks(cases: list[Case], *, instances: int | None) -> Iterator[Task]:
    """All of them, engines side by side on each instance so that they meet the same noise."""
    few = evenly(cases, instances)
    longer = set(evenly(few, max(1, (instances or 30) // 5)))
    for case in few:
        if case.set in KNAPSACK_FILE:
            yield from _knapsack(case, longer=case in longer)
        elif case.set in PROJECT_SETS:
            yield from _plan("psplib", case, ("takt", "intervals", "cpsat", "highs"), (10,))
    for case in (case for case in cases if case.set not in (*KNAPSACK_FILE, *PROJECT_SETS)):
        yield from _municipal(case)


def _municipal(case: Case) -> Iterator[Task]:
    """All instances, whatever the sample: there are few."""
    if case.set == "tiny":
        yield from _plan("tiny", case, ("takt",), (10,))
        return
    yield Task("greedy", case.set, case.name, "greedy", 0)
    if case.set in SMALL:
        yield from _plan("municipal", case, ("takt", "cpsat", "highs"), (10,))
    if case.set in LARGE:
        for seconds in (30, 60, 120):
            peers = ("takt", "cpsat", "highs") if seconds == 60 else ("takt",)
            yield from _plan("municipal", case, peers, (seconds,))
    if case.name in EXPLAINED:
        yield Task("explain", case.set, case.name, "takt", 10)
    if case.name in REPEATED:
        yield from (Task("repeat", case.set, case.name, "takt", 0, run) for run in (1, 2))


def _knapsack(case: Case, *, longer: bool) -> Iterator[Task]:
    seconds = (10, 60) if longer else (10,)
    yield from _plan("mknapcb", case, ("takt", "cpsat", "highs"), seconds)


def _plan(topic: str, case: Case, engines: Iterable[str], limits: Iterable[int]) -> Iterator[Task]:
    """One engine after the other, for each time limit."""
    return (Task(topic, case.set, case.name, engine, s) for s in limits for engine in engines)

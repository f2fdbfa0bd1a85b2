"""What is to be measured: one task is one child process and one line of the record."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from cases import KNAPSACK_FILE, PROJECT_SETS, Case, evenly

LARGE = ("200x48", "500x48", "1000x48")
SMALL = ("20x24", "50x36")
REPEATED = ("20x24-1.json", "50x36-1.json", "200x48-1.json", "500x48-1.json")
EXPLAINED = ("50x36-1.json", "200x48-1.json", "500x48-1.json")
KNAPSACK_PEERS = ("cpsat", "highs")
PROJECT_PEERS = ("intervals", "cpsat", "highs")
MUNICIPAL_PEERS = ("cpsat", "highs")
EXPLANATIONS = {"instant": "instant", "conflict": "conflict core", "price": "price"}
"""Topic, and what the goals call it."""
FORECAST = ("500x48-1.json", "1000x48-1.json")
TOPICS = ("mknapcb", "psplib", "tiny", "municipal", "greedy", *EXPLANATIONS, "forecast", "repeat")


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
    """All of them, what tells most first; engines side by side on each instance to meet the same noise.

    ``instances`` of each public set; of the municipal ones all, but then large peers meet one of each size.
    """
    public = [case for case in cases if case.set in (*KNAPSACK_FILE, *PROJECT_SETS)]
    own = [case for case in cases if case not in public]
    sampled = evenly(public, instances)
    with_peers = own if instances is None else evenly(own, 1)
    for case in own:
        yield from _small(case) if case.set not in LARGE else _large(case, peers=case in with_peers)
    for case in sampled:
        engines = KNAPSACK_PEERS if case.set in KNAPSACK_FILE else PROJECT_PEERS
        yield from _plan(case, ("takt", *engines), 10)
    knapsacks = [case for case in sampled if case.set in KNAPSACK_FILE]
    for case in evenly(knapsacks, max(1, (instances or 30) // 5)):
        yield from _plan(case, ("takt", *KNAPSACK_PEERS), 60)


def _small(case: Case) -> Iterator[Task]:
    if case.set == "tiny":
        yield from _plan(case, ("takt",), 10)
    else:
        yield Task("greedy", case.set, case.name, "greedy", 0)
        yield from _plan(case, ("takt", *MUNICIPAL_PEERS), 10)
        yield from _questions(case)


def _large(case: Case, *, peers: bool) -> Iterator[Task]:
    yield Task("greedy", case.set, case.name, "greedy", 0)
    yield from _plan(case, ("takt",), 30)
    yield from _plan(case, ("takt", *MUNICIPAL_PEERS) if peers else ("takt",), 60)
    yield from _plan(case, ("takt",), 120)
    yield from _questions(case)


def _questions(case: Case) -> Iterator[Task]:
    """Is it explained in time, and is it the same twice?"""
    if case.name in EXPLAINED:
        yield from (Task(kind, case.set, case.name, "takt", 10) for kind in EXPLANATIONS)
    if case.name in FORECAST:
        yield Task("forecast", case.set, case.name, "takt", 10)
    if case.name in REPEATED:
        yield from (Task("repeat", case.set, case.name, "takt", 0, run) for run in (1, 2))


def _plan(case: Case, engines: Iterable[str], seconds: int) -> Iterator[Task]:
    return (Task(_topic(case), case.set, case.name, engine, seconds) for engine in engines)


def _topic(case: Case) -> str:
    if case.set in KNAPSACK_FILE:
        return "mknapcb"
    if case.set in PROJECT_SETS:
        return "psplib"
    return "tiny" if case.set == "tiny" else "municipal"

"""The child process: measures one task and prints what it found as the last line, in JSON.

``python measuring.py TASK FOLDERS``, both JSON. In a process of its own, so that memory is
its own and a crash is one line of the record.
"""

import json
import resource
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from cases import Folders
from explaining import explanation_times
from forecasting import forecast_time
from peers.answer import as_plan
from peers.greedy import Rule, greedy_plan
from peers.start_choices import StartChoices
from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.check import check
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from tasks import EXPLANATIONS, Task

PEERS = ("cpsat", "highs", "intervals")


def measure(task: Task, folders: Folders) -> Mapping[str, Any]:
    problem = folders.problem(task.case)
    kinds = {
        "greedy": _greedy,
        "repeat": _repeat,
        "forecast": _forecast,
        **dict.fromkeys(EXPLANATIONS, _explain),
    }
    if task.topic in kinds:
        return kinds[task.topic](problem, task)
    run = _by_takt(problem, task.seconds) if task.engine == "takt" else _by_peer(problem, task)
    found: Mapping[str, Any] = {
        "seconds_used": run.seconds,
        "first_plan_seconds": run.first_plan_seconds,
        "memory_mb": _memory(),
        "best_known": folders.best_known(task.case),
    }
    if run.plan is None:
        return {**found, "no_plan": True}
    outcome = folders.outcome(task.case, run.plan.start)
    return {**found, **_claims(run.plan, has_bound=run.has_bound), **_certified(problem, run.plan), **outcome}


@dataclass(frozen=True, slots=True)
class _Run:
    plan: Plan | None
    seconds: float
    first_plan_seconds: float | None = None
    has_bound: bool = True


def _by_takt(problem: Problem, seconds: int) -> _Run:
    from takt.calculation.planner.solve import Progress, solve

    began = time.monotonic()
    first: list[float] = []

    def note_the_first_plan(progress: Progress) -> None:
        if progress.plan is not None and not first:
            first.append(time.monotonic() - began)

    plan = solve(problem, seconds=seconds, on_progress=note_the_first_plan)
    used = time.monotonic() - began
    return _Run(plan, used, first[0] if first else used)


def _by_peer(problem: Problem, task: Task) -> _Run:
    if task.engine not in PEERS:
        raise ValueError(f"{task.engine} is none of {PEERS}")
    began = time.monotonic()
    answer = import_module(f"peers.{task.engine}").solve(problem, seconds=task.seconds)
    used = time.monotonic() - began
    if answer.start is None:
        return _Run(None, used)
    bound = answer.value_bound_twelfths
    return _Run(as_plan(problem, answer.start, bound), used, has_bound=bound is not None)


def _claims(plan: Plan, *, has_bound: bool = True) -> Mapping[str, Any]:
    return {
        "status": plan.status,
        "months_late": plan.months_late,
        "goal_shortfall": plan.goal_shortfall,
        "value_twelfths": plan.value_twelfths,
        "bound_twelfths": plan.value_bound_twelfths if has_bound else None,
    }


def _certified(problem: Problem, plan: Plan) -> Mapping[str, Any]:
    verdict = check(problem, plan)
    breaches = [breach.sentence("en") for breach in verdict.breaches[:3]]
    return {"lawful": verdict.lawful, "breaches": breaches}


def _greedy(problem: Problem, _: Task) -> Mapping[str, Any]:
    choices = StartChoices(problem)
    rules = {}
    for rule in Rule:
        plan = as_plan(problem, greedy_plan(choices, rule), None)
        rules[rule.value] = {**_claims(plan, has_bound=False), **_certified(problem, plan)}
    return {"rules": rules}


def _explain(problem: Problem, task: Task) -> Mapping[str, Any]:
    plan = _by_takt(problem, task.seconds).plan
    assert plan is not None
    return explanation_times(problem, plan, task.topic)


def _forecast(problem: Problem, task: Task) -> Mapping[str, Any]:
    plan = _by_takt(problem, task.seconds).plan
    assert plan is not None
    return forecast_time(problem, plan)


def _repeat(problem: Problem, _: Task) -> Mapping[str, Any]:
    """The plan's bytes but for the time it took."""
    from takt.calculation.planner.solve import Effort, solve

    plan = solve(problem, effort=Effort.QUICK, seed=1)
    return {
        "plan_sha256": sha256(plan_bytes(replace(plan, seconds=0.0))).hexdigest(),
        "seconds_used": plan.seconds,
    }


def _memory() -> float:
    """The most this process, or a child of it, has held at a time, in MB."""
    used = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in used) / 1024


if __name__ == "__main__":
    given = {key: Path(value) for key, value in json.loads(sys.argv[2]).items()}
    print(json.dumps(measure(Task(**json.loads(sys.argv[1])), Folders(**given))))

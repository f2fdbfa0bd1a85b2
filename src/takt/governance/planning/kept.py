"""What is kept of a run: the bytes of its problem and plan, packed, and read again when somebody asks why."""

import gzip
from functools import lru_cache
from hashlib import sha256

from takt.calculation.planner.explain import Situation
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_plan, read_problem
from takt.governance.planning.models import PlanRun


def packed(raw: bytes) -> bytes:
    """The same bytes always pack to the same bytes."""
    return gzip.compress(raw, mtime=0)


def unpacked(blob: bytes | memoryview) -> bytes:
    return gzip.decompress(bytes(blob))


def fingerprint(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def kept_problem(run: PlanRun) -> Problem:
    return read_problem(unpacked(run.problem))


def kept_plan(run: PlanRun) -> Plan:
    """Raises ValueError when the run has no plan yet."""
    if run.plan is None:
        raise ValueError(f"run {run.pk} has no plan yet")
    return read_plan(unpacked(run.plan))


def situation_of(run: PlanRun) -> Situation:
    """A recorded plan in its question, ready to be asked why. The latest few are remembered."""
    return _situation(run.pk, run.figures["plan_sha256"])


@lru_cache(maxsize=4)
def _situation(run_pk: int, plan_sha256: str) -> Situation:  # noqa: ARG001 - a key that another database cannot share
    run = PlanRun.objects.only("problem", "plan").get(pk=run_pk)
    return Situation.of(kept_problem(run), kept_plan(run).start)

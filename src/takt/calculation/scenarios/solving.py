"""Solve one changed question: a pure function of bytes, so that any process on any host gives the same answer."""

import gzip
import json

from takt.calculation.planner.archive import plan_bytes
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.solve import Effort, Impossible, solve
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.writing import read_changes


def solve_changed(packed_problem: bytes, changes: bytes, effort: str) -> bytes | None:
    """``takt.problem/1`` in gzip and changes as JSON in, ``takt.plan/1`` out; None when no plan is possible.

    The same bytes in give the same bytes out, with the same versions of the engine (which the plan names).
    Raises CannotChange and ``planner.refused.Refused``.
    """
    problem = changed(read_problem(gzip.decompress(packed_problem)), read_changes(json.loads(changes)))
    try:
        return plan_bytes(solve(problem, effort=Effort(effort)))
    except Impossible:
        return None

"""Tier after tier with a solver that knows one objective at a time."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from peers.answer import Answer
from peers.whole_model import Row, Tier, WholeModel

SHARE_OF_TIME = {"months_late": 0.4, "goal_shortfall": 0.3, "value": 1.0}
"""Of what is left when the tier begins, at most."""


@dataclass(frozen=True, slots=True)
class Found:
    values: Sequence[int]
    """Of all columns."""
    bound: float
    """On Σ cost · columns, without the constant."""


class OneObjective(Protocol):
    """A solver that holds the rows of a model."""

    def add(self, row: Row) -> None: ...

    def minimise(self, tier: Tier, *, seconds: float, known: Sequence[int] | None) -> Found | None:
        """The best it finds in that time; None when it finds nothing."""


def solve_tier_by_tier(model: WholeModel, solver: OneObjective, *, until: float) -> Answer:
    """``until`` in seconds of time.monotonic()."""
    best: Found | None = None
    for tier in model.tiers():
        known = best.values if best else None
        if best is not None and tier.floor == _total(tier, best.values):
            _keep(solver, tier, best)
            continue
        seconds = (until - time.monotonic()) * SHARE_OF_TIME[tier.name]
        found = solver.minimise(tier, seconds=max(0.1, seconds), known=known)
        if found is None and best is None:
            return Answer(None)
        best = found or Found(best.values if best else (), -math.inf)
        _keep(solver, tier, best)
    return _answer(model, best)


def _keep(solver: OneObjective, tier: Tier, best: Found) -> None:
    """Later tiers may not be worse in this one."""
    columns = np.flatnonzero(tier.cost)
    cost = tier.cost[columns]
    total = _total(tier, best.values) - tier.constant
    solver.add(Row(columns, cost, None, total))


def _total(tier: Tier, values: Sequence[int]) -> int:
    return int(tier.cost @ np.array(values, dtype=np.int64)) + tier.constant


def _answer(model: WholeModel, best: Found | None) -> Answer:
    chosen = (column for column, value in enumerate(best.values) if value) if best else iter(())
    start = model.starts(chosen)
    tiers = model.tiers()
    if best is None or tiers[-1].name != "value":  # whatever is chosen, the value is the same
        return Answer(start, model.choices.score(start).value_twelfths)
    if not math.isfinite(best.bound):
        return Answer(start)
    return Answer(start, math.floor(-(best.bound + tiers[-1].constant) + 1e-6))

"""Schedules made in sweeps: longest chain first, then pushed together from the end and from the beginning.

Pushing to and fro is the double justification of Valls, Ballestín and Quintanilla (2005).
"""

from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Floats, Ints
from takt.calculation.planner.choices.table import Table
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.search.greedy import by_gain, requirements_first

_SWEEPS: Final = 400
_SHARE: Final = 0.15
"""Of the effort."""
_CHANCE: Final = 0.1
_JOLT: Final = 0.03
"""Of the horizon, by which at most an initiative's turn is commonly moved."""
_WORK_EACH: Final = 0.015
_PUSHES: Final = 3


def sequenced(columns: Columns, patience: Patience, *, seed: int) -> Ints | None:
    """The best of the schedules in which all are placed."""
    rng, chain = np.random.default_rng(seed), _chain_behind(columns)
    earliest = (columns.months - columns.start).astype(float)
    best: Ints | None = None
    until = patience.spent + patience.work_for(_SHARE)
    for sweep in range(_SWEEPS):
        if patience.is_cut_short() or patience.spent >= until:
            break
        order = -chain * (1 + _CHANCE * rng.random(columns.initiatives) * bool(sweep))
        if best is not None:  # near the best so far
            jolt = _JOLT * columns.months * rng.random()
            order = columns.start[best] + jolt * rng.standard_normal(columns.initiatives)
        table = Table(columns)
        by_gain(table, earliest, requirements_first(columns, np.argsort(order, kind="stable").tolist()))
        patience.spent += _WORK_EACH
        if (table.choice < 0).any():
            continue
        _push_together(table)
        if best is None or columns.score(table.choice).rank > columns.score(best).rank:
            best = table.choice.copy()
    return best


def _push_together(table: Table) -> None:
    """All that others wait for as late as these allow, the last first; then all as early as can be."""
    columns = table.columns
    awaited = {link.earlier for link in columns.links}
    live = columns.start + _lead(columns)[columns.owner]
    for _ in range(_PUSHES):
        before = table.choice.copy()
        for initiative in np.argsort(-live[table.choice], kind="stable").tolist():
            if initiative in awaited:
                table.take(initiative)
                table.put(int(table.fitting(initiative)[-1]))
        for initiative in np.argsort(columns.start[table.choice], kind="stable").tolist():
            table.take(initiative)
            table.put(int(table.fitting(initiative)[0]))
        if (table.choice == before).all():
            break


def _lead(columns: Columns) -> Ints:
    """(initiatives,): the shortest gap to what waits for it; 0 where nothing does."""
    lead = np.zeros(columns.initiatives, dtype=np.int64)
    for link in columns.links:
        lead[link.earlier] = min(link.gap, lead[link.earlier] or link.gap)
    return lead


def _chain_behind(columns: Columns) -> Floats:
    """(initiatives,): months from its start to that of the last that waits for it, over however many."""
    order = requirements_first(columns, range(columns.initiatives))
    waiting: dict[int, list[tuple[int, int]]] = {}
    for link in columns.links:
        waiting.setdefault(link.earlier, []).append((link.later, link.gap))
    chain = np.zeros(columns.initiatives)
    for initiative in reversed(order):
        chain[initiative] = max(
            (gap + chain[later] for later, gap in waiting.get(initiative, ())), default=0.0
        )
    return chain

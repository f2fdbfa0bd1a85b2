"""Plans made in one sweep: rank the initiatives, then place each where it does best among what fits."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Floats
from takt.calculation.planner.choices.table import Table

Gain: TypeAlias = Floats
"""(columns,): what choosing a column is held to be worth; those below 0 are not chosen."""


def by_gain(table: Table, gain: Gain, order: Sequence[int]) -> None:
    """Put on the table, in this order, each initiative's best fitting column (of equals the earliest)."""
    for initiative in order:
        if table.choice[initiative] < 0:
            fitting = table.fitting(initiative)
            if len(fitting):
                best = int(fitting[np.argmax(gain[fitting])])
                if gain[best] >= 0:
                    table.put(best)


def best_first(columns: Columns, gain: Gain) -> list[int]:
    """Initiatives by the gain of their best column, requirements before what requires them."""
    best = np.full(columns.initiatives, -np.inf)
    np.maximum.at(best, columns.owner, gain)
    return requirements_first(columns, np.argsort(-best, kind="stable").tolist())


def requirements_first(columns: Columns, order: Sequence[int]) -> list[int]:
    """The same order, with what an initiative requires moved ahead of it."""
    needs: dict[int, list[int]] = {}
    for link in columns.links:
        needs.setdefault(link.later, []).append(link.earlier)
    placed: dict[int, None] = {}
    for initiative in order:
        waiting = [initiative]
        while waiting:
            missing = [each for each in needs.get(waiting[-1], ()) if each not in placed]
            if missing:
                waiting.append(missing[0])
            else:
                placed[waiting.pop()] = None
    return list(placed)

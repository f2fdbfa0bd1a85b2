"""Plans made in one sweep: rank the initiatives, then place each where it does best among what fits."""

from collections.abc import Iterator, Sequence

import numpy as np

from takt.calculation.planner.choices.columns import BOUNDLESS, Columns, Flags, Floats, Ints
from takt.calculation.planner.choices.table import Table, is_lawful


def by_gain(table: Table, gain: Floats, order: Sequence[int]) -> None:
    """Put on the table, in this order, each initiative's best fitting column (of equals the earliest).

    ``gain`` is by column; those below 0 are not chosen.
    """
    for initiative in order:
        if table.choice[initiative] < 0:
            fitting = table.fitting(initiative)
            if len(fitting):
                best = int(fitting[np.argmax(gain[fitting])])
                if gain[best] >= 0:
                    table.put(best)


def best_first(columns: Columns, gain: Floats) -> list[int]:
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


def by_the_rules(columns: Columns, served: Flags) -> Iterator[Ints]:
    """Lawful plans by the rules people use: by points, by points for what is used, duties and then points.

    ``served``: what must come first if a plan is to be lawful at all.
    """
    value = columns.value.astype(float)
    earliest = -columns.start.astype(float)
    for worth in (value, value / (1e-9 + _used_share(columns)), value + 1e15 * columns.duty[columns.owner]):
        table = Table(columns)
        first = [n for n in best_first(columns, worth) if served[n]]
        by_gain(table, earliest - earliest.min(initial=0.0), first)
        by_gain(
            table, np.where(value > 0, earliest - earliest.min(initial=0.0), -1.0), best_first(columns, worth)
        )
        if is_lawful(columns, table.choice):
            yield table.choice


def _used_share(columns: Columns) -> Floats:
    """(columns,): the shares used of all limits, added up."""
    room = columns.room[columns.row]
    share = np.where(room < BOUNDLESS, np.maximum(0, columns.use) / np.maximum(1, room), 0.0)
    return np.bincount(columns.column_of_entry, weights=share, minlength=columns.count).astype(np.float64)

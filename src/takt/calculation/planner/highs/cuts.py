"""Rows that every lawful plan keeps but mixtures of columns break: they pull the bound down."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Flags, Floats, Ints
from takt.calculation.planner.highs.rows import Row

_MOST_PARTS: Final = 9
_MOST_COLUMNS: Final = 6000
"""Among which it is reckoned who shuts out whom."""
_MOST_SEEDS: Final = 1500
_MOST_CUTS: Final = 250
"""In one round: more take longer to relax than they are worth."""
_LEAST_BROKEN: Final = 0.003


class Cuts:
    """Finds cuts of two kinds for the mixtures of one relaxation after another."""

    def __init__(self, columns: Columns, likely: Floats) -> None:
        """``likely``: the larger, the likelier a column is to be in a good plan."""
        self._columns = columns
        self._few = np.sort(np.argsort(-likely, kind="stable")[:_MOST_COLUMNS])
        whole = np.zeros(len(columns.room), dtype=bool)
        whole[columns.binding] = True
        whole[columns.row[columns.use < 0]] = False
        self._whole = whole
        self._entries = np.flatnonzero(whole[columns.row])
        self._shut_out = _shut_out(columns, self._few, whole)

    def broken(self, share: Floats) -> list[Row]:
        """The most broken of either kind, at most a few hundred."""
        found = [*self._rounded(share), *self._cliques(share)]
        found.sort(key=lambda one: -one.broken)
        return [one.row for one in found[:_MOST_CUTS]]

    def _rounded(self, share: Floats) -> Iterator["_Cut"]:
        """Count what takes more than 1/(parts + 1) of a limit: of those there is room for ``parts``."""
        columns, entries = self._columns, self._entries
        row, use, part = columns.row[entries], columns.use[entries], share[columns.column_of_entry[entries]]
        broken = np.array(
            [
                np.bincount(
                    row, weights=_times(use, columns.room[row], parts) * part, minlength=len(columns.room)
                )
                / parts
                - 1
                for parts in range(1, _MOST_PARTS + 1)
            ]
        )
        order, begins = columns.by_row
        for each in np.flatnonzero((broken.max(axis=0) > _LEAST_BROKEN) & self._whole):
            parts = int(np.argmax(broken[:, each])) + 1
            its = order[begins[each] : begins[each + 1]]
            times = _times(columns.use[its], columns.room[each], parts)
            counted = times > 0
            variable = columns.column_of_entry[its][counted]
            row_ = Row(variable, times[counted].astype(float), -np.inf, float(parts))
            yield _Cut(float(broken[parts - 1, each]), row_)

    def _cliques(self, share: Floats) -> Iterator["_Cut"]:
        """Of columns that pairwise shut each other out, one."""
        part = share[self._few]
        seen: set[tuple[int, ...]] = set()
        seeds = [int(n) for n in np.argsort(-part, kind="stable")[:_MOST_SEEDS] if part[n] > 1e-6]
        for seed in seeds:
            clique = self._grown(seed, part)
            total = float(part[clique].sum())
            if total > 1 + _LEAST_BROKEN and (key := tuple(sorted(clique))) not in seen:
                seen.add(key)
                yield _Cut(total - 1, Row(self._few[list(key)], np.ones(len(key)), -np.inf, 1.0))

    def _grown(self, seed: int, part: Floats) -> list[int]:
        clique, among = [seed], self._shut_out[seed].copy()
        while among.any():
            candidates = np.flatnonzero(among)
            next_ = int(candidates[np.argmax(part[candidates])])
            clique.append(next_)
            among &= self._shut_out[next_]
        return clique


@dataclass(frozen=True, slots=True)
class _Cut:
    broken: float
    row: Row


def _times(use: Ints, room: Ints, parts: int) -> Ints:
    """How many times 1/(parts + 1) of the room is exceeded (Chvátal's rounding)."""
    return (parts + 1) * use // (room + 1)


def _shut_out(columns: Columns, few: Ints, whole: Flags) -> Flags:
    """(few, few): whether two columns cannot both be chosen."""
    position = np.full(columns.count, -1)
    position[few] = np.arange(len(few))
    out: Flags = columns.owner[few][:, None] == columns.owner[few][None, :]
    order, begins = columns.by_row
    for row in np.flatnonzero(whole):
        entries = order[begins[row] : begins[row + 1]]
        own, use, room = position[columns.column_of_entry[entries]], columns.use[entries], columns.room[row]
        large = (own >= 0) & (use + use.max() > room)
        own, use = own[large], use[large]
        out[np.ix_(own, own)] |= use[:, None] + use[None, :] > room
    owner = columns.owner[few]
    for one, other in columns.pairs:
        both = np.ix_(np.flatnonzero(owner == one), np.flatnonzero(owner == other))
        out[both] = True
        out.T[both] = True
    np.fill_diagonal(out, val=False)
    return out

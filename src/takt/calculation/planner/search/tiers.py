"""The first two tiers: duties as little late as can be, then goals as little short."""

from dataclasses import dataclass

import numpy as np

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Flags, Ints
from takt.calculation.planner.choices.part import part_of
from takt.calculation.planner.cpsat.choosing import Choosing
from takt.calculation.planner.patience import Patience


@dataclass(frozen=True, slots=True)
class Reached:
    """How little late and short a plan is known to be, and whether no plan is less."""

    choice: Ints | None
    is_least: bool


def served_first(columns: Columns) -> Flags:
    """Duties, lists to choose one from, and what these require: a plan can do with nothing else."""
    served = columns.duty.copy()
    for choice in columns.choices:
        served[list(choice)] = True
    return with_required(columns, served)


def with_required(columns: Columns, initiatives: Flags) -> Flags:
    """These and all that they require, however indirectly."""
    grown = initiatives.copy()
    while True:
        missing = [n.earlier for n in columns.links if grown[n.later] and not grown[n.earlier]]
        if not missing:
            return grown
        grown[missing] = True


def savers(columns: Columns) -> Flags:
    """Initiatives that make room somewhere, so that leaving them out may hurt others."""
    saves = np.zeros(columns.initiatives, dtype=bool)
    binding = np.zeros(len(columns.room), dtype=bool)
    binding[columns.binding] = True
    entries = (columns.use < 0) & binding[columns.row]
    saves[columns.owner[columns.column_of_entry[entries]]] = True
    return with_required(columns, saves)


def least_late(columns: Columns, best: Ints | None, patience: Patience, *, seed: int, work: float) -> Reached:
    """Without those that only save money, which soon finds a good plan; see ``LeastLate`` for the rest."""
    reached = _least_late_among(columns, served_first(columns), best, patience, seed=seed, work=work)
    is_least = reached.is_least and not (savers(columns) & ~served_first(columns)).any()
    if reached.choice is not None:
        is_least = is_least or columns.score(reached.choice).late == _surely_late(columns)
    return Reached(reached.choice, is_least)


class LeastLate:
    """The same with those that save money, which takes longer: to be run beside something else."""

    def __init__(
        self, columns: Columns, best: Ints | None, patience: Patience, *, seed: int, work: float
    ) -> None:
        self.reached = Reached(best, is_least=False)
        self._columns, self._seed, self._limit = columns, seed, work
        own = None if patience.work is None else work  # that it is counted says that it must repeat
        self._patience = Patience(own, patience.seconds, patience.should_stop, began=patience.began)

    @property
    def work(self) -> float:
        return self._patience.spent

    def run(self, workers: int = 1) -> None:
        among, best = served_first(self._columns) | savers(self._columns), self.reached.choice
        self.reached = _least_late_among(
            self._columns, among, best, self._patience, seed=self._seed, work=self._limit, workers=workers
        )

    def cancel(self) -> None:
        """It watches its own patience."""


def least_short(columns: Columns, best: Ints, patience: Patience, *, seed: int, work: float) -> Reached:
    """No later than ``best``."""
    helps = (columns.goals.points > 0).any(axis=1)
    among = with_required(columns, served_first(columns) | savers(columns) | helps)
    held = columns.score(best)
    if held.short == 0:
        return Reached(best, is_least=True)
    part = part_of(columns, _nothing(columns), among)
    model = Choosing(part.columns, hint=part.narrowed(best))
    model.hold_late(held.late - part.columns.before.late)
    found = model.least_short(patience, seed=seed, work=work)
    choice = _better(columns, best, None if found.choice is None else part.widened(found.choice))
    return Reached(choice, columns.score(choice).short <= found.bound)


def _least_late_among(
    columns: Columns,
    among: Flags,
    best: Ints | None,
    patience: Patience,
    *,
    seed: int,
    work: float,
    workers: int = 2,
) -> Reached:
    part = part_of(columns, _nothing(columns), among)
    model = Choosing(part.columns, hint=None if best is None else part.narrowed(best))
    found = model.least_late(patience, seed=seed, work=work, workers=workers)
    if found.choice is None:
        return Reached(best, is_least=found.is_proven)
    choice = _better(columns, best, part.widened(found.choice))
    return Reached(choice, columns.score(choice).late <= found.bound + part.columns.before.late)


def _better(columns: Columns, one: Ints | None, other: Ints | None) -> Ints:
    return max((each for each in (one, other) if each is not None), key=lambda c: columns.score(c).rank)


def _surely_late(columns: Columns) -> int:
    """Months late if each duty had the limits to itself."""
    each = [
        min((int(late) for late in columns.late[list(columns.of(n))]), default=columns.late_when_left_out)
        for n in np.flatnonzero(columns.duty).tolist()
    ]
    return columns.before.late + sum(min(late, columns.late_when_left_out) for late in each)


def _nothing(columns: Columns) -> Ints:
    return np.full(columns.initiatives, NOT_CHOSEN, dtype=np.int64)

"""A question of medium size asked of CP-SAT in one lane: it soon finds good plans, if no good bound."""

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Ints
from takt.calculation.planner.choices.part import part_of
from takt.calculation.planner.choices.table import is_lawful
from takt.calculation.planner.cpsat.choosing import Choosing
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.search.relaxing import Outlook


class Trying:
    """Plans no later and no shorter than ``best``, but worth more; ``bound`` is of all these."""

    def __init__(
        self, columns: Columns, best: Ints, outlook: Outlook, patience: Patience, *, seed: int, work: float
    ) -> None:
        self.found: Ints | None = None
        self.bound = outlook.bound
        self._columns, self._best, self._seed, self._limit = columns, best, seed, work
        allowed = outlook.promising(columns, columns.score(best).value)
        allowed[best[best >= 0]] = True
        self._part = part_of(columns, best, np.ones(columns.initiatives, dtype=bool), allowed)
        until = patience.seconds
        if patience.work is None and until is not None:  # the clock is all there is
            until = min(until, patience.elapsed + work)
        self._patience = Patience(None, until, patience.should_stop, began=patience.began)

    @property
    def work(self) -> float:
        return self._patience.spent

    def run(self) -> None:
        smaller, score = self._part.columns, self._columns.score(self._best)
        model = Choosing(smaller, self._part.narrowed(self._best))
        model.hold_late(score.late - smaller.before.late)
        model.hold_short(score.short)
        found = model.most_value(self._patience, seed=self._seed, work=self._limit, workers=1, in_turn=True)
        self.bound = min(self.bound, max(score.value, found.bound + smaller.before.value))
        if found.choice is not None and is_lawful(self._columns, widened := self._part.widened(found.choice)):
            self.found = widened

    def cancel(self) -> None:
        """It watches its own patience."""

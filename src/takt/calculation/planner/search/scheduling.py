"""When all must be placed: schedules are bred while CP-SAT looks for a proof, then CP-SAT betters the best."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from takt.calculation.planner.choices.columns import Columns, Ints
from takt.calculation.planner.choices.table import is_lawful
from takt.calculation.planner.cpsat.scheduling import Scheduled, Scheduling
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.search.sequencing import Breeding
from takt.calculation.planner.search.side_by_side import SideBySide

_BREEDING: Final = 0.6
"""Share of the effort for breeding and, on the other core, the first attempt at a proof."""


def scheduled(columns: Columns, patience: Patience, *, seed: int, keep: Callable[[Ints], None]) -> Scheduled:
    """``keep`` is told of each better schedule on the way."""
    share = _share_of(patience)
    breeding = Breeding(columns, seed=seed, work=share.work_left)
    breeding.step()
    _keep_lawful(columns, breeding, keep)
    attempt = _Attempt(columns, share, seed, breeding)
    with SideBySide() as side_by_side:
        side_by_side.run([breeding, attempt], share)
    if attempt.found.is_proven:
        patience.spent += attempt.work
        return attempt.found
    patience.spent += max(breeding.work, attempt.work)
    _keep_lawful(columns, breeding, keep)
    found = [each for each in (breeding.best, attempt.found.choice) if each is not None]
    hint = max(found, key=lambda choice: columns.score(choice).rank, default=None)
    last = Scheduling(columns, hint).solve(patience, seed=seed, work=patience.work_left)
    return last if last.choice is not None else attempt.found


def _share_of(patience: Patience) -> Patience:
    """Of the work when there is an effort; the clock cuts it short when there is not."""
    work = None if patience.work is None else _BREEDING * patience.work_left
    seconds = None if patience.seconds is None else patience.elapsed + _BREEDING * patience.seconds_left
    return replace(patience, work=work, seconds=seconds, spent=0.0)


def _keep_lawful(columns: Columns, breeding: Breeding, keep: Callable[[Ints], None]) -> None:
    if breeding.best is not None and is_lawful(columns, breeding.best):
        keep(breeding.best)


class _Attempt:
    """CP-SAT alone with one core; when it has proven its answer nobody need breed any longer."""

    def __init__(self, columns: Columns, patience: Patience, seed: int, breeding: Breeding) -> None:
        self.found = Scheduled(None, 0, 0)
        self._columns, self._seed, self._breeding = columns, seed, breeding
        self._cancelled = False
        self._patience = replace(patience, should_stop=lambda: self._cancelled)

    @property
    def work(self) -> float:
        return self._patience.spent

    def run(self) -> None:
        model = Scheduling(self._columns, None, workers=1)
        self.found = model.solve(self._patience, seed=self._seed, work=self._patience.work_left)
        if self.found.is_proven:
            self._breeding.cancel()

    def cancel(self) -> None:
        self._cancelled = True

"""When all must be placed: schedules are bred beside CP-SAT, which looks for a proof and for better ones.

They work a round at a time, and in between each hears of the best that the other has found.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from takt.calculation.planner.choices.columns import Columns, Ints
from takt.calculation.planner.choices.table import is_lawful
from takt.calculation.planner.cpsat.scheduling import Scheduled, Scheduling
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.search.side_by_side import SideBySide

if TYPE_CHECKING:
    from takt.calculation.planner.search.breeding.population import Breeding

_ROUNDS: Final = (0.3, 0.6, 1.0)
"""Share of the effort that is spent when each ends."""


def scheduled(columns: Columns, patience: Patience, *, seed: int, tell: Callable[[Ints], None]) -> Scheduled:
    """The best found, and what is known of all; ``tell`` hears of each better schedule on the way."""
    from takt.calculation.planner.search.breeding.population import Breeding  # brings a compiler along

    best, breeding = _Best(columns, tell), Breeding(columns, seed=seed)
    breeding.step()
    best.take(breeding.best)
    with SideBySide() as side_by_side:
        for share in _ROUNDS:
            attempt = _Attempt(columns, best.choice, _until(share, patience), seed, breeding)
            attempt.work_beside(side_by_side, patience, meanwhile=lambda: best.announce(breeding.best))
            best.learn(attempt.found)
            if attempt.found.is_proven:
                return attempt.found
            best.take(breeding.best)
            if patience.is_over():
                break
            if best.choice is not None:
                breeding.take_in(best.choice)
    return best.known()


def _until(share: float, patience: Patience) -> Patience:
    """Until so much of the effort is spent; of the seconds, where nothing else was given."""
    if patience.work is not None:
        return replace(patience, work=max(0.0, share * patience.work - patience.spent), spent=0.0)
    assert patience.seconds is not None  # noqa: S101 - one of them is always given
    return replace(patience, seconds=share * patience.seconds, spent=0.0)


class _Best:
    """The best schedule that anybody has found, and the tightest of what is proven."""

    def __init__(self, columns: Columns, tell: Callable[[Ints], None]) -> None:
        self.choice: Ints | None = None
        self._columns, self._tell = columns, tell
        self._told: Ints | None = None
        self._proven = Scheduled(None, None, 0)

    def take(self, choice: Ints | None) -> None:
        if self._betters(choice, self.choice):
            self.choice = choice
        self.announce(choice)

    def announce(self, choice: Ints | None) -> None:
        """Nothing follows from it: how far somebody is at a moment of the clock is never the same twice."""
        if choice is not None and self._betters(choice, self._told):
            self._told = choice
            self._tell(choice)

    def learn(self, found: Scheduled) -> None:
        self.take(found.choice)
        if found.choice is not None and (self._proven.choice is None or found.bound < self._proven.bound):
            self._proven = found

    def known(self) -> Scheduled:
        return replace(self._proven, choice=self.choice)

    def _betters(self, choice: Ints | None, other: Ints | None) -> bool:
        if choice is None or choice is other or not is_lawful(self._columns, choice):
            return False
        return other is None or self._columns.score(choice).rank > self._columns.score(other).rank


class _Attempt:
    """CP-SAT with one core; when it has proven its answer nobody need breed any longer."""

    def __init__(
        self, columns: Columns, hint: Ints | None, patience: Patience, seed: int, breeding: "Breeding"
    ) -> None:
        self.found = Scheduled(None, None, 0)
        self._columns, self._hint, self._seed, self._breeding = columns, hint, seed, breeding
        self._cancelled = False
        self._patience = replace(patience, should_stop=lambda: self._cancelled or patience.should_stop())

    @property
    def work(self) -> float:
        return self._patience.spent

    def work_beside(
        self, side_by_side: SideBySide, patience: Patience, *, meanwhile: Callable[[], None]
    ) -> None:
        """This and the breeding, each as long; what it took is counted."""
        before = self._breeding.work
        self._breeding.go_on(self._patience.work_left)
        side_by_side.run([self._breeding, self], self._patience, meanwhile)
        bred = 0.0 if self.found.is_proven else self._breeding.work - before
        patience.spent += max(bred, self.work)

    def run(self) -> None:
        model = Scheduling(self._columns, self._hint)
        self.found = model.solve(self._patience, seed=self._seed, work=self._patience.work_left)
        if self.found.is_proven:
            self._breeding.cancel()

    def cancel(self) -> None:
        self._cancelled = True

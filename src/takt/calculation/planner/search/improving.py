"""Free some initiatives of a plan, solve that part as well as it can be, and keep what is better. Again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Floats, Ints
from takt.calculation.planner.choices.part import Part, part_of
from takt.calculation.planner.choices.table import is_lawful
from takt.calculation.planner.highs.program import Program
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.search.relaxing import Outlook
from takt.calculation.planner.search.side_by_side import Beside, SideBySide

_STARTS_EACH: Final = (7, 12)
"""How many starts an initiative may choose among on average, in turn: the most gainful of all."""
_FIRST_SIZE: Final = 60
_HELD: Final = 1e-6
_MOST_ROUNDED: Final = 250
"""Initiatives up to which the whole mixture of the relaxation is rounded off first."""
_LARGEST_WORK: Final = 4.0
_SHARE_EACH: Final = 0.08
"""Of the effort, that a part should take; parts grow or shrink until they do."""
_NEGLIGIBLE: Final = 0.01
"""Share of what may still be missing that a part need not find."""
_MINGLED: Final = 0.7
"""How much chance mixes with doubt when choosing what is free."""

_SHUFFLED: Final = 0.2
"""The same among those to whom it matters little."""


@dataclass(frozen=True, slots=True)
class _Reach:
    """How large a part is and how deep it is searched."""

    size: float
    nodes: int = 1

    def adapted(self, *, eased: bool, is_proven: bool, most: int) -> "_Reach":
        """Deeper where there was more to find and time to find it, larger where all was found."""
        if eased and is_proven:
            return _Reach(min(self.size * 1.3, float(most)), self.nodes)
        if eased:
            return _Reach(self.size, self.nodes * 2)
        if self.nodes > 1:
            return _Reach(self.size, self.nodes // 2)
        return _Reach(max(10.0, self.size * 0.8))


@dataclass
class Improving:
    """The search as it goes: ``best`` only ever gets better, and is lawful throughout."""

    columns: Columns
    best: Ints
    outlook: Outlook
    seed: int
    reach: list[_Reach] = field(default_factory=list)
    rounds: int = 0

    def __post_init__(self) -> None:
        count = self.columns.initiatives
        self.reach = [_Reach(float(min(max(_FIRST_SIZE, count // 4), count)))] * len(_WAYS)
        self.score = self.columns.score(self.best)
        self._weights = _weights(self.columns)
        self.look_ahead(self.outlook)

    def round(self, patience: Patience, side_by_side: SideBySide, beside: Beside | None = None) -> bool:
        """A part in every lane, but for ``beside`` in one; whether the plan became better. Work is counted."""
        tasks = [self._task(lane) for lane in range(side_by_side.lanes - (beside is not None))]
        lanes: list[Beside] = [*tasks] if beside is None else [beside, *tasks]
        before = [lane.work for lane in lanes]
        side_by_side.run(lanes, patience)
        patience.spent += max(lane.work - work for lane, work in zip(lanes, before, strict=True))
        wanted = min(_LARGEST_WORK, patience.work_for(_SHARE_EACH))
        for task in tasks:
            self.reach[task.way] = self.reach[task.way].adapted(
                eased=task.work < wanted, is_proven=task.is_proven, most=self.columns.initiatives
            )
        self.rounds += 1
        return self._keep([task.found for task in tasks if task.found is not None])

    def look_ahead(self, outlook: Outlook) -> None:
        """Go on with a better outlook."""
        self.outlook = outlook
        self._by_gain = _rank(outlook.gain)
        self._stake = _stake(self.columns, outlook.gain)

    def _task(self, lane: int) -> "_Task":
        rng = np.random.default_rng((self.seed, self.rounds, lane))
        way = (self.rounds + lane) % len(_WAYS)
        free = np.zeros(self.columns.initiatives, dtype=bool)
        free[np.argsort(_WAYS[way](self, rng), kind="stable")[: int(self.reach[way].size)]] = True
        allowed = self._by_gain < _STARTS_EACH[self.rounds // len(_WAYS) % len(_STARTS_EACH)] * len(free)
        if (
            not self.rounds and len(free) <= _MOST_ROUNDED
        ):  # round off the mixture: all free, but only among what it holds
            free[:] = True
            allowed = (self.outlook.share > _HELD) | (self._by_gain < len(free))
        allowed &= self.outlook.promising(self.columns, self.score.value)
        allowed[self.best[self.best >= 0]] = True
        part = part_of(self.columns, self.best, free, allowed)
        program = Program(part.columns, late=self.score.late, short=self.score.short, seed=self.seed)
        within = _NEGLIGIBLE * (self.outlook.bound - self.score.value)
        return _Task(way, part, program, self.best, self.reach[way].nodes, within)

    def _keep(self, found: list[Ints]) -> bool:
        before, start = self.score, self.best
        for choice in sorted(found, key=lambda each: self.columns.score(each).rank, reverse=True):
            changed = choice != start
            self._take_if_better(np.where(changed, choice, self.best))
        return self.score.rank > before.rank

    def _take_if_better(self, choice: Ints) -> None:
        score = self.columns.score(choice)
        if score.rank >= self.score.rank and is_lawful(self.columns, choice):
            self.best, self.score = choice, score

    def doubtful(self, rng: np.random.Generator) -> Floats:
        """First where the plan and the relaxation disagree."""
        share = self.outlook.share
        chosen = np.bincount(self.columns.owner, weights=share, minlength=self.columns.initiatives)
        agreed = np.where(self.best >= 0, share[self.best], 1 - chosen)
        return agreed + _MINGLED * rng.random(self.columns.initiatives)

    def undecided(self, rng: np.random.Generator) -> Floats:
        """First those to whom it matters least how it is decided."""
        position = np.argsort(np.argsort(self._stake, kind="stable"), kind="stable")
        return position / max(1, self.columns.initiatives) + _SHUFFLED * rng.random(self.columns.initiatives)

    def related(self, rng: np.random.Generator) -> Floats:
        """One, and those that compete with it."""
        columns = self.columns
        own = columns.of(int(rng.integers(columns.initiatives)))
        used = np.zeros(len(columns.room), dtype=bool)
        used[columns.row[columns.pointer[own.start] : columns.pointer[own.stop]]] = True
        shared = np.flatnonzero(used[columns.row])
        owner = columns.owner[columns.column_of_entry[shared]]
        kin = np.bincount(owner, weights=self._weights[columns.row[shared]], minlength=columns.initiatives)
        return -(kin / np.maximum(1, np.diff(columns.first))) * (0.5 + rng.random(columns.initiatives))


_WAYS: Final[tuple[Callable[[Improving, np.random.Generator], Floats], ...]] = (
    Improving.doubtful,
    Improving.undecided,
    Improving.related,
)


@dataclass
class _Task:
    way: int
    part: Part
    program: Program
    best: Ints
    nodes: int
    within: float
    """How little more value is not worth looking for."""
    found: Ints | None = None
    is_proven: bool = False

    @property
    def work(self) -> float:
        return self.program.work

    def run(self) -> None:
        start = self.part.narrowed(self.best)
        choice, self.is_proven = self.program.choose(start, nodes=self.nodes, within=self.within)
        self.found = None if choice is None else self.part.widened(choice)

    def cancel(self) -> None:
        self.program.cancel()


def _rank(gain: Floats) -> Ints:
    """(columns,): 0 for the column that gains most."""
    rank = np.empty(len(gain), dtype=np.int64)
    rank[np.argsort(-gain, kind="stable")] = np.arange(len(gain))
    return rank


def _stake(columns: Columns, gain: Floats) -> Floats:
    """(initiatives,): what the best decision gains on the next best; leaving it out gains 0."""
    stake = np.zeros(columns.initiatives)
    for initiative in range(columns.initiatives):
        own = columns.of(initiative)
        best = np.sort(np.r_[gain[own.start : own.stop], 0.0])
        stake[initiative] = best[-1] - best[-2] if len(best) > 1 else np.inf
    return stake


def _weights(columns: Columns) -> Floats:
    """(rows,): 0 where there is no limit that could bind; a limit that few use counts more."""
    users = np.bincount(columns.row, minlength=len(columns.room))
    weights = np.zeros(len(columns.room))
    weights[columns.binding] = 1 / np.maximum(1, users[columns.binding])
    return weights

"""The way from nothing to a plan that is hard to better: first lawful, then least late, least short, most worth."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Floats, Ints, Score
from takt.calculation.planner.choices.schedule import is_schedule
from takt.calculation.planner.choices.table import Table, is_lawful
from takt.calculation.planner.cpsat.choosing import Choosing
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.search.greedy import best_first, by_gain, by_the_rules
from takt.calculation.planner.search.improving import Improving
from takt.calculation.planner.search.relaxing import Outlook, Relaxing, unaided
from takt.calculation.planner.search.scheduling import scheduled
from takt.calculation.planner.search.side_by_side import SideBySide
from takt.calculation.planner.search.smoothing import least_value, smoothed
from takt.calculation.planner.search.tiers import LeastLate, Reached, least_late, least_short, served_first
from takt.calculation.planner.search.whole import divider, halves

_SMALL: Final = 30
"""Movable initiatives up to which CP-SAT is asked first: it proves most such questions soon."""
_FIRST: Final = 0.5
"""Share of the effort that CP-SAT then has."""
_MEDIUM: Final = 120
"""Movable initiatives up to which HiGHS may prove the whole in the end."""
_TIER: Final = 0.2
"""Share of the effort that each of the first two tiers may take."""
_ANNEALED: Final = 0.18
"""Share of the effort for annealing a question of medium size, before HiGHS proves."""
_WITHIN: Final = ((0.01, 0.6), (0.005, 1.0), (0.0, 1.0))
"""How much more than the plan nothing is to be worth, and the share of what is left to prove it with."""
_VALUE: Final = 0.95
"""Share of the effort that value may take in all; the rest is for smoothness."""

_FOR_SMOOTHNESS: Final = 1.0
"""Seconds."""

Tell = Callable[[str, Ints, int, bool], None]
"""(step, choice, bound, tiers are least)."""


@dataclass
class Search:
    """``best`` is None until there is a lawful choice; it only gets better."""

    columns: Columns
    patience: Patience
    seed: int
    tell: Tell
    best: Ints | None = None
    bound: int = 0
    tiers_least: bool = False
    _is_late_least: bool = False

    def __post_init__(self) -> None:
        self.bound = unaided(self.columns).bound

    def run(self) -> None:
        if is_schedule(self.columns):
            self._schedule()
            if self.best is not None:
                return
        for choice in by_the_rules(self.columns, served_first(self.columns)):
            self._keep("first_plan", choice)
        self._reach_first_tiers()
        if self.best is not None and self.columns.count:
            if self.patience.seconds is not None:
                self.patience.reserved = min(_FOR_SMOOTHNESS, 0.04 * self.patience.seconds)
            self._improve_value()
            self.patience.reserved = 0.0
            self._smooth()

    def _schedule(self) -> None:
        found = scheduled(
            self.columns,
            self.patience,
            seed=self.seed,
            tell=lambda choice: self.tell("first_plan", choice, self.bound, False),
        )
        if found.choice is not None:
            self.best = found.choice
            if found.least_late is not None:
                self.tiers_least = self.score.late == found.least_late
                self.bound = min(self.bound, found.bound)
            self.tell("value", self.best, self.bound, self.tiers_least)

    def _smooth(self) -> None:
        least = least_value(self.score.value, self.bound)
        self.best = smoothed(self.columns, self._best(), least, self.patience)
        self.tell("smoothness", self.best, self.bound, self.tiers_least)

    @property
    def score(self) -> Score:
        assert self.best is not None  # noqa: S101 - asked only when there is a plan
        return self.columns.score(self.best)

    @property
    def _is_value_proven(self) -> bool:
        return self.best is not None and self.score.value >= self.bound

    def _keep(self, step: str, choice: Ints | None) -> None:
        if choice is None:
            return
        if self.best is None or self.columns.score(choice).rank > self.score.rank:
            self.best = choice
        self.tell(step, self.best, self.bound, self.tiers_least)

    def _reach_first_tiers(self) -> None:
        work = self.patience.work_for(_TIER)
        late = least_late(self.columns, self.best, self.patience, seed=self.seed, work=work)
        self._keep_late(late)
        if not late.is_least and (self.best is None or self.columns.initiatives <= _MEDIUM):
            proof = self._least_late()
            proof.run(workers=2)
            self.patience.spent += proof.work
            self._keep_late(proof.reached)
            late = proof.reached
        self._is_late_least = late.is_least
        if self.best is not None:
            self._reach_goals()

    def _reach_goals(self) -> None:
        work = self.patience.work_for(_TIER)
        short = least_short(self.columns, self._best(), self.patience, seed=self.seed, work=work)
        reached = self._best() if short.choice is None else short.choice
        self.tiers_least = self._is_late_least and short.is_least
        for choice in (reached, self._filled_up(reached)):  # filling up may be late or spoil a goal
            self._keep("goals", choice)

    def _least_late(self) -> LeastLate:
        work = self.patience.work_for(_TIER / 2)
        return LeastLate(self.columns, self.best, self.patience, seed=self.seed, work=work)

    def _keep_late(self, reached: Reached) -> None:
        if reached.choice is not None:
            for choice in (reached.choice, self._filled_up(reached.choice)):
                self._keep("duties", choice)

    def _best(self) -> Ints:
        assert self.best is not None  # noqa: S101
        return self.best

    def _filled_up(self, choice: Ints, gain: Floats | None = None) -> Ints:
        """With whatever else fits, most gainful first."""
        table = Table(self.columns, choice)
        gain = self.columns.value.astype(float) if gain is None else gain
        by_gain(table, gain, best_first(self.columns, gain))
        return table.choice

    def _improve_value(self) -> None:
        if self.columns.initiatives <= _SMALL:
            self._ask_cpsat()
        if self._is_value_proven or self.patience.is_over():
            return
        with SideBySide() as side_by_side:
            relaxing = self._relaxed(side_by_side)
            self._learn(relaxing.outlook)
            self._keep("value", self._led_by(relaxing.outlook))
            if self.columns.initiatives <= _MEDIUM:
                self._relax_fully(relaxing, side_by_side)
                if self.columns.initiatives > _SMALL:
                    self._anneal(side_by_side)
                self._prove(relaxing.outlook, side_by_side)
            self._improve_in_parts(relaxing, side_by_side)

    def _relaxed(self, side_by_side: SideBySide) -> Relaxing:
        """Beside the proof that nothing is less late, where that is still missing; again if something was."""
        relaxing = Relaxing(self.columns, self.score.late, self.score.short, seed=self.seed)
        if self._is_late_least or self.columns.initiatives <= _MEDIUM:
            side_by_side.run([relaxing], self.patience)
            self.patience.spent += relaxing.work
            return relaxing
        proof, before = self._least_late(), self.score
        side_by_side.run([relaxing, proof], self.patience)
        self.patience.spent += max(relaxing.work, proof.work)
        self._keep_late(proof.reached)
        self._is_late_least = proof.reached.is_least
        self._reach_goals()
        if (self.score.late, self.score.short) == (before.late, before.short):
            return relaxing
        relaxing = Relaxing(self.columns, self.score.late, self.score.short, seed=self.seed)
        side_by_side.run([relaxing], self.patience)
        self.patience.spent += relaxing.work
        return relaxing

    def _relax_fully(self, relaxing: Relaxing, side_by_side: SideBySide) -> None:
        before = relaxing.work
        while not (relaxing.is_done or self.patience.is_over()):
            side_by_side.run([relaxing], self.patience)
        self.patience.spent += relaxing.work - before
        self._learn(relaxing.outlook)

    def _ask_cpsat(self) -> None:
        model = Choosing(self.columns, self._best())
        model.hold_late(self.score.late - self.columns.before.late)
        model.hold_short(self.score.short)
        found = model.most_value(self.patience, seed=self.seed, work=self.patience.work_for(_FIRST))
        self.bound = min(self.bound, found.bound + self.columns.before.value)
        self._keep("value", found.choice)

    def _led_by(self, outlook: Outlook) -> Ints:
        """What the relaxation is surest of first, beside what the first tiers need."""
        kept = np.where(served_first(self.columns), self._best(), -1)
        choice = self._filled_up(
            kept, 1e3 * self.columns.value.max(initial=1) * outlook.share + self.columns.value
        )
        return choice if is_lawful(self.columns, choice) else self._best()

    def _improve_in_parts(self, relaxing: Relaxing, side_by_side: SideBySide) -> None:
        improving = Improving(self.columns, self._best(), relaxing.outlook, self.seed)
        while not (self._is_value_proven or self.patience.is_cut_short()):
            if self.patience.share_of_effort >= _VALUE:
                break
            improving.round(self.patience, side_by_side, None if relaxing.is_done else relaxing)
            improving.look_ahead(relaxing.outlook)
            self._learn(relaxing.outlook)
            self._keep("value", improving.best)

    def _learn(self, outlook: Outlook) -> None:
        self.bound = min(self.bound, outlook.bound)

    def _anneal(self, side_by_side: SideBySide) -> None:
        if self._is_value_proven or self.patience.is_over():
            return
        from takt.calculation.planner.search.annealing.annealing import Annealing  # brings a compiler along

        work = self.patience.work_for(_ANNEALED)
        lanes = [
            Annealing(self.columns, self._best(), self.patience, seed=seed, work=work)
            for seed in (self.seed, self.seed + 1)
        ]
        side_by_side.run(lanes, self.patience)
        self.patience.spent += max(each.work for each in lanes)
        for each in lanes:
            self._keep("value", each.best)

    def _prove(self, outlook: Outlook, side_by_side: SideBySide) -> None:
        """That nothing is worth 1 % more, then 0.5 %, then anything at all: as far as the effort goes."""
        if self._is_value_proven or self.patience.is_over():
            return
        initiative, work = divider(self.columns, self._best(), outlook, seed=self.seed)
        self.patience.spent += work
        for within, share in _WITHIN:
            more = int(within * abs(self.score.value))
            if self.bound <= self.score.value + more:
                continue
            if self.patience.is_over():
                break
            work = share * (self.patience.work_for(1.0) - self.patience.spent)
            both = halves(
                self.columns, self._best(), outlook, initiative, within=more, work=work, seed=self.seed
            )
            side_by_side.run(both, self.patience)
            self.patience.spent += max(half.work for half in both)
            self.bound = max(self.score.value, min(self.bound, max(half.bound for half in both)))
            for half in both:
                self._keep("value", half.found)
            if self.bound > self.score.value + more:
                break

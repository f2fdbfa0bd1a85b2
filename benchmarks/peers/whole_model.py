"""The whole question as one integer programme over start choices.

Columns: one yes-or-no per start choice, then one whole number per goal (what it is short by). Every tier is
an objective over the same rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from peers.limits import NO_LIMIT, Numbers
from peers.start_choices import Choice, StartChoices
from takt.calculation.planner.problem import Obligation


@dataclass(frozen=True, slots=True)
class Row:
    """least ≤ Σ amounts · columns ≤ most; None = no such side."""

    columns: Numbers
    amounts: Numbers
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Tier:
    """Minimise Σ cost · columns + constant."""

    name: str
    cost: Numbers
    constant: int
    floor: int | None
    """It cannot be less than this, so a plan that reaches it is best."""


@dataclass(frozen=True)
class WholeModel:
    choices: StartChoices

    @cached_property
    def columns(self) -> tuple[Choice, ...]:
        return tuple(choice for few in self.choices.choices.values() for choice in few)

    @property
    def width(self) -> int:
        return len(self.columns) + len(self.choices.problem.goals)

    @cached_property
    def columns_of(self) -> Mapping[str, range]:
        """Of each free initiative, earliest start first."""
        first, ranges = 0, {}
        for wish, few in self.choices.choices.items():
            ranges[wish] = range(first, first + len(few))
            first += len(few)
        return ranges

    def rows(self) -> Iterator[Row]:
        yield from self._one_start_each()
        yield from self._limits()
        yield from self._logic()
        yield from self._requirements()
        yield from self._goals()

    def tiers(self) -> list[Tier]:
        """In order of importance; those that no plan can change are left out."""
        return [tier for tier in (self._late(), self._short(), self._worthless()) if np.any(tier.cost)]

    def starts(self, chosen: Iterator[int]) -> dict[str, int]:
        """The plan that these columns make."""
        picked = (self.columns[column] for column in chosen if column < len(self.columns))
        return dict(self.choices.fixed) | {choice.id: choice.start for choice in picked}

    def _one_start_each(self) -> Iterator[Row]:
        return (_sum(own, most=1) for own in self.columns_of.values() if len(own) > 1)

    def _limits(self) -> Iterator[Row]:
        """Limits that even everything at once could not break are left out."""
        if not self.columns:
            return
        column = np.concatenate([np.full(len(c.use.rows), n) for n, c in enumerate(self.columns)])
        row = np.concatenate([choice.use.rows for choice in self.columns])
        amount = np.concatenate([choice.use.amounts for choice in self.columns])
        order = np.argsort(row, kind="stable")
        edges = np.flatnonzero(np.diff(row[order])) + 1
        for group in np.split(order, edges):
            room = int(self.choices.room[row[group[0]]]) if len(group) else NO_LIMIT
            if np.maximum(amount[group], 0).sum() > room:
                yield Row(column[group], amount[group], None, room)

    def _logic(self) -> Iterator[Row]:
        for pair in self.choices.exclusions:
            if not pair & self.choices.fixed.keys():
                yield _sum(*(self.columns_of[wish] for wish in sorted(pair)), most=1)
        for few in self.choices.open_lists:
            yield _sum(*(self.columns_of[wish] for wish in few), least=1, most=1)

    def _requirements(self) -> Iterator[Row]:
        """By no month has it started unless what it requires was live in time."""
        for one in self.choices.problem.initiatives:
            own = self.columns_of.get(one.id, range(0))
            for requirement in one.requires:
                for last in own:
                    by = self.columns[last].start - requirement.lag_months
                    yield from self._started_by(range(own.start, last + 1), requirement.id, by)

    def _started_by(self, started: range, required: str, month: int) -> Iterator[Row]:
        if required in self.choices.fixed:
            live = self.choices.go_live(required, self.choices.fixed[required])
            if live > month:
                yield _sum(started, most=0)
            return
        live_by = [column for column in self.columns_of[required] if self.columns[column].go_live <= month]
        columns = np.array([*started, *live_by], dtype=np.int64)
        amounts = np.repeat(np.array([1, -1], dtype=np.int64), [len(started), len(live_by)])
        yield Row(columns, amounts, None, 0)

    def _goals(self) -> Iterator[Row]:
        initiative = self.choices.problem.initiative
        for number, goal in enumerate(self.choices.problem.goals):
            points = [initiative[choice.id].goals.get(goal.id, 0) for choice in self.columns]
            columns = np.append(np.flatnonzero(points), len(self.columns) + number)
            amounts = np.append(np.array(points, dtype=np.int64)[columns[:-1]], 1)
            settled = sum(initiative[wish].goals.get(goal.id, 0) for wish in self.choices.fixed)
            yield Row(columns, amounts, goal.minimum - settled, None)

    def _late(self) -> Tier:
        months = self.choices.problem.months
        initiative = self.choices.problem.initiative
        cost = np.zeros(self.width, dtype=np.int64)
        duties = {wish for wish in self.columns_of if initiative[wish].obligation is Obligation.MUST}
        for column, choice in enumerate(self.columns):
            if choice.id in duties:
                cost[column] = choice.months_late - months
        return Tier("months_late", cost, months * len(duties), 0)

    def _short(self) -> Tier:
        cost = np.zeros(self.width, dtype=np.int64)
        cost[len(self.columns) :] = 1
        return Tier("goal_shortfall", cost, 0, 0)

    def _worthless(self) -> Tier:
        cost = np.zeros(self.width, dtype=np.int64)
        cost[: len(self.columns)] = [-choice.value_twelfths for choice in self.columns]
        return Tier("value", cost, -self.choices.score(self.choices.fixed).value_twelfths, None)


def _sum(*columns: range, least: int | None = None, most: int | None = None) -> Row:
    every = np.concatenate([np.array(few, dtype=np.int64) for few in columns])
    return Row(every, np.ones(len(every), dtype=np.int64), least, most)

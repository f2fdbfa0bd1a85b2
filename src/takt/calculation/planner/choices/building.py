"""From a problem to columns: what is fixed is taken off, what no plan can hold is left out."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from takt.calculation.planner.choices.columns import (
    BOUNDLESS,
    Columns,
    Flags,
    Goals,
    Ints,
    Link,
    Overload,
    Score,
)
from takt.calculation.planner.choices.demand import Ledger, Worth
from takt.calculation.planner.problem import Initiative, Obligation, Problem

_LARGEST_TOTAL = 2**50
"""Sums of value stay below it, so that 64 bits and the engines hold them."""


@dataclass(frozen=True, slots=True)
class Built:
    """Columns and what is needed to make a plan of a choice among them."""

    columns: Columns
    twelfths: int
    """How many twelfths one of ``columns.value`` is: 1 unless the points are astronomical; then rounded down."""

    def most_twelfths(self, bound: int) -> int:
        """The bound of a value as twelfths."""
        rounded_off = 0 if self.twelfths == 1 else self.columns.initiatives + 1
        return (bound + rounded_off) * self.twelfths


def columns_of(problem: Problem) -> Built:
    movable = [one for one in problem.initiatives if one.fixed_start is None]
    ledger, logic = Ledger(problem), _Logic(problem, movable)
    used = used_by_fixed(problem, ledger)
    room = np.where(ledger.room < BOUNDLESS, np.maximum(ledger.room, used) - used, BOUNDLESS)
    starts = logic.propagated([own_starts(problem, one) for one in movable])
    parts = [_Part(one, each, *ledger.use(one, each)) for one, each in zip(movable, starts, strict=True)]
    parts = _that_fit(parts, room)
    kept = logic.propagated([part.starts for part in parts])
    parts = [part.only(np.isin(part.starts, few)) for part, few in zip(parts, kept, strict=True)]
    return _assembled(problem, parts, room, used, logic, ledger.ceiling_rows)


@dataclass(frozen=True, slots=True)
class _Part:
    """The columns of one initiative."""

    one: Initiative
    starts: Ints
    position: Ints
    row: Ints
    use: Ints

    def only(self, kept: Flags) -> "_Part":
        renumbered = np.cumsum(kept) - 1
        entries = kept[self.position]
        position = renumbered[self.position[entries]]
        return _Part(self.one, self.starts[kept], position, self.row[entries], self.use[entries])

    def saving(self, rows: int) -> Ints:
        """(rows,): the least it uses, when that is negative."""
        least = np.zeros(rows, dtype=np.int64)
        np.minimum.at(least, self.row, self.use)
        return least


class _Logic:
    """Who needs, shuts out and competes with whom, by position among the movable."""

    def __init__(self, problem: Problem, movable: list[Initiative]) -> None:
        self._problem, self._movable = problem, movable
        self._position = {one.id: n for n, one in enumerate(movable)}
        self.links = tuple(self._links())
        self.pairs = tuple(dict.fromkeys(self._pairs()))
        self.choices = tuple(self._choices())
        self._shut_out = frozenset(self._shut_out_by_fixed())

    def propagated(self, starts: list[Ints]) -> list[Ints]:
        """Without the starts that requirements rule out whatever else is chosen."""
        starts = [few[:0] if n in self._shut_out else few for n, few in enumerate(starts)]
        starts = [few[few >= self._after_fixed(n)] for n, few in enumerate(starts)]
        changed = True
        while changed:
            changed = False
            for link in self.links:
                before, after = starts[link.earlier], starts[link.later]
                kept = after[after >= before[0] + link.gap] if len(before) else after[:0]
                changed = changed or len(kept) < len(after)
                starts[link.later] = kept
        return starts

    def _after_fixed(self, n: int) -> int:
        earliest = 0
        for required in self._movable[n].requires:
            other = self._problem.initiative[required.id]
            if other.fixed_start is not None:
                earliest = max(earliest, other.fixed_start + other.lead_time + required.lag_months)
        return earliest

    def _links(self) -> Iterator[Link]:
        for n, one in enumerate(self._movable):
            for required in one.requires:
                if required.id in self._position:
                    gap = self._problem.initiative[required.id].lead_time + required.lag_months
                    yield Link(n, self._position[required.id], gap)

    def _pairs(self) -> Iterator[tuple[int, int]]:
        for n, one in enumerate(self._movable):
            for other in one.excludes:
                if other in self._position:
                    yield min(n, self._position[other]), max(n, self._position[other])

    def _choices(self) -> Iterator[tuple[int, ...]]:
        for choice in self._problem.choose_one:
            if all(id_ in self._position for id_ in choice):
                yield tuple(dict.fromkeys(self._position[id_] for id_ in choice))

    def _shut_out_by_fixed(self) -> Iterator[int]:
        for one in self._problem.initiatives:
            if one.fixed_start is not None:
                yield from (self._position[id_] for id_ in one.excludes if id_ in self._position)
        for n, one in enumerate(self._movable):
            if any(self._problem.initiative[id_].fixed_start is not None for id_ in one.excludes):
                yield n
        for choice in self._problem.choose_one:
            if any(id_ not in self._position for id_ in choice):
                yield from (self._position[id_] for id_ in choice if id_ in self._position)


def own_starts(problem: Problem, one: Initiative) -> Ints:
    """Inside the horizon and its own window, without freezes."""
    latest_live = problem.months - 1
    if one.latest_go_live is not None and one.obligation is not Obligation.MUST:
        latest_live = min(latest_live, one.latest_go_live)
    earliest, latest = max(0, one.earliest_start), latest_live - one.lead_time
    if latest < earliest:
        return np.empty(0, dtype=np.int64)
    starts = np.arange(earliest, latest + 1, dtype=np.int64)
    live = starts + one.lead_time
    touched = {id_ for change in one.change if any(change.hours) for id_ in problem.lineage(change.unit)}
    for freeze in problem.freezes:
        if freeze.units is None or freeze.units & touched:
            open_ = (live < freeze.first) | (live > freeze.latest)
            starts, live = starts[open_], live[open_]
    return starts


def used_by_fixed(problem: Problem, ledger: Ledger) -> Ints:
    used = np.zeros(len(ledger.room), dtype=np.int64)
    for one in problem.initiatives:
        if one.fixed_start is not None:
            _, row, use = ledger.use(one, np.array([one.fixed_start], dtype=np.int64))
            np.add.at(used, row, use)
    return used


def _that_fit(parts: list[_Part], room: Ints) -> list[_Part]:
    """Without columns that break a row even if all others save as much there as they can."""
    savings = [part.saving(len(room)) for part in parts if (part.use < 0).any()]
    most = np.where(room < BOUNDLESS, room - sum(savings, np.zeros_like(room)), BOUNDLESS)
    fitting = []
    for part in parts:
        kept = np.ones(len(part.starts), dtype=bool)
        own_saving = np.minimum(part.saving(len(room)), 0) if (part.use < 0).any() else np.zeros(1, np.int64)
        limit = most + own_saving
        kept[part.position[part.use > limit[part.row]]] = False
        fitting.append(part.only(kept))
    return fitting


def _assembled(
    problem: Problem, parts: list[_Part], room: Ints, used: Ints, logic: _Logic, ceiling_rows: Ints
) -> Built:
    worth, months = Worth(problem), problem.months
    values = [[worth.value(part.one, int(start)) for start in part.starts] for part in parts]
    first = np.cumsum([0, *(len(part.starts) for part in parts)])
    position = np.concatenate([part.position + first[n] for n, part in enumerate(parts)] or [first[:0]])
    twelfths = _scale(values)
    duty = np.array([part.one.obligation is Obligation.MUST for part in parts], dtype=bool)
    late = [
        worth.late(part.one, int(start)) if duty[n] else 0
        for n, part in enumerate(parts)
        for start in part.starts
    ]
    columns = Columns(
        ids=tuple(part.one.id for part in parts),
        first=first,
        start=np.concatenate([part.starts for part in parts] or [first[:0]]),
        value=np.array([each // twelfths for few in values for each in few], dtype=np.int64),
        late=np.array(late, dtype=np.int64),
        pointer=np.searchsorted(position, np.arange(first[-1] + 1)),
        row=np.concatenate([part.row for part in parts] or [first[:0]]),
        use=np.concatenate([part.use for part in parts] or [first[:0]]),
        room=room,
        duty=duty,
        late_when_left_out=months,
        months=months,
        monthly_rows=months * (len(problem.roles) + len(problem.units)),
        links=logic.links,
        pairs=logic.pairs,
        choices=logic.choices,
        goals=_goals(problem, parts),
        overload=_overload(problem, ceiling_rows, used),
        before=_before(problem, worth, twelfths),
    )
    return Built(columns, twelfths)


def _scale(values: list[list[int]]) -> int:
    total = sum(max(map(abs, few), default=0) for few in values)
    return 1 if total < _LARGEST_TOTAL else -(-total // _LARGEST_TOTAL)


def _goals(problem: Problem, parts: list[_Part]) -> Goals:
    fixed = [one for one in problem.initiatives if one.fixed_start is not None]
    needed = [goal.minimum - sum(one.goals.get(goal.id, 0) for one in fixed) for goal in problem.goals]
    points = [[part.one.goals.get(goal.id, 0) for goal in problem.goals] for part in parts]
    shape = len(parts), len(problem.goals)
    return Goals(np.array(needed, dtype=np.int64), np.array(points, dtype=np.int64).reshape(shape))


def _overload(problem: Problem, rows: Ints, used: Ints) -> Overload:
    ceilings = [hours for unit in problem.units for hours in unit.ceiling_hours if hours is not None]
    return Overload(rows, np.array(ceilings, dtype=np.int64), used[rows])


def _before(problem: Problem, worth: Worth, twelfths: int) -> Score:
    fixed = [(one, one.fixed_start) for one in problem.initiatives if one.fixed_start is not None]
    late = sum(worth.late(one, start) for one, start in fixed if one.obligation is Obligation.MUST)
    value = worth.nothing + sum(worth.value(one, start) for one, start in fixed)
    return Score(late, 0, value // twelfths)

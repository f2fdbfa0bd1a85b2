"""Some initiatives free to move while the others stay: a smaller question of the same kind."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from takt.calculation.planner.choices.columns import Columns, Flags, Goals, Ints, Link, Score


@dataclass(frozen=True, slots=True)
class Part:
    """``columns`` is the smaller question; the arrays lead back to the whole."""

    columns: Columns
    initiatives: Ints
    """In the whole, by initiative of the part."""
    column: Ints
    """In the whole, by column of the part."""
    around: Ints
    """Choice in the whole with the free ones left out."""

    def widened(self, choice: Ints) -> Ints:
        """A choice of the part as one of the whole."""
        whole = self.around.copy()
        chosen = choice >= 0
        whole[self.initiatives[chosen]] = self.column[choice[chosen]]
        return whole

    def narrowed(self, choice: Ints) -> Ints:
        """The other way round; columns that the part does not have count as not chosen."""
        position = np.searchsorted(self.column, choice[self.initiatives])
        position = np.minimum(position, max(0, len(self.column) - 1))
        has = (choice[self.initiatives] >= 0) & (len(self.column) > 0)
        found = np.zeros_like(has)
        found[has] = self.column[position[has]] == choice[self.initiatives][has]
        return np.where(found, position, -1)


def part_of(
    columns: Columns, choice: Ints, free: Flags, allowed: Flags | None = None, used: Ints | None = None
) -> Part:
    """Free to move are the initiatives in ``free``, among their columns in ``allowed`` (None = all).

    ``used`` is what ``choice`` uses, if it is known already.
    """
    around = np.where(free, -1, choice)
    used = _used_around(columns, choice, free, used)
    kept, forced = _surroundings(columns, around, free)
    if allowed is not None:
        kept &= allowed
    column = np.flatnonzero(kept)
    initiatives = np.flatnonzero(free)
    position = np.cumsum(free) - 1
    entries = np.flatnonzero(kept[columns.column_of_entry])
    sizes = (columns.pointer[1:] - columns.pointer[:-1])[column]
    frozen = columns.score(around)
    left_out = columns.late_when_left_out * int(columns.duty[free].sum())
    limited = columns.room < 2**62
    smaller = replace(
        columns,
        ids=tuple(columns.ids[n] for n in initiatives),
        first=np.r_[0, np.cumsum(np.bincount(position[columns.owner[column]], minlength=len(initiatives)))],
        start=columns.start[column],
        value=columns.value[column],
        late=columns.late[column],
        pointer=np.r_[0, np.cumsum(sizes)],
        row=columns.row[entries],
        use=columns.use[entries],
        room=np.where(limited, columns.room - used, columns.room),
        duty=columns.duty[free],
        links=tuple(_links(columns, free, position)),
        pairs=tuple((int(position[a]), int(position[b])) for a, b in columns.pairs if free[a] and free[b]),
        choices=(*_choices(columns, around, free, position), *((int(position[n]),) for n in forced)),
        goals=Goals(
            columns.goals.needed - columns.goals.points[around >= 0].sum(axis=0), columns.goals.points[free]
        ),
        overload=replace(columns.overload, used=columns.overload.used + used[columns.overload.rows]),
        before=Score(frozen.late - left_out, 0, frozen.value),
    )
    return Part(smaller, initiatives, column, around)


def _used_around(columns: Columns, choice: Ints, free: Flags, used: Ints | None) -> Ints:
    if used is None:
        return columns.used(np.where(free, -1, choice))
    of_the_free: Ints = columns.used(np.where(free, choice, -1))
    return np.subtract(used, of_the_free)


def _surroundings(columns: Columns, around: Ints, free: Flags) -> tuple[Flags, list[int]]:
    """Columns of the free that go with what stays, and the free that what stays cannot do without."""
    kept = free[columns.owner]
    forced: list[int] = []
    for link in columns.links:
        if free[link.later] and not free[link.earlier]:
            kept[_before(columns, link, around)] = False
        elif free[link.earlier] and not free[link.later] and around[link.later] >= 0:
            latest = columns.start[around[link.later]] - link.gap
            own = np.array(columns.of(link.earlier), dtype=np.int64)
            kept[own[columns.start[own] > latest]] = False
            forced.append(link.earlier)
    for initiative in _shut_out(columns, around, free):
        kept[list(columns.of(initiative))] = False
    return kept, list(dict.fromkeys(forced))


def _before(columns: Columns, link: Link, around: Ints) -> Ints:
    """Columns of the later that its frozen requirement rules out."""
    own: Ints = np.array(columns.of(link.later), dtype=np.int64)
    if around[link.earlier] < 0:
        return own
    too_early: Ints = own[columns.start[own] < columns.start[around[link.earlier]] + link.gap]
    return too_early


def _shut_out(columns: Columns, around: Ints, free: Flags) -> Iterator[int]:
    for one, other in columns.pairs:
        if around[one] >= 0 and free[other]:
            yield other
        if around[other] >= 0 and free[one]:
            yield one
    for choice in columns.choices:
        if any(around[n] >= 0 for n in choice):
            yield from (n for n in choice if free[n])


def _links(columns: Columns, free: Flags, position: Ints) -> Iterator[Link]:
    for link in columns.links:
        if free[link.later] and free[link.earlier]:
            yield Link(int(position[link.later]), int(position[link.earlier]), link.gap)


def _choices(columns: Columns, around: Ints, free: Flags, position: Ints) -> Iterator[tuple[int, ...]]:
    for choice in columns.choices:
        members = tuple(int(position[n]) for n in choice if free[n])
        if members and all(around[n] < 0 for n in choice):
            yield members

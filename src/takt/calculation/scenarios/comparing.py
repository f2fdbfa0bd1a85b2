"""How one future differs from another, initiative by initiative and unit by unit."""

from dataclasses import dataclass
from enum import StrEnum

from takt.calculation.planner.problem import Month
from takt.calculation.scenarios.outcome import Outcome, UnitOutcome


class Fate(StrEnum):
    """What becomes of an initiative in the other plan."""

    IN = "in"
    OUT = "out"
    EARLIER = "earlier"
    LATER = "later"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Move:
    id: str
    title: str
    fate: Fate
    months: int
    """Moved by so many; 0 unless earlier or later."""
    before: Month | None
    after: Month | None
    """Go-live; None = not in that plan."""


@dataclass(frozen=True, slots=True)
class UnitDifference:
    before: UnitOutcome
    after: UnitOutcome

    @property
    def moved(self) -> bool:
        return (self.before.peak_hours, self.before.peak_ceiling, self.before.peak_month) != (
            self.after.peak_hours,
            self.after.peak_ceiling,
            self.after.peak_month,
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    before: Outcome
    after: Outcome
    moves: tuple[Move, ...]
    """Of everything in either plan, those that change first."""
    units: tuple[UnitDifference, ...]
    """Those in both questions."""

    def count(self, *fates: Fate) -> int:
        return sum(move.fate in fates for move in self.moves)

    @property
    def chosen_more(self) -> int:
        return len(self.after.start) - len(self.before.start)

    @property
    def value_more_twelfths(self) -> int:
        return self.after.value_twelfths - self.before.value_twelfths

    @property
    def value_more_percent(self) -> float | None:
        """None where there was no value to measure against."""
        if self.before.value_twelfths <= 0:
            return None
        return 100 * self.value_more_twelfths / self.before.value_twelfths

    @property
    def over_more(self) -> int:
        return self.after.unit_months_over - self.before.unit_months_over


_ORDER = [*Fate]


def compare(before: Outcome, after: Outcome) -> Comparison:
    ids = dict.fromkeys([*before.start, *after.start])
    moves = sorted(
        (_move(id_, before, after) for id_ in ids),
        key=lambda move: (_ORDER.index(move.fate), -move.months, move.after or move.before, move.id),
    )
    there = {unit.id: unit for unit in after.units}
    return Comparison(
        before=before,
        after=after,
        moves=tuple(moves),
        units=tuple(UnitDifference(unit, there[unit.id]) for unit in before.units if unit.id in there),
    )


def _move(id_: str, before: Outcome, after: Outcome) -> Move:
    title = after.titles.get(id_) or before.titles.get(id_, "")
    was, becomes = _go_live(before, id_), _go_live(after, id_)
    if was is None or becomes is None:
        return Move(id_, title, Fate.IN if was is None else Fate.OUT, 0, was, becomes)
    months = becomes.minus(was)
    fate = Fate.SAME if not months else Fate.LATER if months > 0 else Fate.EARLIER
    return Move(id_, title, fate, abs(months), was, becomes)


def _go_live(outcome: Outcome, id_: str) -> Month | None:
    offset = outcome.go_live.get(id_)
    return None if offset is None else outcome.first.plus(offset)

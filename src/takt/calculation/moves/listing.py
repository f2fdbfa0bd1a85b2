"""What moves, the weightiest first."""

from dataclasses import dataclass

from takt.calculation.moves.reasons import Reason, why_moved
from takt.calculation.planner.explain import Situation
from takt.calculation.planner.problem import Initiative, Month, Obligation
from takt.calculation.scenarios.comparing import Fate

MONTHS_OF_IN_OR_OUT = 12
"""To come in or go out weighs as much as to move by a year; longer moves weigh no more."""


@dataclass(frozen=True, slots=True)
class Moved:
    id: str
    title: str
    fate: Fate
    months: int
    """Moved by so many; 0 unless earlier or later."""
    before: Month | None
    after: Month | None
    """Go-live; None = not in that plan."""
    weight: int
    """Change hours × months; a duty weighs double."""
    reason: Reason


def moves(before: Situation, after: Situation) -> list[Moved]:
    """Everything that goes live in another month, comes in or goes out."""
    ids = dict.fromkeys([*before.start, *after.start])
    found = [moved for id_ in ids if (moved := _moved(id_, before, after))]
    return sorted(found, key=lambda moved: (-moved.weight, moved.id))


def _moved(id_: str, before: Situation, after: Situation) -> Moved | None:
    was, becomes = go_live(before, id_), go_live(after, id_)
    if was == becomes:
        return None
    one = after.problem.initiative.get(id_) or before.problem.initiative[id_]
    months = becomes.minus(was) if was and becomes else 0
    return Moved(
        id_,
        one.title,
        _fate(was, becomes, months),
        abs(months),
        was,
        becomes,
        _weight(one, abs(months) or MONTHS_OF_IN_OR_OUT),
        why_moved(id_, before, after),
    )


def go_live(situation: Situation, id_: str) -> Month | None:
    if id_ not in situation.start:
        return None
    problem = situation.problem
    return problem.first_month.plus(situation.start[id_] + problem.initiative[id_].lead_time)


def _fate(was: Month | None, becomes: Month | None, months: int) -> Fate:
    if was is None:
        return Fate.IN
    if becomes is None:
        return Fate.OUT
    return Fate.LATER if months > 0 else Fate.EARLIER


def _weight(one: Initiative, months: int) -> int:
    hours = 1 + sum(sum(change.hours) for change in one.change)
    twice = 2 if one.obligation is Obligation.MUST else 1
    return hours * min(months, MONTHS_OF_IN_OR_OUT) * twice

"""The consequences of a yes as plain values; kept as JSON, so that every host shows the same."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from takt.calculation.planner.usage import Resource

SHAPE = 1
"""Goes up when what is kept looks otherwise or is reckoned otherwise, so that older ones are reckoned again."""
NEAR_PERCENT = 90
"""Per cent of a limit from which we say that it is near."""


class Mark(StrEnum):
    """How it stands with one limit after a yes."""

    ROOM = "room"
    NEAR = "near"
    OVER = "over"
    """The yes is what breaks it."""
    OVER_ALREADY = "over_already"
    """Broken before the yes, and after it."""
    UNCHANGED = "unchanged"
    MET = "met"
    """A deadline of the law that the yes meets."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One limit in its tightest time: DKK in a year, days or change hours in a month, go-lives in a quarter."""

    resource: Resource
    id: str
    """Of the frame, role or unit."""
    name: str
    year: int
    part: int
    """Month 1–12 of staff and load, quarter 1–4 of go-lives; 0 for money."""
    before: int
    after: int
    there_is: int | None
    """As it was decided; None: no limit."""
    headcount: int = 0
    """Of the unit."""
    is_tail: bool = False
    """What operation takes of the frame in the last year of the plan."""

    @property
    def mark(self) -> Mark:
        return mark_of(self.before, self.after, self.there_is)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Duties by law that go live in time, of all that have a deadline."""

    before: int
    after: int
    there_are: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """The consequences of a yes, with the initiative at one start and everything else where it stands."""

    start: int | None
    """Month offset from the plan's first month; None: it cannot go live before the plan ends."""
    is_placed: bool
    """That is its place in the plan; otherwise where it hurts least."""
    effects: tuple[Effect, ...]
    deadlines: Deadlines
    breaches: tuple[tuple[str, str], ...]
    """The limits that a yes would exceed, or exceed by more, in Danish and English."""
    obstacles: tuple[tuple[str, str], ...]
    """What else stands in its way at that start: deadlines, freezes, and what must come first or instead."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read_weighed(kept: Mapping[str, Any]) -> Weighed:
    """From what ``as_json`` gave, also when it has been through JSON."""
    return Weighed(
        start=kept["start"],
        is_placed=kept["is_placed"],
        effects=tuple(Effect(**{**one, "resource": Resource(one["resource"])}) for one in kept["effects"]),
        deadlines=Deadlines(**kept["deadlines"]),
        breaches=tuple((da, en) for da, en in kept["breaches"]),
        obstacles=tuple((da, en) for da, en in kept["obstacles"]),
    )


def mark_of(before: int, after: int, there_is: int | None) -> Mark:
    """A limit that holds, is near, is broken by this, or was broken before; without a limit there is room."""
    if there_is is not None and after > there_is:
        return Mark.OVER_ALREADY if before > there_is else Mark.OVER
    if before == after:
        return Mark.UNCHANGED
    if there_is is not None and 100 * after >= NEAR_PERCENT * there_is:
        return Mark.NEAR
    return Mark.ROOM

"""The named changes that make another question of a question. Each says only what differs; ``applying`` does it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from takt.calculation.planner.problem import Month


@dataclass(frozen=True, slots=True)
class MoreStaff:
    """So many full-time equivalents more (or fewer) in a role, from a month on."""

    role: str
    tenths: int
    """Of a full-time equivalent; negative = fewer."""
    from_month: Month
    days_per_month: int
    """Person-days that one full-time equivalent has for initiatives in a month."""

    @property
    def full_time_equivalents(self) -> Fraction:
        return Fraction(self.tenths, 10)


@dataclass(frozen=True, slots=True)
class FrameBy:
    """A frame raised or lowered by per cent, in some of its years or all."""

    frame: str | None
    """None = every frame."""
    percent: int
    years: tuple[int, ...] = ()
    """Empty = every year it has."""


@dataclass(frozen=True, slots=True)
class CeilingTo:
    """The ceiling on change in change hours per employee per month, for a unit and all below it."""

    unit: str | None
    """None = every unit that has a ceiling."""
    tenths: int
    """Of an hour per employee per month."""


@dataclass(frozen=True, slots=True)
class CeilingBy:
    """The ceiling on change raised or lowered by per cent, for a unit and all below it."""

    unit: str | None
    percent: int


@dataclass(frozen=True, slots=True)
class Drop:
    """As if the initiative were never wished, or stopped; what requires it goes with it."""

    id: str


@dataclass(frozen=True, slots=True)
class Force:
    """The initiative must be in the plan."""

    id: str


@dataclass(frozen=True, slots=True)
class Exclude:
    """At most one of the two may be in the plan."""

    id: str
    other: str


@dataclass(frozen=True, slots=True)
class MoveDeadline:
    """The latest month in which the initiative may go live."""

    id: str
    latest_go_live: Month | None
    """None = no deadline."""


Change: TypeAlias = MoreStaff | FrameBy | CeilingTo | CeilingBy | Drop | Force | Exclude | MoveDeadline


class CannotChange(Exception):  # noqa: N818 - it is an answer, not an error
    """The change is about something that the question does not have, or asks the impossible; says what."""

    def __init__(self, da: str, en: str) -> None:
        super().__init__(en)
        self.da, self.en = da, en

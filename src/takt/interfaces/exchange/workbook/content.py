"""What a wish workbook says, cell by cell, as plain values; None = the cell is empty.

Nothing has been guessed here. ``completing`` fills the gaps and lists what it filled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from takt.calculation.change_load.hours import DEFAULT_ADAPTATION_HOURS
from takt.calculation.planner.problem import Month, Obligation


@dataclass(frozen=True, slots=True)
class Wish:
    row: int
    """As Excel numbers it."""
    title: str
    nr: str | None = None
    description: str = ""
    units: tuple[str, ...] = ()
    obligation: Obligation | None = None
    size: str | None = None
    prepare: int | None = None
    roll_out: int | None = None
    settle: int | None = None
    earliest: Month | None = None
    latest: Month | None = None
    fixed: Month | None = None
    points: int | None = None
    capital_dkk: int | None = None
    running_dkk: int | None = None
    """Per year in use."""
    benefit_dkk: int | None = None
    """Per year in use."""
    capital_frame: str | None = None
    running_frame: str | None = None
    days: Mapping[str, int] = field(default_factory=dict)
    """By role; a role without an entry has an empty cell."""
    people: int | None = None
    hours_per_person: Decimal | None = None
    intensity: int | None = None
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    row: int
    name: str
    parent: str | None = None
    headcount: int | None = None
    """Everyone in it and below it."""
    ceiling: Decimal | None = None
    """Change hours per employee per month."""
    max_go_lives: int | None = None


@dataclass(frozen=True, slots=True)
class Role:
    row: int
    name: str
    full_time: Decimal | None = None
    """Full-time equivalents (årsværk)."""
    days_per_month: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    row: int
    name: str
    dkk: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Freeze:
    row: int
    first: Month
    latest: Month
    units: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Size:
    """What a wish of this size is taken to need where nothing is written. Our own estimates."""

    prepare: int
    roll_out: int
    settle: int
    capital_dkk: int
    running_dkk: int
    days: int
    """Of the first role."""
    share_of_unit: int
    """Per cent of the unit's employees."""
    hours_per_person: Decimal
    intensity: int


DEFAULT_SIZES: Mapping[str, Size] = {
    "lille": Size(1, 2, 1, 100_000, 25_000, 10, 10, Decimal(1), 1),
    "mellem": Size(2, 4, 2, 500_000, 100_000, 30, 25, Decimal(3), 2),
    "stor": Size(4, 6, 3, 1_500_000, 300_000, 80, 50, Decimal(6), 2),
    "meget stor": Size(6, 9, 6, 4_000_000, 800_000, 160, 80, Decimal(10), 3),
}


@dataclass(frozen=True, slots=True)
class Settings:
    title: str = "Digitale ønsker"
    first_month: Month | None = None
    months: int = 48
    ceiling: Decimal = Decimal(3)
    """Change hours per employee per month where no unit above has a ceiling."""
    adaptation_hours: Decimal = Decimal(DEFAULT_ADAPTATION_HOURS)
    """Hours per employee per step of intensity."""
    days_per_full_time: Decimal = Decimal(16)
    """Days per month of one full-time equivalent: 192 a year, after holidays, illness and daily duties."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the workbook did not say, and what was used instead."""

    sheet: str
    row: int | None
    subject: str
    """The wish, unit or role it concerns."""
    column: str
    value: str
    why: str


@dataclass(frozen=True)
class Content:
    wishes: tuple[Wish, ...]
    units: tuple[Unit, ...] = ()
    roles: tuple[Role, ...] = ()
    frames: tuple[Frame, ...] = ()
    freezes: tuple[Freeze, ...] = ()
    sizes: Mapping[str, Size] = field(default_factory=lambda: DEFAULT_SIZES)
    settings: Settings = Settings()
    notes: tuple[Assumption, ...] = ()
    """What was passed over in reading: example rows, columns that are not known."""

"""The question: what may be done, what it takes and what the limits are (``takt.problem/1``).

Everything is a whole number, so that a checker can be exact. Months are numbered 0 … ``months`` - 1
from ``first_month``. The semantics are those of docs/planner.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Obligation(StrEnum):
    """How binding an initiative is: skal, bør, kan."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisational unit that can be asked to change. Hours are change hours of the whole unit."""

    id: str
    name: str
    parent: str | None
    headcount: int
    ceiling_hours: tuple[int | None, ...]
    """One per month of the horizon; None = no limit of its own that month."""
    max_go_lives_per_quarter: int | None


@dataclass(frozen=True, slots=True)
class Role:
    """A scarce kind of staff, with the person-days there are in each month."""

    id: str
    name: str
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A sum of money per calendar year (DKK). A year not named has no limit."""

    id: str
    name: str
    dkk: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Freeze:
    """Months (offsets from the first month, both included; may lie outside the horizon) without go-lives."""

    first: int
    latest: int
    units: frozenset[str] | None
    """None = every initiative, also one without change hours."""


@dataclass(frozen=True, slots=True)
class Goal:
    id: str
    name: str
    minimum: int


@dataclass(frozen=True, slots=True)
class Spending:
    """DKK on one frame: ``dkk[k]`` in month start + k, then ``dkk_per_month_in_use`` from go-live on."""

    frame: str
    dkk: tuple[int, ...]
    dkk_per_month_in_use: int


@dataclass(frozen=True, slots=True)
class Change:
    """Change hours that fall on one unit: ``hours[k]`` in month start + k."""

    unit: str
    hours: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """The initiative with this id must have gone live at least ``lag_months`` before the start."""

    id: str
    lag_months: int


@dataclass(frozen=True, slots=True)
class Initiative:
    id: str
    title: str
    obligation: Obligation
    prepare: int
    roll_out: int
    settle: int
    earliest_start: int
    latest_go_live: int | None
    fixed_start: int | None
    announced_start: int | None
    points_per_year: int
    points_at_go_live: int
    money: tuple[Spending, ...] = ()
    staff: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    change: tuple[Change, ...] = ()
    requires: tuple[Requirement, ...] = ()
    excludes: frozenset[str] = frozenset()
    goals: Mapping[str, int] = field(default_factory=dict)

    @property
    def lead_time(self) -> int:
        """Months from start to go-live."""
        return self.prepare + self.roll_out


@dataclass(frozen=True)
class Problem:
    title: str
    first_month: "Month"
    months: int
    initiatives: tuple[Initiative, ...]
    units: tuple[Unit, ...] = ()
    roles: tuple[Role, ...] = ()
    frames: tuple[Frame, ...] = ()
    freezes: tuple[Freeze, ...] = ()
    goals: tuple[Goal, ...] = ()
    choose_one: tuple[tuple[str, ...], ...] = ()
    move_penalty_points_per_month: int = 0
    leave_out_penalty_points: int = 0
    """What it costs to leave out an initiative that has been announced."""
    sha256: str = ""
    """Of the bytes it was read from; see ``archive.py``."""

    @cached_property
    def initiative(self) -> Mapping[str, Initiative]:
        """By id."""
        return {one.id: one for one in self.initiatives}

    @cached_property
    def unit(self) -> Mapping[str, Unit]:
        """By id."""
        return {one.id: one for one in self.units}

    def lineage(self, unit: str) -> Iterator[str]:
        """The id of the unit itself, then of its parents up to the top. Raises KeyError for an unknown id."""
        above: str | None = unit
        while above is not None:
            yield above
            above = self.unit[above].parent

    def year(self, month: int) -> int:
        """The calendar year of a month offset (which may be negative)."""
        return self.first_month.plus(month).year

    def quarter(self, month: int) -> tuple[int, int]:
        """(year, 1–4) of a month offset."""
        calendar = self.first_month.plus(month)
        return calendar.year, (calendar.number - 1) // 3 + 1


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, written 2027-01."""

    year: int
    number: int

    def plus(self, months: int) -> "Month":
        years, index = divmod(self.number - 1 + months, 12)
        return Month(self.year + years, index + 1)

    def minus(self, other: "Month") -> int:
        """Whole months from ``other`` to this one."""
        return 12 * (self.year - other.year) + self.number - other.number

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

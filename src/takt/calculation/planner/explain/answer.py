"""What an explanation says, as plain values: sentences are made of them elsewhere.

Months are offsets from the problem's first month. Amounts are days (staff), DKK (money), hours (ceilings)
or a count (go-lives); all whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import Limit, Resource


class Verdict(StrEnum):
    PLACED = "placed"
    FIXED = "fixed"
    NOT_PLACED = "not_placed"


class Theme(StrEnum):
    """The four limits that a board asks about, in the order they are shown."""

    CHANGE = "change"
    STAFF = "staff"
    MONEY = "money"
    LAW = "law"
    """Deadlines, freezes, and what must come first or instead."""


THEME_OF = {
    Resource.LOAD: Theme.CHANGE,
    Resource.GO_LIVES: Theme.CHANGE,
    Resource.STAFF: Theme.STAFF,
    Resource.MONEY: Theme.MONEY,
}


class Bottleneck(NamedTuple):
    """A limit at all times: the role ``pl``, the frame ``drift``, the ceiling of a unit."""

    resource: Resource
    id: str


@dataclass(frozen=True, slots=True)
class Pressure:
    """One limit at one time, as it would be with the initiative in."""

    limit: Limit
    total: int
    allowed: int
    """What a lawful plan may use: what was decided, or what fixed initiatives alone use when that is more."""
    decided: int

    @property
    def missing(self) -> int:
        return max(0, self.total - self.allowed)

    @property
    def extra(self) -> int:
        """How much the limit itself must be raised to make room."""
        return max(0, self.total - self.decided)

    @property
    def bottleneck(self) -> Bottleneck:
        return Bottleneck(self.limit.resource, self.limit.id)

    @property
    def theme(self) -> Theme:
        return THEME_OF[self.limit.resource]


class ObstacleKind(StrEnum):
    DEADLINE = "deadline"
    """It would go live after its ``latest_go_live`` (``month``)."""
    FROZEN = "frozen"
    """It would go live in a freeze (``month``)."""
    REQUIREMENT_NOT_CHOSEN = "requirement_not_chosen"
    REQUIREMENT_LATE = "requirement_late"
    """What it requires allows a start in ``month`` at the earliest."""
    REQUIREMENT_IMPOSSIBLE = "requirement_impossible"
    EXCLUDED = "excluded"
    CHOSEN_INSTEAD = "chosen_instead"
    """Exactly one of a list may be chosen, and ``other`` is."""
    HORIZON = "horizon"
    """It cannot go live before the plan ends; ``month`` is how many months more are needed."""
    TOO_EARLY = "too_early"
    """It may not start before ``month``."""
    NEEDED_EARLIER = "needed_earlier"
    """``other`` requires it, and starts in ``month``: before it would be ready."""


@dataclass(frozen=True, slots=True, order=True)
class Obstacle:
    kind: ObstacleKind
    other: str | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What happens if it starts in this month and everything else stays: nothing in the way = free."""

    start: int
    pressures: tuple[Pressure, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def free(self) -> bool:
        return not self.pressures and not self.obstacles

    @property
    def bottlenecks(self) -> tuple[Bottleneck, ...]:
        return tuple(dict.fromkeys(pressure.bottleneck for pressure in self.pressures))


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One of the four limits: does it bind, and what does the initiative take of it?"""

    theme: Theme
    pressures: tuple[Pressure, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    tightest: Pressure | None = None
    """Where it comes nearest to a limit; None when it touches none."""
    spending: tuple[tuple[str, int], ...] = ()
    """DKK by frame inside the horizon."""

    @property
    def binds(self) -> bool:
        return bool(self.pressures or self.obstacles)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Neighbouring earlier starts that the same limits block; ``best`` is the least blocked of them."""

    first: int
    latest: int
    best: Trial


@dataclass(frozen=True, slots=True)
class Window:
    """A start at which the initiative fits into the plan as it is."""

    start: int
    go_live: int
    after_deadline: bool
    lost_twelfths: int
    """12 × the value lost against its earliest start, which has no room."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """Do all of this, and it can start in this month."""

    start: int
    raised: tuple[Pressure, ...] = ()
    """Each limit to be raised to its ``total``; as small as can be at this start."""
    lifted: tuple[int, ...] = ()
    """Months of go-live taken out of the freezes."""
    brought: tuple[tuple[str, int], ...] = ()
    """(id, start) of what it requires and the plan lacks."""
    moved: tuple[tuple[str, int], ...] = ()
    """(id, earlier start) of what it requires and comes too late."""
    left_out: tuple[str, ...] = ()
    """Those it cannot be chosen with."""


@dataclass(frozen=True, slots=True)
class Displacement:
    """Let others make room. Values are 12 × value, as in the plan."""

    start: int
    dropped: tuple[str, ...]
    moved: tuple[tuple[str, int], ...]
    """(id, new start)."""
    gain_twelfths: int
    loss_twelfths: int

    @property
    def net_twelfths(self) -> int:
        return self.gain_twelfths - self.loss_twelfths


@dataclass(frozen=True, slots=True)
class Waves:
    """Its own peak breaks a ceiling in an empty municipality, whenever it starts."""

    peak: Pressure
    """At the start where it is least too big."""
    count: int | None
    """Fewest equal waves that could fit under the ceilings there; None when a ceiling is nought."""


@dataclass(frozen=True, slots=True)
class Impossibility:
    """Proof that no lawful plan holds it: whenever it starts, one of these is in the way."""

    pressures: tuple[Pressure, ...]
    """One per bottleneck, where it is least narrow."""
    obstacles: tuple[Obstacle, ...]


class Remark(StrEnum):
    """Things that must be said so that the answer is not misread."""

    ROOM_BUT_NO_VALUE = "room_but_no_value"
    """It fits, but gives nothing inside the horizon."""
    ROOM_NOT_USED = "room_not_used"
    """It fits and gives value: the plan can be better than it is."""
    ROOM_EARLIER = "room_earlier"
    """It could start earlier without breaking a limit."""


@dataclass(frozen=True)
class Explanation:
    """Why an initiative is where it is, or why it is not in the plan and what that would take."""

    problem: Problem = field(repr=False)
    id: str
    verdict: Verdict
    start: int | None
    go_live: int | None
    months_late: int
    trial: Trial | None
    """Not placed: the start with the least trouble; None when no start is inside the horizon."""
    panel: tuple[PanelLine, ...]
    """Always the four themes, in order."""
    earlier: tuple[Earlier, ...] = ()
    next_window: Window | None = None
    ways_in: tuple[WayIn, ...] = ()
    displacement: Displacement | None = None
    waves: Waves | None = None
    impossible: Impossibility | None = None
    remarks: Sequence[Remark] = ()

    @property
    def binding(self) -> tuple[Theme, ...]:
        return tuple(line.theme for line in self.panel if line.binds)

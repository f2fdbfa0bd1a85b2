"""When a case runs: its place in the plan, or a supposed start that is said to be supposed."""

from dataclasses import dataclass
from enum import Enum

from takt.calculation.planner.problem import Month
from takt.governance.planning.question import month_of, phases
from takt.interfaces.case_file.queries import Case


class Ground(Enum):
    """What the start rests on."""

    PLACED = "placed"
    WINDOW = "window"
    """Not in the plan; the next time there is room."""
    EARLIEST = "earliest"
    """Not in the plan, and no room has been found; as early as it may."""


@dataclass(frozen=True, slots=True)
class Timing:
    start: Month
    prepare: int
    roll_out: int
    settle: int
    ground: Ground

    @property
    def lead_time(self) -> int:
        return self.prepare + self.roll_out

    @property
    def roll_out_month(self) -> Month:
        return self.start.plus(self.prepare)

    @property
    def go_live(self) -> Month:
        return self.start.plus(self.lead_time)

    @property
    def settled(self) -> Month:
        """The first month after settling in."""
        return self.go_live.plus(self.settle)

    @property
    def is_supposed(self) -> bool:
        return self.ground is not Ground.PLACED


def timing_of(case: Case, *, this_month: Month) -> Timing | None:
    """None while nobody has estimated how long it takes."""
    if case.estimate is None:
        return None
    start, ground = _start(case, this_month)
    return Timing(start, *phases(case.estimate), ground)


def _start(case: Case, this_month: Month) -> tuple[Month, Ground]:
    assert case.estimate is not None  # noqa: S101 - asked only then
    given = (case.placement.start_month if case.placement else None) or case.estimate.fixed_start_month
    if given:
        return month_of(given), Ground.PLACED
    first = case.first_month or this_month.plus(1)
    left_out = case.figures.left_out.get(case.initiative.number) if case.figures else None
    if left_out and left_out.window is not None:
        return first.plus(left_out.window), Ground.WINDOW
    not_before = (case.estimate.earliest_start_month, case.waits_until)
    return max([first, *(month_of(day) for day in not_before if day)]), Ground.EARLIEST

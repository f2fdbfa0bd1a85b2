"""When things happened to a wish in Fjordby: an invented past that ends on 20 November 2026. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from takt.calculation.working_days import is_working_day
from takt.governance.flow.stages import Stage
from takt.interfaces.demonstration.estimates import chance

LATEST = date(2026, 11, 20)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")

_FIRST = (Stage.SUBMITTED,)
_CLARIFIED = (*_FIRST, Stage.CLARIFYING)
_DECIDED = (*_CLARIFIED, Stage.RECOMMENDED, Stage.APPROVED)
WAYS = {
    Stage.SUBMITTED: _FIRST,
    Stage.CLARIFYING: _CLARIFIED,
    Stage.RECOMMENDED: (*_CLARIFIED, Stage.RECOMMENDED),
    Stage.APPROVED: _DECIDED,
    Stage.REALISING: (*_DECIDED, Stage.REALISING),
    Stage.IN_USE: (*_DECIDED, Stage.REALISING, Stage.IN_USE),
    Stage.POSTPONED: (*_CLARIFIED, Stage.POSTPONED),
    Stage.DECLINED: (*_CLARIFIED, Stage.DECLINED),
}
"""The stages a wish has been through, by the stage it is at now."""

SUBMITTED_BETWEEN = {
    Stage.SUBMITTED: (date(2026, 10, 19), LATEST),
    Stage.CLARIFYING: (date(2026, 1, 12), date(2026, 9, 18)),
    Stage.RECOMMENDED: (date(2026, 1, 5), date(2026, 6, 26)),
    Stage.APPROVED: (date(2025, 8, 11), date(2026, 4, 30)),
    Stage.REALISING: (date(2025, 2, 3), date(2025, 10, 31)),
    Stage.IN_USE: (date(2024, 8, 12), date(2025, 3, 28)),
    Stage.POSTPONED: (date(2025, 9, 1), date(2026, 6, 26)),
    Stage.DECLINED: (date(2025, 9, 1), date(2026, 6, 26)),
}
DAYS_UNTIL = {
    Stage.CLARIFYING: (8, 26),
    Stage.RECOMMENDED: (60, 110),
    Stage.APPROVED: (20, 45),
    Stage.REALISING: (40, 90),
    Stage.IN_USE: (150, 220),
    Stage.POSTPONED: (40, 80),
    Stage.DECLINED: (30, 60),
}

MEETS_ON = {
    Stage.RECOMMENDED: (3, 7),
    Stage.POSTPONED: (3, 7),
    Stage.DECLINED: (3, 7),
    Stage.APPROVED: (1, 31),
}
"""Weekday, Monday 0, and the latest day of the month."""


@dataclass(frozen=True, slots=True)
class Step:
    at: datetime
    stage: Stage


def past(nr: str, stage: Stage) -> tuple[Step, ...]:
    """Every stage the wish has reached and when, in working hours and in order."""
    first, latest = SUBMITTED_BETWEEN[stage]
    day = first + timedelta(days=round((latest - first).days * chance(nr, "submitted")))
    steps = []
    for reached in WAYS[stage]:
        if reached in DAYS_UNTIL:
            least, most = DAYS_UNTIL[reached]
            day += timedelta(days=least + round((most - least) * chance(nr, reached)))
        day = meeting_day(day, reached) if reached in MEETS_ON else _weekday(day)
        steps.append(Step(_in_working_hours(day, chance(nr, reached, "hour")), reached))
    return tuple(steps)


def meeting_day(day: date, stage: Stage) -> date:
    """The first day from ``day`` on which those who decide so meet; the latest before the end, if there is none."""
    one, last = day, day
    while not _meets(one, stage):
        one += timedelta(days=1)
    if one <= LATEST:
        return one
    while not _meets(last, stage):
        last -= timedelta(days=1)
    return last


def _meets(day: date, stage: Stage) -> bool:
    """The council on the first Thursday of the month, the board on Tuesdays; neither on a day off."""
    weekday, latest_day = MEETS_ON[stage]
    return day.weekday() == weekday and day.day <= latest_day and is_working_day(day)


def between(earlier: datetime, later: datetime, share: float) -> datetime:
    """A working moment between two others."""
    day = _weekday((earlier + (later - earlier) * share).astimezone(COPENHAGEN).date())
    return max(earlier, min(later, _in_working_hours(day, share)))


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _in_working_hours(day: date, share: float) -> datetime:
    minutes = int(7 * 60 * share)
    return datetime.combine(day, time(8, 15), COPENHAGEN) + timedelta(minutes=minutes)

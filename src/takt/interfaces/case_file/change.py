"""What the case asks of each unit in its hardest month: the others, this case and the ceiling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.change_load.hours import change_hours, total_hours
from takt.calculation.planner.problem import Month
from takt.governance.clarifying.models import Impact
from takt.governance.planning.figures import UnitFigures
from takt.governance.planning.question import unit_id
from takt.governance.planning.windows.addresses import windows_url
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.timing import Timing

NEAR = 0.9
"""Share of the ceiling from which a unit is said to be near it."""
BUSY = 0.8
"""A month is one of the case's busy ones when it takes this share of the hours of its busiest."""


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """One unit in the month shown, in whole change hours."""

    name: str
    people: int
    """Touched by this case."""
    headcount: int
    others: int
    mine: int
    ceiling: int | None

    @property
    def used(self) -> int:
        return self.others + self.mine

    @property
    def share(self) -> float:
        """Of the ceiling; without one, of nothing."""
        return self.used / self.ceiling if self.ceiling else 0.0

    @property
    def mark(self) -> str:
        if self.ceiling is not None and self.used > self.ceiling:
            return "bad"
        return "warn" if self.share >= NEAR else "ok"

    @property
    def is_over_without(self) -> bool:
        """The others alone fill it to the brim."""
        return self.ceiling is not None and self.others > self.ceiling

    @property
    def hours_per_employee(self) -> float:
        return self.per_employee(self.used)

    def per_employee(self, hours: int) -> float:
        return hours / self.headcount if self.headcount else 0.0


@dataclass(frozen=True, slots=True)
class ChangeBlock:
    finding: str
    month: Month
    """Of the case's busy months the one in which some unit is nearest to its ceiling."""
    units: Sequence[UnitLoad]
    """Hardest pressed first."""


def change_block(case: Case, timing: Timing, language: wording.Language) -> ChangeBlock | None:
    """None without a plan to compare with, and when no month of the case lies inside it."""
    if case.figures is None or case.first_month is None or not case.impacts:
        return None
    known = {unit.id: unit for unit in case.figures.units}
    hours = {impact.pk: hours_of(impact, timing) for impact in case.impacts}
    first = timing.start.minus(case.first_month)
    inside = [
        offset
        for offset in range(timing.lead_time + timing.settle)
        if 0 <= first + offset < case.run.months  # type: ignore[union-attr]  # there are figures
    ]
    if not inside:
        return None
    weight = {offset: sum(of_unit[offset] for of_unit in hours.values()) for offset in inside}
    busy = [offset for offset in inside if weight[offset] >= BUSY * max(weight.values())]
    by_month = {offset: _loads(case, known, hours, offset, first + offset) for offset in busy}
    hardest = max(busy, key=lambda offset: (max(unit.share for unit in by_month[offset]), -offset))
    units = sorted(by_month[hardest], key=lambda unit: (-unit.share, unit.name))
    month = timing.start.plus(hardest)
    return ChangeBlock(_finding(units, month, timing, language), month, units)


def hours_of(impact: Impact, timing: Timing) -> tuple[int, ...]:
    """By month from the start."""
    return change_hours(
        people=impact.people,
        training_hours=impact.training_hours,
        adaptation_hours=impact.adaptation_hours,
        intensity=impact.intensity,
        prepare=timing.prepare,
        roll_out=timing.roll_out,
        settle=timing.settle,
    )


def hours_in_all(impacts: Sequence[Impact]) -> int:
    return sum(
        total_hours(
            people=impact.people,
            training_hours=impact.training_hours,
            adaptation_hours=impact.adaptation_hours,
            intensity=impact.intensity,
        )
        for impact in impacts
    )


def windows_of(case: Case, timing: Timing | None) -> str:
    """The way to the months with room for the busiest month of this roll-out; empty when it cannot be asked."""
    if timing is None or case.run is None or not case.impacts:
        return ""
    by_month = zip(*(hours_of(impact, timing) for impact in case.impacts), strict=True)
    busiest = max((sum(of_all) for of_all in by_month), default=0)
    units = [impact.unit_id for impact in case.impacts]
    return windows_url(units, hours=busiest, months=timing.roll_out, without=case.initiative.number)


def _loads(
    case: Case,
    known: Mapping[str, UnitFigures],
    hours: Mapping[int, Sequence[int]],
    offset: int,
    month: int,
) -> list[UnitLoad]:
    return [
        _load(impact, known.get(unit_id(impact.unit_id)), hours[impact.pk][offset], month, case.is_placed)
        for impact in case.impacts
    ]


def _load(impact: Impact, unit: UnitFigures | None, mine: int, month: int, is_placed: bool) -> UnitLoad:  # noqa: FBT001
    load = unit.load[month] if unit else 0
    return UnitLoad(
        name=impact.unit.name,
        people=impact.people,
        headcount=unit.headcount if unit else impact.unit.headcount,
        others=max(0, load - mine) if is_placed else load,  # the plan's load already holds what is placed
        mine=mine,
        ceiling=unit.ceiling[month] if unit else None,
    )


def _finding(units: Sequence[UnitLoad], month: Month, timing: Timing, language: wording.Language) -> str:
    words = {"month": wording.month_name(month, language), "unit": units[0].name}
    over = [unit for unit in units if unit.mark == "bad"]
    near = [unit for unit in units if unit.mark == "warn"]
    if over and all(unit.is_over_without for unit in over):
        said = ngettext(
            "%(units)s er over loftet i %(month)s, også uden sagen",
            "%(units)s er over loftet i %(month)s, også uden denne sag",
            len(over),
        ) % {**words, "units": over[0].name if len(over) == 1 else _units(len(over), language)}
    elif len(over) == 1:
        said = _("%(unit)s kommer over loftet i %(month)s") % words
    elif over:
        said = _("%(units)s kommer over loftet i %(month)s") % {
            **words,
            "units": _units(len(over), language),
        }
    elif near:
        said = _("%(unit)s kommer nær loftet i %(month)s") % words
    else:
        said = ngettext(
            "Der er plads i den enhed, der skal ændre sig",
            "Der er plads i alle %(count)s enheder, der skal ændre sig",
            len(units),
        ) % {"count": wording.count(len(units), language)}
    if not timing.is_supposed:
        return said
    start = wording.month_name(timing.start, language)
    return _("%(finding)s, hvis sagen starter i %(start)s") % {"finding": said, "start": start}


def _units(count: int, language: wording.Language) -> str:
    words = wording.count(count, language)
    return ngettext("Én enhed", "%(count)s enheder", count) % {"count": words[0].upper() + words[1:]}

"""What the units would carry with what stands in the form, on top of the newest plan. Nothing is saved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.change_load.hours import change_hours
from takt.calculation.planner.problem import Month
from takt.governance.clarifying.findings import Carried
from takt.governance.planning.figures import UnitFigures
from takt.governance.planning.kept import situation_of
from takt.governance.planning.question import unit_id
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.timing import Timing

NEAR = Fraction(85, 100)
"""Share of the ceiling from which a unit is said to be near it, as on the case."""
MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class UnitPreview:
    """Whole change hours of one unit, month by month from the start of the case."""

    unit_pk: int
    name: str
    headcount: int
    used: Sequence[int]
    ceilings: Sequence[int | None]

    @property
    def hardest(self) -> int:
        """The month in which it comes nearest to its ceiling; without one, the busiest."""
        return max(range(len(self.used)), key=lambda month: (self._share(month), self.used[month], -month))

    @property
    def share(self) -> Fraction:
        return self._share(self.hardest)

    @property
    def mark(self) -> str:
        if self.share > 1:
            return "bad"
        return "warn" if self.share >= NEAR else "ok"

    def per_employee(self, hours: int | None) -> float | None:
        return None if hours is None or not self.headcount else hours / self.headcount

    def _share(self, month: int) -> Fraction:
        ceiling = self.ceilings[month]
        return Fraction(self.used[month], ceiling) if ceiling else Fraction(0 if ceiling is None else 2)


@dataclass(frozen=True, slots=True)
class Preview:
    first: Month
    units: Sequence[UnitPreview]
    """In the order of the form."""
    finding: str
    advice: str
    """When it would fit; empty when it already does."""

    @property
    def months(self) -> int:
        """How many are drawn, the same for every unit."""
        return len(self.units[0].used)

    @property
    def is_over(self) -> bool:
        return any(unit.mark == "bad" for unit in self.units)


def preview_of(
    case: Case, timing: Timing | None, wanted: Mapping[int, Carried], language: wording.Language
) -> Preview | None:
    """None without a plan, an estimate or a unit, and when the case lies after the end of the plan."""
    if case.figures is None or case.first_month is None or timing is None:
        return None
    tree = {unit.id: unit for unit in case.figures.units}
    carried = {key: one for key, one in wanted.items() if unit_id(key) in tree}
    months = len(case.figures.go_lives)
    start = timing.start.minus(case.first_month)
    if not carried or not 0 <= start < months:
        return None
    others, mine = _others(case, tree), _summed(_hours(carried, timing), tree)
    shown = range(start, min(months, start + max(MONTHS_SHOWN, timing.lead_time + timing.settle)))
    units = [
        UnitPreview(
            key,
            tree[unit_id(key)].name,
            tree[unit_id(key)].headcount,
            [others[unit_id(key)][month] + _at(mine[unit_id(key)], month - start) for month in shown],
            [tree[unit_id(key)].ceiling[month] for month in shown],
        )
        for key in carried
    ]
    is_over = any(unit.mark == "bad" for unit in units)
    advice = _advice(case.first_month, tree, others, mine, after=start, language=language) if is_over else ""
    return Preview(timing.start, units, _finding(units, timing, language), advice)


def _hours(carried: Mapping[int, Carried], timing: Timing) -> dict[str, tuple[int, ...]]:
    """By month from the start, in the units that are named."""
    return {
        unit_id(key): change_hours(
            people=one.people,
            training_hours=one.training_hours,
            adaptation_hours=one.adaptation_hours,
            intensity=one.intensity,
            prepare=timing.prepare,
            roll_out=timing.roll_out,
            settle=timing.settle,
        )
        for key, one in carried.items()
    }


def _summed(hours: Mapping[str, Sequence[int]], tree: Mapping[str, UnitFigures]) -> dict[str, list[int]]:
    """Those hours in the units named and in every unit above them."""
    summed: dict[str, list[int]] = {}
    for unit, own in hours.items():
        for above in _upwards(unit, tree):
            total = summed.setdefault(above, [0] * len(own))
            total.extend([0] * (len(own) - len(total)))
            for month, amount in enumerate(own):
                total[month] += amount
    return summed


def _upwards(unit: str, tree: Mapping[str, UnitFigures]) -> Iterator[str]:
    above: str | None = unit
    while above is not None:
        yield above
        above = tree[above].parent


def _others(case: Case, tree: Mapping[str, UnitFigures]) -> dict[str, list[int]]:
    """The load of the plan without this case, as the plan itself reckoned with it."""
    others = {id_: list(unit.load) for id_, unit in tree.items()}
    if not case.is_placed or case.run is None:
        return others
    situation, number = situation_of(case.run), case.initiative.number
    own = _summed({one.unit: one.hours for one in situation.problem.initiative[number].change}, tree)
    for unit, hours in own.items():
        for offset, amount in enumerate(hours):
            month = situation.start[number] + offset
            if 0 <= month < len(others[unit]):
                others[unit][month] -= amount
    return others


def _at(hours: Sequence[int], month: int) -> int:
    return hours[month] if 0 <= month < len(hours) else 0


def _advice(
    first: Month,
    tree: Mapping[str, UnitFigures],
    others: Mapping[str, Sequence[int]],
    mine: Mapping[str, Sequence[int]],
    *,
    after: int,
    language: wording.Language,
) -> str:
    """The first later start that keeps every ceiling of the units and of those above them."""
    horizon = len(next(iter(others.values())))
    span = max(len(hours) for hours in mine.values())
    for start in range(after + 1, horizon - span + 1):
        if all(_fits(tree[unit], others[unit], hours, start) for unit, hours in mine.items()):
            return _("Start i %(month)s holder loftet i alle de berørte enheder.") % {
                "month": wording.month_name(first.plus(start), language)
            }
    return _("Ingen senere start i planen holder loftet. Overvej færre ad gangen eller en længere udrulning.")


def _fits(unit: UnitFigures, others: Sequence[int], hours: Sequence[int], start: int) -> bool:
    ceilings = unit.ceiling[start : start + len(hours)]
    return all(
        ceiling is None or not mine or others[start + offset] + mine <= ceiling
        for offset, (mine, ceiling) in enumerate(zip(hours, ceilings, strict=True))
    )


def _finding(units: Sequence[UnitPreview], timing: Timing, language: wording.Language) -> str:
    start = wording.month_name(timing.start, language)
    over = [unit for unit in units if unit.mark == "bad"]
    if over:
        words = wording.count(len(over), language)
        return ngettext(
            "%(unit)s kommer over loftet, hvis vi starter i %(start)s",
            "%(count)s enheder kommer over loftet, hvis vi starter i %(start)s",
            len(over),
        ) % {"unit": over[0].name, "count": words[0].upper() + words[1:], "start": start}
    tightest = max(units, key=lambda unit: unit.share)
    if tightest.mark == "warn":
        return _("%(unit)s kommer nær loftet, hvis vi starter i %(start)s") % {
            "unit": tightest.name,
            "start": start,
        }
    return _("Der er plads i alle berørte enheder, hvis vi starter i %(start)s") % {"start": start}

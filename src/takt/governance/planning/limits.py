"""The four limits of the house, as the planner is asked to keep them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils import translation

from takt.calculation.change_load.hours import ceiling_hours
from takt.calculation.change_load.readiness import lowered
from takt.calculation.planner import problem as ask
from takt.calculation.planner.problem import Month, Problem
from takt.calculation.wording import Language
from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import StaffRole
from takt.governance.clarifying.readiness.queries import Lowering
from takt.governance.planning.models import Ceiling, Frame, FrameKind, Freeze, StaffMonth

INVESTMENT, RUNNING = "anlaeg", "drift"
_FRAMES = {FrameKind.INVESTMENT: (INVESTMENT, "Anlæg"), FrameKind.RUNNING: (RUNNING, "Drift")}
"""Id and name; in Danish whoever asks, so that the same question has the same bytes."""


def unit_id(unit_pk: int) -> str:
    return f"u{unit_pk}"


def month_of(first_day: date) -> Month:
    return Month(first_day.year, first_day.month)


def first_day_of(month: Month) -> date:
    return date(month.year, month.number, 1)


def units_asked(first_month: Month, months: int, lowerings: Mapping[int, Lowering]) -> tuple[ask.Unit, ...]:
    """``lowerings`` by the key of the unit: what its own answer about readiness takes off its ceiling, and when."""
    units = list(Unit.objects.order_by("id"))
    parent = {unit.pk: unit.parent_id for unit in units}
    ceilings = {ceiling.unit_id: ceiling for ceiling in Ceiling.objects.all()}
    return tuple(
        ask.Unit(
            id=unit_id(unit.pk),
            name=unit.name,
            parent=unit_id(unit.parent_id) if unit.parent_id else None,
            headcount=unit.headcount,
            ceiling_hours=_by_month(
                _ceiling_hours(unit, parent, ceilings), lowerings.get(unit.pk), first_month, months
            ),
            max_go_lives_per_quarter=ceilings[unit.pk].go_lives_per_quarter if unit.pk in ceilings else None,
        )
        for unit in units
    )


def _by_month(
    hours: int | None, lowering: Lowering | None, first_month: Month, months: int
) -> tuple[int | None, ...]:
    if hours is None or lowering is None:
        return (hours,) * months
    in_force = months_lowered(lowering, first_month, months)
    return tuple(lowered(hours, lowering.percent) if month in in_force else hours for month in range(months))


def months_lowered(lowering: Lowering, first_month: Month, months: int) -> range:
    """As offsets from the first month of the question; empty when it has run out before."""
    first = max(0, month_of(lowering.first_month).minus(first_month))
    return range(first, min(months, month_of(lowering.latest_month).minus(first_month) + 1))


def _ceiling_hours(
    unit: Unit, parent: Mapping[int, int | None], ceilings: Mapping[int, Ceiling]
) -> int | None:
    """Change hours a month of the whole unit, by its own ceiling or the nearest above it."""
    nearest: int | None = unit.pk
    while nearest is not None and nearest not in ceilings:
        nearest = parent[nearest]
    if nearest is None:
        return None
    return ceiling_hours(hours_per_employee=ceilings[nearest].hours_per_employee, headcount=unit.headcount)


def roles_asked(first_month: Month, months: int) -> tuple[ask.Role, ...]:
    days: dict[int, dict[Month, int]] = defaultdict(dict)
    for role_pk, month, amount in StaffMonth.objects.values_list("role_id", "month", "days"):
        days[role_pk][month_of(month)] = amount
    horizon = [first_month.plus(offset) for offset in range(months)]
    return tuple(
        ask.Role(role.key, role.name, tuple(_days_in(days[role.pk], month) for month in horizon))
        for role in StaffRole.objects.order_by("id")
    )


def _days_in(known: Mapping[Month, int], month: Month) -> int:
    """A month not written down has the days of that month in the latest year before; without one, none."""
    earlier = [one for one in known if one.number == month.number and one <= month]
    return known[max(earlier)] if earlier else 0


def frames_asked() -> tuple[ask.Frame, ...]:
    years: dict[str, dict[int, int]] = {kind: {} for kind in _FRAMES}
    for frame in Frame.objects.order_by("year"):
        years[frame.kind][frame.year] = frame.dkk
    return tuple(ask.Frame(id_, name, years[kind]) for kind, (id_, name) in _FRAMES.items())


def in_the_words_of(problem: Problem, language: Language) -> Problem:
    """To be shown, never to be solved: with the frames called what a reader of this language calls them."""
    with translation.override(language):
        called = {id_: str(kind.label) for kind, (id_, _) in _FRAMES.items()}
    frames = tuple(replace(frame, name=called.get(frame.id, frame.name)) for frame in problem.frames)
    return replace(problem, frames=frames)


def freeze_asked(freeze: Freeze, first_month: Month) -> ask.Freeze:
    return ask.Freeze(
        first=month_of(freeze.first_month).minus(first_month),
        latest=month_of(freeze.latest_month).minus(first_month),
        units=frozenset(unit_id(unit.pk) for unit in freeze.units.all()) or None,
    )

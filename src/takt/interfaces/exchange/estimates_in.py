"""From the numbers of a row to estimates: what is not written follows the size, and is said to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from math import ceil

from django.utils import timezone

from takt.calculation.cells import same
from takt.calculation.change_load.hours import share_out
from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Unit
from takt.governance.clarifying.findings import LINES, points_of
from takt.governance.clarifying.models import Effort, Estimate, Impact, StaffRole
from takt.governance.flow.models import Initiative
from takt.interfaces.exchange.workbook import content as written
from takt.interfaces.exchange.workbook.completing import Complete, complete
from takt.interfaces.exchange.workbook.content import Assumption
from takt.interfaces.exchange.workbook.layout import WISHES

MAY_BE_LEFT_OPEN = {"Skal/bør/kan", "Størrelse", "Point pr. år", "Enhed"}
"""Columns whose default is a rule and not an estimate."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The estimates of one row with every gap filled."""

    numbers: Complete
    gaps: tuple[str, ...]
    """The columns that were filled by the size, by heading."""
    assumed: tuple[str, ...]
    """What was put there, as people read it: »Drift pr. år: 100.000 kr.«"""
    days: Mapping[StaffRole, int]
    people: Mapping[Unit, int]
    training_hours: int
    adaptation_hours: int


def has_numbers(wish: written.Wish) -> bool:
    """Estimates of its own; a size and a deadline are not."""
    numbers = (wish.prepare, wish.roll_out, wish.settle, wish.points, wish.people, wish.hours_per_person)
    more = (wish.capital_dkk, wish.running_dkk, wish.benefit_dkk, wish.intensity)
    return bool(wish.days) or any(one is not None for one in (*numbers, *more))


def has_estimates(wish: written.Wish) -> bool:
    """Anything that belongs with the estimates, so that none of it is lost."""
    months = (wish.earliest, wish.latest, wish.fixed)
    return has_numbers(wish) or bool(wish.size) or any(month is not None for month in months)


def fill_in(
    content: written.Content, *, units: Sequence[Unit], roles: Sequence[StaffRole], today: date
) -> dict[int, Filled]:
    """By row; rows without a single estimate are absent. Every unit that is named must be among ``units``."""
    wishes = tuple(lone(wish, roles) for wish in content.wishes if has_estimates(wish))
    ours = replace(
        content, wishes=wishes, units=as_written(units), roles=roles_written(roles), frames=(), freezes=()
    )
    done = complete(ours, today=today)
    gaps: dict[int | None, list[Assumption]] = {}
    for one in done.assumptions:
        if one.sheet == WISHES and one.column not in MAY_BE_LEFT_OPEN:
            gaps.setdefault(one.row, []).append(one)
    unit_named = {unit.name: unit for unit in units}
    role_named = {role.name: role for role in roles}
    return {
        wish.row: Filled(
            numbers=numbers,
            gaps=tuple(gap.column for gap in gaps.get(wish.row, ())),
            assumed=tuple(f"{gap.column}: {gap.value}" for gap in gaps.get(wish.row, ())),
            days={
                role_named[name]: days for name, days in numbers.days.items() if days and name in role_named
            },
            people=shared([unit_named[name] for name in numbers.units], numbers.people),
            training_hours=ceil(numbers.hours_per_person),
            adaptation_hours=ceil(content.settings.adaptation_hours),
        )
        for wish, numbers in zip(wishes, done.wishes, strict=True)
    }


def lone(wish: written.Wish, roles: Sequence[StaffRole]) -> written.Wish:
    """The row without what ties it to other rows and sheets, and with our names of the roles."""
    ours = {same(role.name): role.name for role in roles}
    days = {ours[same(name)]: days for name, days in wish.days.items() if same(name) in ours}
    return replace(wish, days=days, requires=(), excludes=(), capital_frame=None, running_frame=None)


def as_written(units: Sequence[Unit]) -> tuple[written.Unit, ...]:
    name = {unit.pk: unit.name for unit in units}
    return tuple(
        written.Unit(
            0, unit.name, parent=name[unit.parent_id] if unit.parent_id else None, headcount=unit.headcount
        )
        for unit in units
    )


def roles_written(roles: Sequence[StaffRole]) -> tuple[written.Role, ...]:
    return tuple(written.Role(0, role.name, full_time=role.full_time_equivalents) for role in roles)


def shared(units: Sequence[Unit], people: int) -> dict[Unit, int]:
    """The people divided between the units by headcount; units that get none are absent."""
    whole = sum(unit.headcount for unit in units)
    if not whole or not people:
        return {}
    counts = share_out(people, tuple(Fraction(unit.headcount, whole) for unit in units))
    return {unit: count for unit, count in zip(units, counts, strict=True) if count}


def bulk_create_estimates(
    filled: Mapping[Initiative, Filled], *, sources: Mapping[Initiative, str], at: datetime
) -> None:
    """Time, money, effort and impact of each initiative. Low, likely and high are the one number written."""
    Estimate.objects.bulk_create(
        as_estimate(initiative, one, sources[initiative], at) for initiative, one in filled.items()
    )
    Effort.objects.bulk_create(
        Effort(
            initiative=initiative,
            role=role,
            low_days=days,
            days=days,
            high_days=days,
            source=sources[initiative][:200],
        )
        for initiative, one in filled.items()
        for role, days in one.days.items()
    )
    Impact.objects.bulk_create(
        Impact(
            initiative=initiative,
            unit=unit,
            people=people,
            training_hours=one.training_hours,
            adaptation_hours=one.adaptation_hours,
            intensity=one.numbers.intensity,
        )
        for initiative, one in filled.items()
        for unit, people in one.people.items()
    )


def as_estimate(initiative: Initiative, filled: Filled, source: str, at: datetime) -> Estimate:
    numbers = filled.numbers
    by_size = f" Efter størrelse: {', '.join(filled.gaps)}." if filled.gaps else ""
    money = {
        f"{what}{end}_dkk": dkk
        for what, dkk in (
            ("investment", numbers.capital_dkk),
            ("running", numbers.running_dkk),
            ("benefit", numbers.benefit_dkk),
        )
        for end in ("_low", "", "_high")
    }
    return Estimate(
        initiative=initiative,
        prepare_months=numbers.prepare,
        roll_out_months=numbers.roll_out,
        settle_months=numbers.settle,
        **money,
        **dict.fromkeys(points_of("training"), filled.training_hours),
        **{f"{what}_source": source[:200] for what in LINES},
        price_year=timezone.localdate(at).year,
        points_per_year=numbers.points,
        earliest_start_month=first_day(numbers.earliest),
        latest_go_live_month=first_day(numbers.latest),
        fixed_start_month=first_day(numbers.fixed),
        source=f"{source}.{by_size}"[:200],
        estimated_at=at,
    )


def first_day(month: Month | None) -> date | None:
    return date(month.year, month.number, 1) if month else None

"""Fill what a half-filled workbook leaves open, and list every single thing that was filled."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from graphlib import TopologicalSorter
from typing import TypeVar

from takt.calculation.planner.problem import Month, Obligation
from takt.calculation.wording import kroner, month_name, number
from takt.interfaces.exchange.workbook.content import (
    Assumption,
    Content,
    Role,
    Settings,
    Size,
    Unit,
    Wish,
)
from takt.interfaces.exchange.workbook.layout import (
    FRAMES,
    OBLIGATIONS,
    ROLES,
    SETTINGS,
    SIZE_NAMES,
    UNITS,
    WISHES,
)
from takt.interfaces.exchange.workbook.values import same

T = TypeVar("T")

WHOLE_MUNICIPALITY = Unit(0, "Hele kommunen", headcount=1_000)
"""Where the workbook names no unit at all."""
UNKNOWN_HEADCOUNT = 100
UNKNOWN_ROLE = Role(0, "Projektleder", full_time=Decimal(2))
"""Where the workbook names no role: without project leaders no limit on pace would remain."""
UNKNOWN_SIZE = "mellem"
POINTS_PER_STEP = 10
DKK_PER_POINT = 10_000


@dataclass(frozen=True, slots=True)
class Complete:
    """One wish with every gap filled."""

    id: str
    title: str
    units: tuple[str, ...]
    """As spelt among the units."""
    obligation: Obligation
    prepare: int
    roll_out: int
    settle: int
    earliest: Month | None
    latest: Month | None
    fixed: Month | None
    points: int
    capital_dkk: int
    running_dkk: int
    benefit_dkk: int
    capital_frame: str | None
    running_frame: str | None
    days: Mapping[str, int]
    people: int
    hours_per_person: Decimal
    intensity: int
    requires: tuple[str, ...]
    excludes: tuple[str, ...]


@dataclass(frozen=True)
class Completed:
    settings: Settings
    first_month: Month
    units: tuple[Unit, ...]
    """Each with headcount and ceiling."""
    roles: tuple[Role, ...]
    """Each with days per month."""
    wishes: tuple[Complete, ...]
    assumptions: tuple[Assumption, ...]


@dataclass
class _Gaps:
    """The gaps of one row as they are filled."""

    sheet: str
    row: int | None
    subject: str
    filled: list[Assumption] = field(default_factory=list)

    def fill(self, column: str, given: T | None, default: T, shown: str, why: str) -> T:
        """What is given, or else the default, which is put on the list."""
        if given is not None:
            return given
        self.filled.append(Assumption(self.sheet, self.row, self.subject, column, shown, why))
        return default


def complete(content: Content, *, today: date) -> Completed:
    """Every gap filled. ``today`` decides the first month where the workbook does not."""
    gaps = _Gaps(SETTINGS, None, "Planen")
    next_month = Month(today.year, today.month).plus(1)
    first_month = gaps.fill(
        "Første måned",
        content.settings.first_month,
        next_month,
        month_name(next_month),
        "Ingen måned er skrevet. Planen begynder ved næste månedsskifte.",
    )
    if not content.frames:
        why = "Arket Rammer er tomt, så intet beløb begrænser planen."
        gaps.filled.append(Assumption(FRAMES, None, "Alle beløb", "Navn", "ingen ramme", why))
    units = _units(content, gaps.filled)
    roles = _roles(content, gaps.filled)
    numbers = _numbers(content.wishes)
    wishes = tuple(
        _wish(wish, id_, content, units, roles, numbers, gaps.filled)
        for wish, id_ in zip(content.wishes, numbers.values(), strict=True)
    )
    assumptions = (*content.notes, *gaps.filled)
    return Completed(content.settings, first_month, units, roles, wishes, assumptions)


def _numbers(wishes: tuple[Wish, ...]) -> dict[int, str]:
    """The id of each wish by row: its number, or else its place in the list, made long enough to sort."""
    taken = {same(wish.nr) for wish in wishes if wish.nr}
    width = len(str(len(wishes)))
    ids: dict[int, str] = {}
    for place, wish in enumerate(wishes, start=1):
        id_ = wish.nr or f"{place:0{width}d}"
        while wish.nr is None and same(id_) in taken:
            id_ = f"{id_}-ny"
        taken.add(same(id_))
        ids[wish.row] = id_
    return ids


def _units(content: Content, filled: list[Assumption]) -> tuple[Unit, ...]:
    units = content.units or _units_of_wishes(content, filled)
    spelt = {same(unit.name): unit.name for unit in units}
    units = tuple(replace(unit, parent=spelt[same(unit.parent)] if unit.parent else None) for unit in units)
    from_above = _from_above(units)
    done: dict[str, Unit] = {}
    below: dict[str, list[int]] = {}
    for unit in reversed(from_above):
        done[unit.name] = _with_headcount(unit, below.get(unit.name, []), filled)
        if unit.parent:
            below.setdefault(unit.parent, []).append(done[unit.name].headcount or 0)
    for unit in from_above:
        done[unit.name] = _with_ceiling(done[unit.name], done, content.settings, filled)
    return tuple(done[unit.name] for unit in units)


def _units_of_wishes(content: Content, filled: list[Assumption]) -> tuple[Unit, ...]:
    names = {same(name): name for wish in content.wishes for name in reversed(wish.units)}
    if names:
        why = "Arket Enheder er tomt. Enhederne er dem, ønskerne nævner."
        filled.append(Assumption(UNITS, None, "Alle enheder", "Navn", f"{len(names)} enheder", why))
        return tuple(Unit(0, name) for name in sorted(names.values()))
    count = number(WHOLE_MUNICIPALITY.headcount or 0)
    why = "Arket Enheder er tomt, og ønskerne nævner ingen enhed. Alt belaster én fælles enhed."
    filled.append(Assumption(UNITS, None, WHOLE_MUNICIPALITY.name, "Ansatte", count, why))
    return (WHOLE_MUNICIPALITY,)


def _from_above(units: tuple[Unit, ...]) -> list[Unit]:
    """Each unit after the one it belongs to."""
    by_name = {unit.name: unit for unit in units}
    order = TopologicalSorter({unit.name: [unit.parent] if unit.parent else [] for unit in units})
    return [by_name[name] for name in order.static_order()]


def _with_headcount(unit: Unit, below: list[int], filled: list[Assumption]) -> Unit:
    default, why = (
        (sum(below), "Summen af enhederne under.")
        if below
        else (UNKNOWN_HEADCOUNT, "Vi kender ikke antallet. Skriv det, så bliver belastningen rigtig.")
    )
    gaps = _Gaps(UNITS, unit.row or None, unit.name, filled)
    return replace(unit, headcount=gaps.fill("Ansatte", unit.headcount, default, number(default), why))


def _with_ceiling(
    unit: Unit, above: Mapping[str, Unit], settings: Settings, filled: list[Assumption]
) -> Unit:
    inherited = above[unit.parent].ceiling if unit.parent else None
    default = settings.ceiling if inherited is None else inherited
    why = f"Loftet i {unit.parent}." if unit.parent else "Standardloftet på arket Indstillinger."
    gaps = _Gaps(UNITS, unit.row or None, unit.name, filled)
    shown = f"{_decimal(default)} timer pr. medarbejder pr. måned"
    return replace(unit, ceiling=gaps.fill("Loft", unit.ceiling, default, shown, why))


def _roles(content: Content, filled: list[Assumption]) -> tuple[Role, ...]:
    if not content.roles:
        shown = f"{_decimal(UNKNOWN_ROLE.full_time or Decimal(0))} årsværk"
        why = "Arket Roller er tomt. Uden et loft over projektledelse ville alt starte på én gang."
        filled.append(Assumption(ROLES, None, UNKNOWN_ROLE.name, "Årsværk", shown, why))
    return tuple(_role(role, content.settings, filled) for role in content.roles or (UNKNOWN_ROLE,))


def _role(role: Role, settings: Settings, filled: list[Assumption]) -> Role:
    if role.days_per_month is not None:
        return role
    gaps = _Gaps(ROLES, role.row or None, role.name, filled)
    why = "Hverken årsværk eller dage er skrevet. Vi regner med ét årsværk."
    full_time = gaps.fill("Årsværk", role.full_time, Decimal(1), "1", why)
    return replace(role, days_per_month=int(full_time * settings.days_per_full_time))


def _wish(
    wish: Wish,
    id_: str,
    content: Content,
    units: tuple[Unit, ...],
    roles: tuple[Role, ...],
    numbers: Mapping[int, str],
    filled: list[Assumption],
) -> Complete:
    gaps = _Gaps(WISHES, wish.row, wish.title)
    size_name = wish.size or UNKNOWN_SIZE
    size, why = content.sizes[size_name], f"Størrelsen er {size_name}."
    touched = _touched(wish, units, gaps)
    obligation = gaps.fill("Skal/bør/kan", wish.obligation, Obligation.COULD, "kan", "Intet er skrevet.")
    spelt = {same(number_): number_ for number_ in numbers.values()}
    done = Complete(
        id=id_,
        title=wish.title,
        units=tuple(unit.name for unit in touched),
        obligation=obligation,
        prepare=gaps.fill("Forberedelse", wish.prepare, size.prepare, _months(size.prepare), why),
        roll_out=gaps.fill("Udrulning", wish.roll_out, size.roll_out, _months(size.roll_out), why),
        settle=gaps.fill("Indkøring", wish.settle, size.settle, _months(size.settle), why),
        earliest=wish.earliest,
        latest=wish.latest,
        fixed=wish.fixed,
        points=_points(wish, obligation, size_name, gaps),
        capital_dkk=gaps.fill("Anlæg", wish.capital_dkk, size.capital_dkk, kroner(size.capital_dkk), why),
        running_dkk=gaps.fill(
            "Drift pr. år", wish.running_dkk, size.running_dkk, kroner(size.running_dkk), why
        ),
        benefit_dkk=wish.benefit_dkk or 0,
        capital_frame=_frame(content, wish.capital_frame, "Anlæg"),
        running_frame=_frame(content, wish.running_frame, "Drift"),
        days=_days(wish, roles, size, why, gaps),
        people=_people(wish, touched, size, why, gaps),
        hours_per_person=gaps.fill(
            "Timer pr. medarbejder",
            wish.hours_per_person,
            size.hours_per_person,
            _decimal(size.hours_per_person),
            why,
        ),
        intensity=gaps.fill("Intensitet", wish.intensity, size.intensity, str(size.intensity), why),
        requires=tuple(spelt[same(nr)] for nr in wish.requires),
        excludes=tuple(spelt[same(nr)] for nr in wish.excludes),
    )
    if wish.size is None and any(one.why == why for one in gaps.filled):
        filled.append(Assumption(WISHES, wish.row, wish.title, "Størrelse", size_name, "Intet er skrevet."))
    filled.extend(gaps.filled)
    return done


def _touched(wish: Wish, units: tuple[Unit, ...], gaps: _Gaps) -> tuple[Unit, ...]:
    by_name = {same(unit.name): unit for unit in units}
    if wish.units:
        return tuple(by_name[name] for name in dict.fromkeys(map(same, wish.units)))
    roots = [unit for unit in units if unit.parent is None]
    if len(roots) == 1:
        gaps.fill("Enhed", None, None, roots[0].name, "Ingen enhed er skrevet. Det er den øverste.")
        return (roots[0],)
    gaps.fill("Enhed", None, None, "ingen", "Ingen enhed er skrevet, så ønsket belaster ingen enhed.")
    return ()


def _points(wish: Wish, obligation: Obligation, size_name: str, gaps: _Gaps) -> int:
    """10 × (kan 1, bør 2, skal 3) × (lille 1 … meget stor 4) + 1 per 10.000 kr. of benefit a year."""
    binding = tuple(reversed(OBLIGATIONS.values())).index(obligation) + 1
    weight = SIZE_NAMES.index(size_name) + 1
    default = POINTS_PER_STEP * binding * weight + (wish.benefit_dkk or 0) // DKK_PER_POINT
    why = "Standardformlen: forpligtelse × størrelse + gevinst (se Vejledning)."
    return gaps.fill("Point pr. år", wish.points, default, number(default), why)


def _frame(content: Content, named: str | None, usual: str) -> str | None:
    """The frame the wish names, or the usual one, or the only one; None = the money meets no frame."""
    by_name = {same(frame.name): frame.name for frame in content.frames}
    if named:
        return by_name[same(named)]
    only = content.frames[0].name if len(content.frames) == 1 else None
    return by_name.get(same(usual), only)


def _days(wish: Wish, roles: tuple[Role, ...], size: Size, why: str, gaps: _Gaps) -> dict[str, int]:
    first = roles[0].name
    given = gaps.fill(f"{first} (dage)", wish.days.get(first), size.days, f"{number(size.days)} dage", why)
    return {**{role.name: wish.days.get(role.name, 0) for role in roles}, first: given}


def _people(wish: Wish, touched: tuple[Unit, ...], size: Size, why: str, gaps: _Gaps) -> int:
    if not touched:
        return wish.people or 0
    staff = sum(unit.headcount or 0 for unit in touched)
    share = Decimal(staff * size.share_of_unit) / 100
    default = int(share.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    why = f"{size.share_of_unit} pct. af {number(staff)} ansatte. {why}"
    return gaps.fill("Berørte medarbejdere", wish.people, default, number(default), why)


def _months(count: int) -> str:
    return "1 md." if count == 1 else f"{count} mdr."


def _decimal(value: Decimal) -> str:
    return number(value, 0 if value == value.to_integral_value() else 1)

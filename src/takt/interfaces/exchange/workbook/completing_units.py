"""Fill what the sheets Enheder and Roller leave open."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from graphlib import TopologicalSorter

from takt.calculation.cells import same
from takt.calculation.wording import number
from takt.interfaces.exchange.workbook.content import Assumption, Content, Role, Settings, Unit
from takt.interfaces.exchange.workbook.gaps import Gaps, in_danish
from takt.interfaces.exchange.workbook.layout import ROLES, UNITS

WHOLE_MUNICIPALITY = Unit(0, "Hele kommunen", headcount=1_000)
"""Where the workbook names no unit at all."""
UNKNOWN_HEADCOUNT = 100
UNKNOWN_ROLE = Role(0, "Projektleder", full_time=Decimal(2))
"""Where the workbook names no role: without project leaders no limit on pace would remain."""


def complete_units(content: Content, filled: list[Assumption]) -> tuple[Unit, ...]:
    """The units with headcount and ceiling; those that the wishes name where the sheet is empty."""
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
    gaps = Gaps(UNITS, unit.row or None, unit.name, filled)
    return replace(unit, headcount=gaps.fill("Ansatte", unit.headcount, default, number(default), why))


def _with_ceiling(
    unit: Unit, above: Mapping[str, Unit], settings: Settings, filled: list[Assumption]
) -> Unit:
    inherited = above[unit.parent].ceiling if unit.parent else None
    default = settings.ceiling if inherited is None else inherited
    why = f"Loftet i {unit.parent}." if unit.parent else "Standardloftet på arket Indstillinger."
    gaps = Gaps(UNITS, unit.row or None, unit.name, filled)
    shown = f"{in_danish(default)} timer pr. medarbejder pr. måned"
    return replace(unit, ceiling=gaps.fill("Loft", unit.ceiling, default, shown, why))


def complete_roles(content: Content, filled: list[Assumption]) -> tuple[Role, ...]:
    """The roles with days per month."""
    if not content.roles:
        shown = f"{in_danish(UNKNOWN_ROLE.full_time or Decimal(0))} årsværk"
        why = "Arket Roller er tomt. Uden et loft over projektledelse ville alt starte på én gang."
        filled.append(Assumption(ROLES, None, UNKNOWN_ROLE.name, "Årsværk", shown, why))
    return tuple(_role(role, content.settings, filled) for role in content.roles or (UNKNOWN_ROLE,))


def _role(role: Role, settings: Settings, filled: list[Assumption]) -> Role:
    if role.days_per_month is not None:
        return role
    gaps = Gaps(ROLES, role.row or None, role.name, filled)
    why = "Hverken årsværk eller dage er skrevet. Vi regner med ét årsværk."
    full_time = gaps.fill("Årsværk", role.full_time, Decimal(1), "1", why)
    return replace(role, days_per_month=int(full_time * settings.days_per_full_time))

"""Do the sheets of a wish workbook agree with each other? Every name that is used must stand somewhere."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from takt.calculation.wording import join_list, number
from takt.interfaces.exchange.workbook.content import Content, Unit, Wish
from takt.interfaces.exchange.workbook.layout import FRAMES, FREEZES, ROLES, UNITS, WISHES
from takt.interfaces.exchange.workbook.refusals import Mistake
from takt.interfaces.exchange.workbook.values import same


class Named(Protocol):
    @property
    def row(self) -> int: ...
    @property
    def name(self) -> str: ...


def disagreements(content: Content) -> list[Mistake]:
    """Everything that one sheet says and another contradicts."""
    return [
        *_twice(UNITS, content.units),
        *_twice(ROLES, content.roles),
        *_twice(FRAMES, content.frames),
        *_numbers_twice(content.wishes),
        *_units(content),
        *_wish_units(content),
        *_wish_frames(content),
        *_links(content),
        *_freeze_units(content),
    ]


def _mistake(sheet: str, row: int, column: str, value: str, remedy: str) -> Mistake:
    return Mistake(sheet, row, "", column, value, remedy)


def _twice(sheet: str, things: Sequence[Named]) -> Iterator[Mistake]:
    first: dict[str, int] = {}
    for thing in things:
        if same(thing.name) in first:
            remedy = f"Navnet står også i række {first[same(thing.name)]}. Giv dem hver sit navn."
            yield _mistake(sheet, thing.row, "Navn", thing.name, remedy)
        first.setdefault(same(thing.name), thing.row)


def _numbers_twice(wishes: Iterable[Wish]) -> Iterator[Mistake]:
    first: dict[str, int] = {}
    for wish in wishes:
        if wish.nr is None:
            continue
        if same(wish.nr) in first:
            remedy = f"Nummeret står også i række {first[same(wish.nr)]}. Giv ønskerne hver sit nummer."
            yield _mistake(WISHES, wish.row, "Nr.", wish.nr, remedy)
        first.setdefault(same(wish.nr), wish.row)


def _unknown(sheet: str, row: int, column: str, name: str, known: Mapping[str, str], where: str) -> Mistake:
    near = difflib.get_close_matches(same(name), known, n=1, cutoff=0.6)
    meant = f" Mente du »{known[near[0]]}«?" if near else ""
    return _mistake(sheet, row, column, name, f"Det står ikke på arket {where}.{meant}")


def _known(names: Iterable[str]) -> dict[str, str]:
    return {same(name): name for name in names}


def _units(content: Content) -> Iterator[Mistake]:
    known = _known(unit.name for unit in content.units)
    parent = {same(unit.name): same(unit.parent) for unit in content.units if unit.parent}
    for unit in content.units:
        if unit.parent and same(unit.parent) not in known:
            yield _unknown(UNITS, unit.row, "Hører under", unit.parent, known, UNITS)
        elif _circle(same(unit.name), lambda name: [parent[name]] if name in parent else []):
            remedy = "Enheden hører under sig selv, direkte eller gennem andre. Ret en af dem."
            yield _mistake(UNITS, unit.row, "Hører under", unit.parent or "", remedy)
    yield from _headcounts(content.units, parent)


def _headcounts(units: Sequence[Unit], parent: Mapping[str, str]) -> Iterator[Mistake]:
    for unit in units:
        below = sum(one.headcount or 0 for one in units if parent.get(same(one.name)) == same(unit.name))
        if unit.headcount is not None and unit.headcount < below:
            remedy = (
                f"Enhederne under har {number(below)} ansatte tilsammen."
                " Skriv ansatte i alt, også dem i enhederne under."
            )
            yield _mistake(UNITS, unit.row, "Ansatte", number(unit.headcount), remedy)


def _circle(start: str, following: Callable[[str], Sequence[str]]) -> bool:
    """Whether one comes back to ``start``."""
    waiting, seen = list(following(start)), set[str]()
    while waiting:
        name = waiting.pop()
        if name == start:
            return True
        if name not in seen:
            seen.add(name)
            waiting.extend(following(name))
    return False


def _wish_units(content: Content) -> Iterator[Mistake]:
    if not content.units:
        return  # the wishes' own words become the units
    known = _known(unit.name for unit in content.units)
    staff = {same(unit.name): unit.headcount for unit in content.units}
    for wish in content.wishes:
        unknown = [name for name in wish.units if same(name) not in known]
        for name in unknown:
            yield _unknown(WISHES, wish.row, "Enhed", name, known, UNITS)
        counts = [staff.get(same(name)) for name in wish.units]
        most = sum(count for count in counts if count is not None)
        if wish.people and counts and None not in counts and wish.people > most:
            remedy = f"{join_list(wish.units)} har {number(most)} ansatte. Skriv højst det."
            yield _mistake(WISHES, wish.row, "Berørte medarbejdere", number(wish.people), remedy)


def _wish_frames(content: Content) -> Iterator[Mistake]:
    known = _known(frame.name for frame in content.frames)
    for wish in content.wishes:
        for column, name in (("Anlægsramme", wish.capital_frame), ("Driftsramme", wish.running_frame)):
            if name and same(name) not in known:
                yield _unknown(WISHES, wish.row, column, name, known, FRAMES)


def _freeze_units(content: Content) -> Iterator[Mistake]:
    known = _known(unit.name for unit in content.units)
    for freeze in content.freezes:
        for name in freeze.units:
            if same(name) not in known:
                yield _unknown(FREEZES, freeze.row, "Enheder", name, known, UNITS)


def _links(content: Content) -> Iterator[Mistake]:
    known = _known(wish.nr for wish in content.wishes if wish.nr)
    requires = {same(wish.nr): [same(nr) for nr in wish.requires] for wish in content.wishes if wish.nr}
    for wish in content.wishes:
        for column, numbers in (("Kræver først", wish.requires), ("Udelukker", wish.excludes)):
            yield from (
                _unknown(WISHES, wish.row, column, nr, known, WISHES)
                for nr in numbers
                if same(nr) not in known
            )
        if wish.nr is None:
            continue
        if _circle(same(wish.nr), lambda nr: requires.get(nr, [])):
            remedy = "Ønsket kræver sig selv, direkte eller gennem andre. Fjern et af kravene."
            yield _mistake(WISHES, wish.row, "Kræver først", "; ".join(wish.requires), remedy)
        if same(wish.nr) in map(same, wish.excludes):
            yield _mistake(
                WISHES, wish.row, "Udelukker", wish.nr, "Ønsket udelukker sig selv. Fjern nummeret."
            )

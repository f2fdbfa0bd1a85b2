"""Do the sheets of a wish workbook agree with each other? Every name that is used must stand somewhere."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Protocol

from takt.calculation.cells import same
from takt.calculation.wording import join_list, number
from takt.interfaces.exchange.workbook.content import Content, Unit, Wish
from takt.interfaces.exchange.workbook.layout import FRAMES, FREEZES, ROLES, UNITS, WISHES
from takt.interfaces.exchange.workbook.refusals import Mistake

MOST_GUESSES = 20
MOST_SHOWN = 8


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


class _Near:
    """Names that stand nowhere, each with the nearest that does; guessing stops before it takes long."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._guesses: dict[str, str] = {}

    def unknown(self, sheet: str, row: int, column: str, name: str, where: str) -> Mistake:
        guess = self._guesses.get(same(name), "")
        if same(name) not in self._guesses and len(self._guesses) < MOST_GUESSES:
            near = difflib.get_close_matches(same(name), self._known, n=1, cutoff=0.6)
            guess = self._guesses[same(name)] = f" Mente du »{self._known[near[0]]}«?" if near else ""
        return _mistake(sheet, row, column, name, f"Det står ikke på arket {where}.{guess}")


def _known(names: Iterable[str]) -> dict[str, str]:
    return {same(name): name for name in names}


def _units(content: Content) -> Iterator[Mistake]:
    known = _known(unit.name for unit in content.units)
    parent = {same(unit.name): same(unit.parent) for unit in content.units if unit.parent}
    near = _Near(known)
    for unit in content.units:
        if unit.parent and same(unit.parent) not in known:
            yield near.unknown(UNITS, unit.row, "Hører under", unit.parent, UNITS)
    ring = _ring({name: [above] for name, above in parent.items()})
    for unit in content.units:
        if ring and same(unit.name) == ring[0]:
            remedy = f"Enhederne hører under hinanden i ring: {_arrows(ring, known)}. Ret en af dem."
            yield _mistake(UNITS, unit.row, "Hører under", unit.parent or "", remedy)
    yield from _headcounts(content.units, parent)


def _headcounts(units: Sequence[Unit], parent: Mapping[str, str]) -> Iterator[Mistake]:
    below: Counter[str] = Counter()
    for unit in units:
        if same(unit.name) in parent:
            below[parent[same(unit.name)]] += unit.headcount or 0
    for unit in units:
        if unit.headcount is not None and unit.headcount < below[same(unit.name)]:
            remedy = (
                f"Enhederne under har {number(below[same(unit.name)])} ansatte tilsammen."
                " Skriv ansatte i alt, også dem i enhederne under."
            )
            yield _mistake(UNITS, unit.row, "Ansatte", number(unit.headcount), remedy)


def _ring(follows: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Names each leading to the next, the last being the first again; empty when there is none."""
    try:
        TopologicalSorter(follows).prepare()
    except CycleError as cycle:
        return tuple(reversed(cycle.args[1]))
    return ()


def _arrows(ring: Sequence[str], known: Mapping[str, str]) -> str:
    shown = ring if len(ring) <= MOST_SHOWN else (*ring[: MOST_SHOWN - 2], "…", ring[-1])
    return " → ".join(known.get(name, name) for name in shown)


def _wish_units(content: Content) -> Iterator[Mistake]:
    if not content.units:
        return  # the wishes' own words become the units
    known = _known(unit.name for unit in content.units)
    staff = {same(unit.name): unit.headcount for unit in content.units}
    near = _Near(known)
    for wish in content.wishes:
        for name in wish.units:
            if same(name) not in known:
                yield near.unknown(WISHES, wish.row, "Enhed", name, UNITS)
        counts = [staff.get(same(name)) for name in wish.units]
        most = sum(count for count in counts if count is not None)
        if wish.people and counts and None not in counts and wish.people > most:
            remedy = f"{join_list(wish.units)} har {number(most)} ansatte. Skriv højst det."
            yield _mistake(WISHES, wish.row, "Berørte medarbejdere", number(wish.people), remedy)


def _wish_frames(content: Content) -> Iterator[Mistake]:
    known = _known(frame.name for frame in content.frames)
    near = _Near(known)
    for wish in content.wishes:
        for column, name in (("Anlægsramme", wish.capital_frame), ("Driftsramme", wish.running_frame)):
            if name and same(name) not in known:
                yield near.unknown(WISHES, wish.row, column, name, FRAMES)


def _freeze_units(content: Content) -> Iterator[Mistake]:
    known = _known(unit.name for unit in content.units)
    near = _Near(known)
    for freeze in content.freezes:
        for name in freeze.units:
            if same(name) not in known:
                yield near.unknown(FREEZES, freeze.row, "Enheder", name, UNITS)


def _links(content: Content) -> Iterator[Mistake]:
    known = _known(wish.nr for wish in content.wishes if wish.nr)
    near = _Near(known)
    for wish in content.wishes:
        for column, numbers in (("Kræver først", wish.requires), ("Udelukker", wish.excludes)):
            yield from (
                near.unknown(WISHES, wish.row, column, nr, WISHES) for nr in numbers if same(nr) not in known
            )
        if wish.nr is not None and same(wish.nr) in map(same, wish.excludes):
            yield _mistake(
                WISHES, wish.row, "Udelukker", wish.nr, "Ønsket udelukker sig selv. Fjern nummeret."
            )
    ring = _ring({same(wish.nr): [same(nr) for nr in wish.requires] for wish in content.wishes if wish.nr})
    for wish in content.wishes:
        if ring and wish.nr is not None and same(wish.nr) == ring[0]:
            remedy = f"Ønskerne kræver hinanden i ring: {_arrows(ring, known)}. Fjern et af kravene."
            yield _mistake(WISHES, wish.row, "Kræver først", "; ".join(wish.requires), remedy)

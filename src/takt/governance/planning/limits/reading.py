"""Read what someone proposes: rows as they were written become rows as they are kept, or mistakes by row and field.

Nothing is looked up and nothing changed; what the house has is given.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from django.utils.translation import gettext as _

from takt.calculation.cells import Cell, Unclear, same, text_of
from takt.governance.planning.limits.cells import read_cell
from takt.governance.planning.limits.months import read_month
from takt.governance.planning.limits.sections import SECTION, Column, Content, Row, Section, Value

MOST_ROWS = 2_000
Draft: TypeAlias = dict[str, list[dict[str, Value]]]
"""Content that is still being put right."""
Places: TypeAlias = Mapping[str, Sequence[int]]
"""Where each of its rows was written."""


@dataclass(frozen=True, slots=True)
class Written:
    """One row as it was written, by the keys of its columns."""

    number: int
    """As its sheet or form numbers it."""
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One field, row or section that must be put right."""

    section: Section
    row: int
    """0: the section as a whole."""
    column: Column | None
    value: str
    remedy: str
    """What is wrong and what to write instead."""


@dataclass(frozen=True, slots=True)
class Names:
    """What rows may name."""

    units: Sequence[str]
    roles_in_use: Mapping[str, int]
    """How many estimates use each role."""


def read_sections(
    written: Mapping[str, Sequence[Written]], years: Sequence[int], names: Names, standing: Content
) -> tuple[Draft, list[Mistake]]:
    """The rows by section, and everything that is wrong with them. Empty rows are passed over.

    ``standing``: what stands now, for sections of the same limits that were not written.
    """
    mistakes: list[Mistake] = []
    content: Draft = {}
    places: dict[str, list[int]] = {}
    for key, rows in written.items():
        section = SECTION[key]
        there = [row for row in rows if any(text_of(cell) for cell in row.cells.values())]
        if len(there) > MOST_ROWS:
            remedy = _("Der er for mange rækker. Skriv højst %(most)d.") % {"most": MOST_ROWS}
            mistakes.append(Mistake(section, 0, None, "", remedy))
            there = there[:MOST_ROWS]
        columns = section.columns_for(years)
        content[key] = [_row(section, columns, row, mistakes) for row in there]
        places[key] = [row.number for row in there]
    limits = {SECTION[key].limit for key in written}
    for key, rows_now in standing.items():
        if key not in content and SECTION[key].limit in limits:
            content[key] = [dict(row) for row in rows_now]
            places[key] = [0] * len(rows_now)
    if not mistakes:
        for check in (_twice, _unknown_units, _periods, _committees, _posts, _prices, _roles):
            mistakes.extend(check(content, places, names))
    return content, mistakes


def _row(
    section: Section, columns: Sequence[Column], row: Written, mistakes: list[Mistake]
) -> dict[str, Value]:
    read: dict[str, Value] = {}
    for column in columns:
        cell = row.cells.get(column.key)
        try:
            value = read_cell(cell, column)
        except Unclear as unclear:
            mistakes.append(Mistake(section, row.number, column, text_of(cell)[:80], str(unclear)))
            continue
        if value is not None or not column.key.isdecimal():
            read[column.key] = value
    return read


def _each(content: Draft, places: Places, key: str) -> Iterator[tuple[int, dict[str, Value]]]:
    yield from zip(places.get(key, ()), content.get(key, ()), strict=True)


def _wrong(key: str, number: int, column: str, row: Row, remedy: str) -> Mistake:
    section = SECTION[key]
    found = next(one for one in section.columns if one.key == column)
    value = row.get(column)
    shown = "; ".join(map(str, value)) if isinstance(value, list) else text_of(value)
    return Mistake(section, number, found, shown[:80], remedy)


def key_of(section: Section, row: Row) -> tuple[str, ...]:
    """What tells this row from the others of its section."""
    return tuple(same(str(row.get(name) or "")) for name in section.names_row)


def _twice(content: Draft, places: Places, names: Names) -> Iterator[Mistake]:  # noqa: ARG001
    for key in content:
        first: dict[tuple[str, ...], int] = {}
        for number, row in _each(content, places, key):
            mine = key_of(SECTION[key], row)
            if mine in first:
                remedy = _("Det samme står i række %(row)d. Slet den ene, eller skriv, hvad der skiller dem.")
                yield _wrong(key, number, SECTION[key].names_row[-1], row, remedy % {"row": first[mine]})
            first.setdefault(mine, number)


def _unknown_units(content: Draft, places: Places, names: Names) -> Iterator[Mistake]:
    """Of every column with units; a name that differs only in capitals is put right."""
    known = {same(name): name for name in names.units}
    for key, column in (("committees", "units"), ("ceilings", "unit"), ("freezes", "units")):
        for number, row in _each(content, places, key):
            value = row[column]
            said = value if isinstance(value, list) else [str(value)]
            for unit in said:
                if same(unit) not in known:
                    yield _wrong(key, number, column, row, unknown_unit(unit, known))
            right = [known.get(same(unit), unit) for unit in said]
            row[column] = right if isinstance(value, list) else right[0]


def unknown_unit(unit: str, known: Mapping[str, str]) -> str:
    near = get_close_matches(same(unit), known, n=1, cutoff=0.6)
    meant = " " + _("Mente du »%(name)s«?") % {"name": known[near[0]]} if near else ""
    return _("Kommunen har ingen enhed, der hedder »%(name)s«.") % {"name": unit} + meant


def _periods(content: Draft, places: Places, names: Names) -> Iterator[Mistake]:  # noqa: ARG001
    for key in ("posts", "freezes"):
        for number, row in _each(content, places, key):
            if key == "freezes" and row["latest"] is None:
                row["latest"] = row["first"]
            latest = row["latest"]
            if latest is not None and read_month(latest) < read_month(row["first"]):
                yield _wrong(key, number, "latest", row, _("Perioden slutter, før den begynder."))
            elif (
                row.get("yearly") and read_month(latest or row["first"]).minus(read_month(row["first"])) >= 12
            ):
                remedy = _("En periode, der kommer hvert år, kan højst vare 12 måneder.")
                yield _wrong(key, number, "latest", row, remedy)


def _committees(content: Draft, places: Places, names: Names) -> Iterator[Mistake]:  # noqa: ARG001
    known = {same(str(row["name"])): str(row["name"]) for row in content.get("committees", ())}
    for number, row in _each(content, places, "frames"):
        committee = str(row["committee"] or "")
        if committee and same(committee) not in known:
            remedy = _("Udvalget står ikke i tabellen Udvalg. Skriv det dér med de enheder, det svarer for.")
            yield _wrong("frames", number, "committee", row, remedy)
        elif committee:
            row["committee"] = known[same(committee)]
    taken: dict[str, str] = {}
    for number, row in _each(content, places, "committees"):
        for unit in row["units"] if isinstance(row["units"], list) else ():
            if unit in taken:
                remedy = _("%(unit)s hører allerede under %(other)s. En enhed har ét udvalg.")
                yield _wrong(
                    "committees", number, "units", row, remedy % {"unit": unit, "other": taken[unit]}
                )
            taken.setdefault(unit, str(row["name"]))


def _posts(content: Draft, places: Places, names: Names) -> Iterator[Mistake]:  # noqa: ARG001
    known = {same(str(row["name"])): str(row["name"]) for row in content.get("roles", ())}
    for number, row in _each(content, places, "posts"):
        role = same(str(row["role"]))
        if role not in known:
            remedy = _("Rollen står ikke i tabellen Roller. Skriv den dér først.")
            yield _wrong("posts", number, "role", row, remedy)
        else:
            row["role"] = known[role]


def _roles(content: Draft, places: Places, names: Names) -> Iterator[Mistake]:  # noqa: ARG001
    if "roles" not in content:
        return
    there = {same(str(row["name"])) for row in content["roles"]}
    for role, count in names.roles_in_use.items():
        if same(role) not in there:
            remedy = _(
                "Rollen »%(role)s« bruges i %(count)d skøn og kan ikke tages ud eller skifte navn."
                " Sæt i stedet dens årsværk til 0."
            )
            yield Mistake(SECTION["roles"], 0, None, "", remedy % {"role": role, "count": count})


def _prices(content: Draft, places: Places, names: Names) -> Iterator[Mistake]:  # noqa: ARG001
    """A table with a hole in it would silently take that year's prices as unchanged."""
    years = sorted(int(str(row["year"])) for row in content.get("prices", ()))
    if not years:
        return
    missing = sorted(set(range(years[0], years[-1] + 1)) - set(years))
    if missing:
        remedy = _("Procenten for %(years)s mangler i tabellen.") % {"years": ", ".join(map(str, missing))}
        yield Mistake(SECTION["prices"], 0, None, "", remedy)

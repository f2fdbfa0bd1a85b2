"""What differs between two versions of a limit, row by row and field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from takt.governance.planning.limits.cells import in_words
from takt.governance.planning.limits.reading import key_of
from takt.governance.planning.limits.sections import SECTION, Column, Content, Row, Section, Value, years_of


class Change(StrEnum):
    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Field:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    section: Section
    change: Change
    name: str
    """Of the row: what tells it from the others."""
    fields: tuple[Field, ...]


def differences(before: Content, after: Content) -> list[Difference]:
    """Of the sections that ``after`` has."""
    return [
        one for key in after for one in _in_section(SECTION[key], list(before.get(key, ())), list(after[key]))
    ]


def _in_section(section: Section, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Difference]:
    first = min((year for row in (*before, *after) for year in map(int, _years(row))), default=0)
    columns = section.columns_for(years_of((*before, *after), first) if section.yearly and first else ())
    old = {key_of(section, row): row for row in before}
    new = {key_of(section, row): row for row in after}
    for key, row in new.items():
        fields = tuple(_fields(columns, section, old.get(key, {}), row))
        if key not in old:
            yield Difference(section, Change.ADDED, name_of(section, row), fields)
        elif fields:
            yield Difference(section, Change.CHANGED, name_of(section, row), fields)
    for key, row in old.items():
        if key not in new:
            yield Difference(
                section, Change.GONE, name_of(section, row), tuple(_fields(columns, section, row, {}))
            )


def _years(row: Row) -> list[str]:
    return [key for key in row if key.isdecimal()]


def _fields(columns: Sequence[Column], section: Section, before: Row, after: Row) -> Iterator[Field]:
    for column in columns:
        was, now = before.get(column.key), after.get(column.key)
        if column.key not in section.names_row and _said(was) != _said(now):
            yield Field(str(column.label), in_words(was, column), in_words(now, column))


def _said(value: Value) -> Value:
    """An empty cell is empty however it is written; 0 is not: a frame of nothing is no open frame."""
    return None if value is None or value is False or value == "" or value == [] else value


def name_of(section: Section, row: Row) -> str:
    """``Anlæg, Sundhedsudvalget``."""
    columns = {column.key: column for column in section.columns}
    parts = [in_words(row.get(key), columns[key]) for key in section.names_row if row.get(key)]
    return ", ".join(parts)

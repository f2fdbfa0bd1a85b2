"""The rows of a section as fields of a form, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from takt.governance.planning.limits.reading import Mistake, Written
from takt.governance.planning.limits.sections import Column, Kind, Section

BLANK_ROWS = 3
MOST_ROWS = 120
"""More than this is better done in Excel, and is what one form can send."""


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    value: str
    column: Column
    is_wrong: bool
    choices: Sequence[str] = ()
    """Of a field that is chosen from a few."""
    suggestions: str = ""
    """The id of the list of names that it may hold."""


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True)
class Grid:
    section: Section
    columns: Sequence[Column]
    lines: Sequence[Line]
    """Those there are and some blank ones."""


def grid_of(
    section: Section,
    rows: Sequence[Mapping[str, str]],
    years: Sequence[int],
    mistakes: Sequence[Mistake] = (),
) -> Grid:
    columns = section.columns_for(years)
    wrong = {(one.row, one.column.key) for one in mistakes if one.section == section and one.column}
    blank: list[Mapping[str, str]] = [{}] * BLANK_ROWS
    return Grid(
        section,
        columns,
        [
            Line(
                number,
                [
                    Field(
                        field_name(section, number, column),
                        row.get(column.key, ""),
                        column,
                        (number, column.key) in wrong,
                        ("Anlæg", "Drift") if column.kind is Kind.ART else (),
                        _SUGGESTED.get((section.key, column.key), ""),
                    )
                    for column in columns
                ],
            )
            for number, row in enumerate([*rows, *blank], start=1)
        ],
    )


_SUGGESTED = {
    ("ceilings", "unit"): "names-units",
    ("frames", "committee"): "names-committees",
    ("posts", "role"): "names-roles",
}


def field_name(section: Section, number: int, column: Column) -> str:
    return f"{section.key}.{number}.{column.key}"


def sent_rows(section: Section, sent: Mapping[str, str], years: Sequence[int]) -> list[Written]:
    """The rows of a form that was sent, numbered anew without the empty ones."""
    columns = section.columns_for(years)
    rows = (
        {column.key: sent.get(field_name(section, number, column), "").strip() for column in columns}
        for number in range(1, MOST_ROWS + BLANK_ROWS + 1)
    )
    return [
        Written(number, row) for number, row in enumerate((row for row in rows if any(row.values())), start=1)
    ]

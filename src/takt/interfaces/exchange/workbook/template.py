"""Write the workbook that a municipality fills with its wishes."""

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.problem import Month
from takt.interfaces.exchange.workbook import example
from takt.interfaces.exchange.workbook.content import DEFAULT_SIZES, Settings
from takt.interfaces.exchange.workbook.guide import write_guide
from takt.interfaces.exchange.workbook.layout import (
    EXAMPLE_MARK,
    FRAMES,
    FREEZE_COLUMNS,
    FREEZES,
    GUIDE,
    LAST_ROW,
    ROLE_COLUMNS,
    ROLES,
    SETTING_COLUMNS,
    SETTINGS,
    SIZE_COLUMNS,
    SIZES,
    UNIT_COLUMNS,
    UNITS,
    WISHES,
    Column,
    Format,
    frame_columns,
)
from takt.interfaces.exchange.workbook.look import (
    EXAMPLE_INK,
    comment,
    date_of,
    headings,
    print_setup,
    put,
    tall_enough,
)
from takt.interfaces.exchange.workbook.reading import SETTING_NAMES
from takt.interfaces.exchange.workbook.wish_layout import wish_columns

FORECAST_YEARS = 4
"""The budget year and three forecast years (overslagsår)."""
Cells = Mapping[str, object]


def template_bytes(
    *,
    first_month: Month,
    with_example: bool = True,
    roles: Sequence[str] = (),
    rows: Mapping[str, Sequence[Cells]] = MappingProxyType({}),
) -> bytes:
    """An .xlsx to be filled. ``first_month`` is the plan's first month and dates the example.

    ``roles`` (names) and ``rows`` (by sheet, cells by the key of their column) are the municipality's own and
    stand where the example would.
    """
    book = Workbook()
    write_guide(_first(book, GUIDE))
    years = tuple(first_month.year + ahead for ahead in range(FORECAST_YEARS))
    rows = {**(_example(first_month, years) if with_example else {}), **rows}
    _list(book, WISHES, wish_columns(tuple(roles) or example.ROLE_NAMES), rows.get(WISHES, ()), frozen="C2")
    _list(book, UNITS, UNIT_COLUMNS, rows.get(UNITS, ()))
    _list(book, ROLES, ROLE_COLUMNS, rows.get(ROLES, ()))
    _list(book, FRAMES, frame_columns(years), rows.get(FRAMES, ()))
    _list(book, FREEZES, FREEZE_COLUMNS, rows.get(FREEZES, ()))
    _list(book, SIZES, SIZE_COLUMNS, _sizes(), last_row=5)
    _list(book, SETTINGS, SETTING_COLUMNS, _settings(first_month), last_row=1 + len(SETTING_NAMES))
    _first_month_is_a_month(book[SETTINGS])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _first(book: Workbook, name: str) -> Worksheet:
    sheet: Worksheet = book.active
    sheet.title = name
    return sheet


def _list(
    book: Workbook,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Cells],
    *,
    frozen: str = "B2",
    last_row: int = LAST_ROW,
) -> None:
    """One sheet: headings with help, the rows there are, and drop-downs for those to come."""
    sheet = book.create_sheet(name)
    headings(
        *(sheet, 1, [column.header for column in columns], [column.width for column in columns]),
        right=[at for at, column in enumerate(columns, start=1) if column.format in Format.of_numbers()],
    )
    for index, column in enumerate(columns, start=1):
        comment(sheet.cell(row=1, column=index), column.note)
        _column_of_cells(sheet, index, column, last_row)
    for number, cells in enumerate(rows, start=2):
        is_example = cells.get("remark") == EXAMPLE_MARK
        tall_enough(sheet, number, [(str(cells.get(one.key, "")), one.width) for one in columns])
        for index, column in enumerate(columns, start=1):
            value = cells.get(column.key)
            if value is not None:
                across = "left" if column.format is Format.GENERAL else ""
                ink = {"ink": EXAMPLE_INK, "italic": True} if is_example else {}
                put(
                    sheet,
                    number,
                    index,
                    _plain(value),
                    number_format=column.format,
                    wrap=True,
                    across=across,
                    **ink,
                )
    sheet.freeze_panes = frozen
    many = len(columns) > 12
    print_setup(sheet, heading_rows="1:1", a3=many, pages_wide=2 if many else 1)
    if many:
        sheet.print_title_cols = "A:B"


def _column_of_cells(sheet: Worksheet, index: int, column: Column, last_row: int) -> None:
    letter = get_column_letter(index)
    sheet.column_dimensions[letter].number_format = column.format
    if not column.choices:
        return
    choice = DataValidation(
        type="list",
        formula1=column.choices,
        allow_blank=True,
        showErrorMessage=not column.may_differ,
        errorTitle=column.header,
        error="Vælg fra listen. Er den tom, så udfyld først det ark, den henter fra.",
    )
    choice.add(f"{letter}2:{letter}{last_row}")
    sheet.add_data_validation(choice)


def _plain(value: object) -> object:
    match value:
        case Month():
            return date_of(value)
        case Decimal():
            return float(value)
        case _:
            return value


def _example(first: Month, years: Sequence[int]) -> dict[str, list[Cells]]:
    return {
        WISHES: [{**wish, "remark": EXAMPLE_MARK} for wish in example.wishes(first)],
        UNITS: [
            _cells(("name", "parent", "headcount", "ceiling", "max_go_lives"), unit) for unit in example.UNITS
        ],
        ROLES: [_cells(("name", "full_time", "days_per_month"), role) for role in example.ROLES],
        FRAMES: [
            _cells(("name", *(f"year:{year}" for year in years)), (name, *amounts))
            for name, amounts in example.FRAMES
        ],
        FREEZES: [_cells(("first", "latest", "units", "why"), freeze) for freeze in example.freezes(first)],
    }


def _cells(keys: Sequence[str], values: Sequence[object]) -> Cells:
    return {**dict(zip(keys, values, strict=True)), "remark": EXAMPLE_MARK}


def _sizes() -> list[Cells]:
    keys = [column.key for column in SIZE_COLUMNS[1:]]
    return [
        {"name": name, **{key: getattr(size, key) for key in keys}} for name, size in DEFAULT_SIZES.items()
    ]


_EXPLANATIONS = {
    "title": "Står øverst i planen.",
    "first_month": "Planens første måned. Tomt: næste måned.",
    "months": "Så langt rækker planen. Tomt: 48.",
    "ceiling": "Timer pr. medarbejder pr. måned, hvor hverken enheden eller en over den har et. Tomt: 3.",
    "adaptation_hours": "Timer pr. medarbejder for hvert trin (1–3), ud over uddannelsen. Tomt: 2.",
    "days_per_full_time": "Dage om måneden, et årsværk har til ønskerne. Tomt: 16 (192 om året).",
}


def _settings(first_month: Month) -> list[Cells]:
    defaults = Settings(first_month=first_month)
    return [
        {"name": name, "value": getattr(defaults, key), "explanation": _EXPLANATIONS[key]}
        for key, name in SETTING_NAMES.items()
    ]


def _first_month_is_a_month(sheet: Worksheet) -> None:
    sheet.cell(row=2 + list(SETTING_NAMES).index("first_month"), column=2).number_format = Format.MONTH

"""Write the list of wishes as a workbook, one row at a time, so that 20.000 fit in little memory."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from takt.interfaces.exchange.wishes_out import Column, Value
from takt.interfaces.exchange.workbook.look import (
    ACCENT,
    INK_2,
    TINT,
    begins_like_a_formula,
    dress,
    lines_of,
    print_setup,
    write_value,
)

LINE, MOST_LINES = 15.5, 8
"""In points; a long text is folded, but one wish does not fill the page."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a list comes from: what it is called, and what to know about it, line by line."""

    title: str
    lines: Sequence[tuple[str, str]]


def wishes_book(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], origin: Origin) -> bytes:
    """An .xlsx with the list, and a sheet that says where it comes from."""
    book = Workbook(write_only=True)
    book.properties.title = origin.title
    book.properties.creator = "Takt"
    _write_list(book.create_sheet(_("Ønsker")), columns, rows)
    _write_origin(book.create_sheet(_("Om listen")), origin)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_list(sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> None:
    sheet.freeze_panes = "C2"  # everything about the sheet itself must stand before its first row
    print_setup(sheet, heading_rows="1:1", a3=True, pages_wide=2)
    sheet.print_title_cols = "A:B"
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[1].height = 3 * LINE
    sheet.append([_heading(sheet, column) for column in columns])
    cells = [(_styled(sheet, column), _styled(sheet, column)) for column in columns]
    written = 1
    for written, row in enumerate(rows, start=2):
        values = [column.value(row) for column in columns]
        sheet.row_dimensions[written].height = _height(columns, values)
        sheet.append([_filled(pair, value) for pair, value in zip(cells, values, strict=True)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{written}"


def _heading(sheet: Worksheet, column: Column) -> Cell:
    """Over its numbers, so to the right where they are."""
    cell: Cell = WriteOnlyCell(sheet)
    write_value(cell, column.heading)
    dress(cell, bold=True, fill=TINT)
    cell.alignment = _alignment(column)
    cell.border = Border(bottom=Side(style="medium", color=ACCENT))
    return cell


def _styled(sheet: Worksheet, column: Column) -> Cell:
    cell: Cell = WriteOnlyCell(sheet)
    dress(cell, number_format=column.format)
    cell.alignment = _alignment(column)
    return cell


def _alignment(column: Column) -> Alignment:
    """Text keeps away from the number before it."""
    if column.is_text:
        return Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
    return Alignment(wrap_text=True, vertical="top", horizontal="right")


def _filled(cells: tuple[Cell, Cell], value: Value) -> Cell | None:
    """``cells``: of the column, for most values and for what begins like a formula.

    A cell is written as soon as its row is added, and may then hold the next value; never change its style.
    """
    if value is None or value == "":
        return None
    usual, quoted = cells
    cell = quoted if begins_like_a_formula(value) else usual
    write_value(cell, value)
    return cell


def _height(columns: Sequence[Column], values: Sequence[Value]) -> float:
    lines = (
        lines_of(value, column.width - 3)
        for column, value in zip(columns, values, strict=True)
        if isinstance(value, str) and len(value) > column.width - 3
    )
    return LINE * min(MOST_LINES, max(lines, default=1))


def _write_origin(sheet: Worksheet, origin: Origin) -> None:
    print_setup(sheet, wide=False)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 70
    sheet.row_dimensions[1].height = 30
    sheet.append([_line(sheet, origin.title, bold=True, size=18, ink=ACCENT)])
    for number, (what, answer) in enumerate(origin.lines, start=2):
        sheet.row_dimensions[number].height = LINE * lines_of(answer, 70)
        sheet.append([_line(sheet, what, ink=INK_2, wrap=True), _line(sheet, answer, wrap=True)])


def _line(sheet: Worksheet, text: str, **style: Any) -> Cell:
    cell: Cell = WriteOnlyCell(sheet)
    write_value(cell, text)
    dress(cell, **style)
    return cell

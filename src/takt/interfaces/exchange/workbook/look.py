"""How our workbooks look: quiet, printable, the same everywhere. Colours are those of the design tokens."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.problem import Month

INK, INK_2, ACCENT, BAD = "1B2326", "465257", "0E5A66", "8E2A1E"
TINT, LINE, SURFACE, WHITE = "E8F0F1", "B9C3C6", "F5F7F7", "FFFFFF"
EXAMPLE_INK = "5C686D"
FONT = "Calibri"

_HAIRLINE = Side(style="thin", color=LINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")


def put(sheet: Worksheet, row: int, column: int, value: object, **style: object) -> Cell:
    """Write one cell. Text stays text: what begins like a formula must never become one."""
    cell: Cell = sheet.cell(row=row, column=column)
    write_value(cell, value)
    dress(cell, **style)  # type: ignore[arg-type]
    return cell


def write_value(cell: Cell, value: object) -> None:
    """Text stays text: what begins like a formula must never become one."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = _printable(value)
    cell.data_type = "s"
    cell.quotePrefix = begins_like_a_formula(value)


def begins_like_a_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith(_FORMULA_START)


def dress(
    cell: Cell,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int = 11,
    ink: str = INK,
    fill: str = "",
    number_format: str = "",
    wrap: bool = False,
    across: str = "",
) -> None:
    cell.font = Font(name=FONT, size=size, bold=bold, italic=italic, color=ink)
    cell.alignment = Alignment(
        wrap_text=wrap, vertical="top" if wrap else "center", horizontal=across or None
    )
    if fill:
        cell.fill = PatternFill("solid", start_color=fill)
    if number_format:
        cell.number_format = number_format


def date_of(month: Month) -> date:
    """The first day, which Excel shows as the month."""
    return date(month.year, month.number, 1)


def headings(
    sheet: Worksheet, row: int, names: Sequence[str], widths: Sequence[int], *, right: Collection[int] = ()
) -> None:
    """A row of column headings, and how wide the columns are. ``right`` are the columns of numbers, from 1."""
    for column, (name, width) in enumerate(zip(names, widths, strict=True), start=1):
        cell = put(
            *(sheet, row, column, name),
            bold=True,
            fill=TINT,
            wrap=True,
            across="right" if column in right else "left",
        )
        cell.border = Border(bottom=Side(style="medium", color=ACCENT))
        sheet.column_dimensions[get_column_letter(column)].width = width
    longest = max(len(name) / max(width - 2, 1) for name, width in zip(names, widths, strict=True))
    sheet.row_dimensions[row].height = 15 * (1 + int(longest)) + 3


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column; a character of our font is a little narrower than Excel's."""
    return sum(1 + int(max(0, len(line) - 1) / (1.15 * width)) for line in text.split("\n"))


def tall_enough(sheet: Worksheet, row: int, texts: Sequence[tuple[str, float]]) -> None:
    """Make room for wrapped texts, each with the width of its column: not every program does it by itself."""
    sheet.row_dimensions[row].height = 15 * max(lines_of(text, width) for text, width in texts)


def comment(cell: Cell, text: str) -> None:
    """A help text that opens when the pointer rests on the cell."""
    cell.comment = Comment(text, "Takt", width=300, height=40 + 18 * (len(text) // 42 + 1))


def underline(sheet: Worksheet, row: int, columns: int) -> None:
    """A hairline under a row."""
    for column in range(1, columns + 1):
        sheet.cell(row=row, column=column).border = Border(bottom=_HAIRLINE)


def print_setup(
    sheet: Worksheet, *, heading_rows: str = "", wide: bool = True, a3: bool = False, pages_wide: int = 1
) -> None:
    """Landscape, as wide as the paper, headings on every page, name and page number at the foot."""
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.paperSize = 8 if a3 else 9
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "Side &P af &N"
    if heading_rows:
        sheet.print_title_rows = heading_rows
    sheet.sheet_view.showGridLines = False


def _printable(text: str) -> str:
    """Without the control characters that XML cannot hold; no longer than Excel takes."""
    return _CONTROL.sub("", text)[:32_000]

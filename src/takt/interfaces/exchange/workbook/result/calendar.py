"""Months across the sheet, and cells whose colour is their share of a limit."""

from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.problem import Problem
from takt.calculation.wording import month_name
from takt.interfaces.exchange.workbook.look import ACCENT, BAD, INK, LINE, TINT, WHITE, comment, put

MONTH_WIDTH = 4.2
_RAMP = ((30, "F3F6F6"), (60, "DFE9EB"), (90, "BFD5D9"))
_NEAR = "8BB4BB"


def month_headings(
    sheet: Worksheet, row: int, column: int, problem: Problem, *, width: float = MONTH_WIDTH
) -> None:
    """Years in ``row``, months in the row below, from ``column`` on; months without go-lives are grey."""
    frozen = {
        month
        for freeze in problem.freezes
        if freeze.units is None
        for month in range(max(0, freeze.first), min(problem.months - 1, freeze.latest) + 1)
    }
    for offset in range(problem.months):
        month = problem.first_month.plus(offset)
        at = column + offset
        sheet.column_dimensions[get_column_letter(at)].width = width
        if offset == 0 or month.number == 1:
            _year(sheet, row, at, month.year, min(12 - month.number + 1, problem.months - offset))
        fill = LINE if offset in frozen else TINT
        cell = put(sheet, row + 1, at, month_name(month)[:3], size=8, fill=fill, across="center")
        cell.border = Border(bottom=Side(style="medium", color=ACCENT))
        if offset in frozen:
            comment(cell, f"{month_name(month).capitalize()} ligger i en frysperiode. Intet går i drift.")


def _year(sheet: Worksheet, row: int, column: int, year: int, months: int) -> None:
    put(sheet, row, column, year, bold=True, fill=TINT, across="left", number_format="0")
    for at in range(column, column + months):
        put(sheet, row, at, sheet.cell(row=row, column=at).value, bold=True, fill=TINT, number_format="0")
    if months > 1:
        sheet.merge_cells(start_row=row, start_column=column, end_row=row, end_column=column + months - 1)
    sheet.cell(row=row, column=column).alignment = Alignment(horizontal="left")


def share_cell(
    sheet: Worksheet, row: int, column: int, value: float, *, used: int, limit: int | None, decimals: int
) -> None:
    """One amount, coloured by its share of the limit. Over the limit is red, white and bold."""
    shown = "0" + ("." + "0" * decimals if decimals else "")
    fill, ink, bold = ramp(used, limit)
    put(
        *(sheet, row, column, round(value, 3)),
        size=8,
        fill=fill,
        ink=ink,
        bold=bold,
        across="center",
        number_format=f"{shown};-{shown};",  # nothing where there is nothing
    )


def ramp(used: int, limit: int | None) -> tuple[str, str, bool]:
    """(fill, ink, bold) of the load ramp in the design; no fill where there is no limit."""
    if limit is None:
        return "", INK, False
    if used > limit:
        return BAD, WHITE, True
    for below, fill in _RAMP:
        if 100 * used < below * limit or used == 0:
            return fill, INK, False
    return _NEAR, INK, True


def ramp_legend(sheet: Worksheet, row: int, column: int) -> None:
    """What the colours mean, each in its own colour."""
    steps = ("under 30 %", 0), ("30–59 %", 30), ("60–89 %", 60), ("90–100 %", 90), ("over loftet", 101)
    for ahead, (words, share) in enumerate(steps):
        fill, ink, bold = ramp(share, 100)
        at = column + 3 * ahead
        for cell in range(at, at + 3):
            put(sheet, row, cell, None, fill=fill)
        put(sheet, row, at, words, size=8, fill=fill, ink=ink, bold=bold, across="center")
        sheet.merge_cells(start_row=row, start_column=at, end_row=row, end_column=at + 2)

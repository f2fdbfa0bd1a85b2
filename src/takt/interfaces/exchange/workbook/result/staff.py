"""The sheet Medarbejdere: days used of each role, month by month."""

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import Usage
from takt.calculation.wording import number
from takt.interfaces.exchange.workbook.look import INK_2, headings, print_setup, put, underline
from takt.interfaces.exchange.workbook.result.calendar import month_headings, ramp_legend, share_cell

_HEADING_ROW = 5
_COLUMNS = (("Rolle", 24), ("Dage", 14))
_FIRST_MONTH = len(_COLUMNS) + 1


def write_staff(book: Workbook, problem: Problem, usage: Usage) -> None:
    sheet: Worksheet = book.create_sheet("Medarbejdere")
    put(sheet, 1, 1, _finding(problem, usage), bold=True, size=16)
    put(sheet, 2, 1, "Dage pr. måned. Farven viser, hvor stor en del af dagene der er brugt.", ink=INK_2)
    ramp_legend(sheet, 3, _FIRST_MONTH)
    headings(sheet, _HEADING_ROW, [name for name, _ in _COLUMNS], [width for _, width in _COLUMNS])
    month_headings(sheet, _HEADING_ROW - 1, _FIRST_MONTH, problem)
    row = _HEADING_ROW + 1
    for role in problem.roles:
        used = usage.staff[role.id]
        put(sheet, row, 1, role.name, bold=True)
        for ahead, words in enumerate(("Brugt", "Til rådighed", "Ledig")):
            put(sheet, row + ahead, 2, words, ink=INK_2)
        for month, (days, there_are) in enumerate(zip(used, role.days, strict=True)):
            column = _FIRST_MONTH + month
            share_cell(sheet, row, column, days, used=days, limit=there_are, decimals=0)
            put(sheet, row + 1, column, there_are, size=8, ink=INK_2, across="center")
            put(sheet, row + 2, column, there_are - days, size=8, ink=INK_2, across="center")
        underline(sheet, row + 2, _FIRST_MONTH - 1 + problem.months)
        row += 3
    sheet.freeze_panes = sheet.cell(row=_HEADING_ROW + 1, column=_FIRST_MONTH)
    print_setup(sheet, heading_rows=f"{_HEADING_ROW - 1}:{_HEADING_ROW}", a3=True)


def _finding(problem: Problem, usage: Usage) -> str:
    shares = [
        (sum(usage.staff[role.id]) / sum(role.days), role.name) for role in problem.roles if sum(role.days)
    ]
    if not shares:
        return "Planen regner ikke med roller."
    share, name = max(shares)
    return f"{name} er mest optaget: {number(100 * share)} % af dagene er brugt."

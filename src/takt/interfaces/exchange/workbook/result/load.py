"""The sheet Belastning: change hours per employee, per unit and month, coloured against the ceiling."""

from collections.abc import Iterator

from openpyxl.styles import Alignment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.change_load.hours import hours_per_employee
from takt.calculation.planner.problem import Problem, Unit
from takt.calculation.planner.usage import Usage
from takt.calculation.wording import month_name, number
from takt.interfaces.exchange.workbook.look import INK_2, headings, print_setup, put
from takt.interfaces.exchange.workbook.result.calendar import month_headings, ramp_legend, share_cell

_HEADING_ROW = 5
_COLUMNS = (("Enhed", 34), ("Ansatte", 9), ("Loft (timer)", 9))
_FIRST_MONTH = len(_COLUMNS) + 1


def write_load(book: Workbook, problem: Problem, usage: Usage) -> None:
    sheet: Worksheet = book.create_sheet("Belastning")
    put(sheet, 1, 1, finding(problem, usage), bold=True, size=16)
    put(
        *(
            sheet,
            2,
            1,
            "Forandringstimer pr. medarbejder pr. måned. En enheds tal rummer også enhederne under.",
        ),
        ink=INK_2,
    )
    ramp_legend(sheet, 3, _FIRST_MONTH)
    put(sheet, 3, 1, "Farven viser, hvor meget af loftet der er brugt.", ink=INK_2)
    headings(
        sheet, _HEADING_ROW, [name for name, _ in _COLUMNS], [width for _, width in _COLUMNS], right=(2, 3)
    )
    month_headings(sheet, _HEADING_ROW - 1, _FIRST_MONTH, problem)
    for row, (unit, depth) in enumerate(in_order(problem), start=_HEADING_ROW + 1):
        _line(sheet, row, unit, depth, usage.load[unit.id])
    sheet.freeze_panes = sheet.cell(row=_HEADING_ROW + 1, column=_FIRST_MONTH)
    print_setup(sheet, heading_rows=f"{_HEADING_ROW - 1}:{_HEADING_ROW}", a3=True)


def in_order(problem: Problem) -> Iterator[tuple[Unit, int]]:
    """Each unit after the one it belongs to, with its depth."""

    def below(parent: str | None, depth: int) -> Iterator[tuple[Unit, int]]:
        for unit in problem.units:
            if unit.parent == parent:
                yield unit, depth
                yield from below(unit.id, depth + 1)

    return below(None, 0)


def finding(problem: Problem, usage: Usage) -> str:
    """The unit and month that come nearest to their ceiling, in a sentence."""
    shares = [
        (used / ceiling, unit.name, month)
        for unit in problem.units
        for month, (used, ceiling) in enumerate(zip(usage.load[unit.id], unit.ceiling_hours, strict=True))
        if ceiling
    ]
    share, name, month = max(shares, key=lambda one: (one[0], -one[2]), default=(0.0, "", 0))
    if not share:
        return "Planen belaster ingen enhed."
    percent = number(100 * share)
    when = month_name(problem.first_month.plus(month))
    if share > 1:
        return f"{name} kommer over loftet i {when}: {percent} % af loftet."
    return f"Ingen enhed kommer over loftet. Tættest på er {name} i {when}: {percent} % af loftet."


def _line(sheet: Worksheet, row: int, unit: Unit, depth: int, load: tuple[int, ...]) -> None:
    name = put(sheet, row, 1, unit.name, bold=depth == 0)
    name.alignment = Alignment(indent=2 * depth, horizontal="left", vertical="center")
    put(sheet, row, 2, unit.headcount, number_format="#,##0")
    ceiling = hours_per_employee(unit.ceiling_hours[0] or 0, headcount=unit.headcount)
    if unit.ceiling_hours[0] is not None and ceiling is not None:
        put(sheet, row, 3, round(ceiling, 2), number_format="0.0")
    for month, (used, limit) in enumerate(zip(load, unit.ceiling_hours, strict=True)):
        each = hours_per_employee(used, headcount=unit.headcount)
        share_cell(sheet, row, _FIRST_MONTH + month, each or 0.0, used=used, limit=limit, decimals=1)

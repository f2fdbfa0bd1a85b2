"""The sheet Ikke valgt: each wish that is not in the plan, why, and what it would take."""

from collections.abc import Mapping

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.interfaces.exchange.workbook.look import INK_2, headings, print_setup, put, tall_enough, underline
from takt.interfaces.exchange.workbook.result.roadmap import obligation_of, units_of

_HEADING_ROW = 4
_POINTS = 5
_COLUMNS = (
    *(("Nr.", 9), ("Titel", 40), ("Enhed", 24), ("Skal/bør/kan", 9)),
    *(("Point pr. år", 9), ("Hvorfor ikke, og hvad skal der til?", 90)),
)


def write_not_chosen(book: Workbook, problem: Problem, plan: Plan, reasons: Mapping[str, str]) -> None:
    sheet: Worksheet = book.create_sheet("Ikke valgt")
    left_out = [one for one in problem.initiatives if one.id not in plan.start]
    left_out.sort(key=lambda one: -one.points_per_year)
    put(sheet, 1, 1, _finding(len(left_out)), bold=True, size=16)
    put(sheet, 2, 1, "Sorteret efter værdi. Alt er regnet mod planen, som den er.", ink=INK_2)
    headings(sheet, _HEADING_ROW, [name for name, _ in _COLUMNS], [width for _, width in _COLUMNS])
    for row, one in enumerate(left_out, start=_HEADING_ROW + 1):
        reason = reasons[one.id]
        for column, value in enumerate(
            (one.id, one.title, units_of(problem, one), obligation_of(one), one.points_per_year, reason),
            start=1,
        ):
            put(sheet, row, column, value, wrap=True, across="center" if column == _POINTS else "left")
        tall_enough(sheet, row, [(reason, 90), (one.title, 40), (units_of(problem, one), 24)])
        underline(sheet, row, len(_COLUMNS))
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:F{_HEADING_ROW + len(left_out)}"
    sheet.freeze_panes = sheet.cell(row=_HEADING_ROW + 1, column=3)
    print_setup(sheet, heading_rows=f"{_HEADING_ROW}:{_HEADING_ROW}")


def _finding(count: int) -> str:
    if count == 0:
        return "Alle ønsker er med i planen."
    return "1 ønske er ikke med i planen." if count == 1 else f"{count} ønsker er ikke med i planen."

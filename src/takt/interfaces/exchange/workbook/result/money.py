"""The sheet Rammer: planned, limit and what is left, per frame and year."""

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.problem import Frame, Problem
from takt.calculation.planner.usage import Usage
from takt.calculation.wording import kroner, mio_kroner
from takt.interfaces.exchange.workbook.look import BAD, INK, INK_2, headings, print_setup, put, underline

_HEADING_ROW = 4
_COLUMNS = (("Ramme", 26), ("År", 8), ("Planlagt (kr.)", 18), ("Ramme (kr.)", 18), ("Tilbage (kr.)", 18))
_WITH_SHARE = (*_COLUMNS, ("Brugt", 9))


def write_money(book: Workbook, problem: Problem, usage: Usage) -> None:
    sheet: Worksheet = book.create_sheet("Rammer")
    put(sheet, 1, 1, _finding(problem, usage), bold=True, size=16)
    put(
        sheet,
        2,
        1,
        "Kroner pr. kalenderår. Gevinster er trukket fra. Et år uden ramme har ingen grænse.",
        ink=INK_2,
    )
    headings(
        sheet,
        _HEADING_ROW,
        [name for name, _ in _WITH_SHARE],
        [width for _, width in _WITH_SHARE],
        right=range(2, 7),
    )
    row = _HEADING_ROW + 1
    for frame in problem.frames:
        for year in _years(problem):
            _line(sheet, row, frame, year, usage.money[frame.id, year])
            row += 1
    sheet.freeze_panes = sheet.cell(row=_HEADING_ROW + 1, column=1)
    print_setup(sheet, heading_rows=f"{_HEADING_ROW}:{_HEADING_ROW}")


def _years(problem: Problem) -> range:
    return range(problem.first_month.year, problem.year(problem.months - 1) + 1)


def _line(sheet: Worksheet, row: int, frame: Frame, year: int, planned: int) -> None:
    limit = frame.dkk.get(year)
    put(sheet, row, 1, frame.name)
    put(sheet, row, 2, year, number_format="0")
    put(sheet, row, 3, planned, number_format="#,##0")
    if limit is None:
        put(sheet, row, 4, "ingen grænse", ink=INK_2, across="right")
    else:
        left = limit - planned
        put(sheet, row, 4, limit, number_format="#,##0")
        put(sheet, row, 5, left, number_format="#,##0", ink=BAD if left < 0 else INK, bold=left < 0)
        if limit:
            put(sheet, row, 6, planned / limit, number_format="0%")
    underline(sheet, row, len(_WITH_SHARE))


def _finding(problem: Problem, usage: Usage) -> str:
    lefts = [
        (frame.dkk[year] - usage.money[frame.id, year], frame.name, year)
        for frame in problem.frames
        for year in _years(problem)
        if year in frame.dkk
    ]
    if not lefts:
        return "Ingen ramme begrænser planen."
    left, name, year = min(lefts)
    if left < 0:
        return f"{name} {year} overskrides med {_amount(-left)}"
    return f"Alle rammer holder. Mindst er der tilbage på {name} {year}: {_amount(left)}"


def _amount(dkk: int) -> str:
    return mio_kroner(dkk) if dkk >= 1_000_000 else kroner(dkk)

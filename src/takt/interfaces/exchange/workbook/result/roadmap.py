"""The sheet Plan: what, when, and the phases as coloured months."""

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.wording import join_list, month_range, number
from takt.interfaces.exchange.workbook.layout import OBLIGATIONS, PLAN, Format
from takt.interfaces.exchange.workbook.look import (
    ACCENT,
    BAD,
    INK,
    INK_2,
    WHITE,
    date_of,
    headings,
    print_setup,
    put,
    tall_enough,
    underline,
)
from takt.interfaces.exchange.workbook.result.calendar import month_headings

COLUMNS = (
    *(("Nr.", 9), ("Titel", 44), ("Enhed", 24), ("Skal/bør/kan", 9)),
    *(("Start", 10), ("I drift", 10), ("Senest i drift", 10)),
)
HEADING_ROW = 6
_FIRST_MONTH = len(COLUMNS) + 1
_PHASES = (
    ("Forberedelse", "F", "DFE9EB", INK),
    ("Udrulning", "U", ACCENT, WHITE),
    ("Indkøring", "I", "8BB4BB", INK),
)
_DEADLINE = "◆"
_WORDS = {obligation: word for word, obligation in OBLIGATIONS.items()}


def write_roadmap(book: Workbook, problem: Problem, plan: Plan) -> None:
    sheet: Worksheet = book.create_sheet(PLAN)
    chosen = sorted(
        (one for one in problem.initiatives if one.id in plan.start),
        key=lambda one: (plan.start[one.id], plan.start[one.id] + one.lead_time),
    )
    _head(sheet, problem, plan)
    headings(sheet, HEADING_ROW, [name for name, _ in COLUMNS], [width for _, width in COLUMNS])
    month_headings(sheet, HEADING_ROW - 1, _FIRST_MONTH, problem)
    for row, one in enumerate(chosen, start=HEADING_ROW + 1):
        _line(sheet, row, problem, one, plan.start[one.id])
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{last}{HEADING_ROW + len(chosen)}"
    sheet.freeze_panes = sheet.cell(row=HEADING_ROW + 1, column=3)
    print_setup(sheet, heading_rows=f"{HEADING_ROW - 1}:{HEADING_ROW}", a3=True)


def units_of(problem: Problem, one: Initiative) -> str:
    """The units that must change, by name."""
    return join_list([problem.unit[change.unit].name for change in one.change])


def obligation_of(one: Initiative) -> str:
    return _WORDS[one.obligation]


def _head(sheet: Worksheet, problem: Problem, plan: Plan) -> None:
    span = month_range(problem.first_month, problem.first_month.plus(problem.months - 1))
    put(sheet, 1, 1, f"{problem.title}: plan for {span}", bold=True, size=18, ink=ACCENT)
    sheet.row_dimensions[1].height = 28
    put(sheet, 2, 1, finding(problem, plan), bold=True, size=13)
    put(sheet, 3, 1, _certificate(plan), ink=INK_2)
    column = _FIRST_MONTH
    for words, letter, fill, ink in _PHASES:
        put(sheet, 3, column, letter, size=8, fill=fill, ink=ink, across="center")
        put(sheet, 3, column + 1, words, size=9)
        column += 6
    put(sheet, 3, column, _DEADLINE, size=9, across="center")
    put(sheet, 3, column + 1, "Frist", size=9)


def finding(problem: Problem, plan: Plan) -> str:
    """The plan in one sentence."""
    asked, chosen = len(problem.initiatives), len(plan.placements)
    duties = [one for one in problem.initiatives if one.obligation is Obligation.MUST]
    late = (
        f" Skal-ønskerne er {number(plan.months_late)} måneder forsinket i alt." if plan.months_late else ""
    )
    if duties and not late:
        late = " Alle skal-ønsker når deres frist."
    return f"{number(chosen)} af {number(asked)} ønsker kan gennemføres.{late}"


def _certificate(plan: Plan) -> str:
    value, bound = number(plan.value_twelfths / 12), number(plan.value_bound_twelfths / 12)
    return (
        f"Planen holder alle lofter, rammer og frysperioder; det er kontrolleret. Værdi: {value} point af"
        f" højst {bound} ({number(100 * plan.gap, 1)} % kan mangle)."
    )


def _line(sheet: Worksheet, row: int, problem: Problem, one: Initiative, start: int) -> None:
    go_live = start + one.lead_time
    late = one.latest_go_live is not None and go_live > one.latest_go_live
    put(sheet, row, 1, one.id)
    put(sheet, row, 2, one.title, wrap=True)
    put(sheet, row, 3, units_of(problem, one), wrap=True)
    put(sheet, row, 4, obligation_of(one))
    tall_enough(sheet, row, [(one.title, 44), (units_of(problem, one), 24)])
    for column, month in ((5, start), (6, go_live), (7, one.latest_go_live)):
        if month is not None:
            ink, bold = (BAD, True) if late and column == 6 else (INK, False)
            day = date_of(problem.first_month.plus(month))
            put(sheet, row, column, day, number_format=Format.MONTH, ink=ink, bold=bold, across="left")
    underline(sheet, row, len(COLUMNS))
    lengths = (one.prepare, one.roll_out, one.settle)
    month = start
    for (_, letter, fill, ink), length in zip(_PHASES, lengths, strict=True):
        for offset in range(max(0, month), min(problem.months, month + length)):
            put(sheet, row, _FIRST_MONTH + offset, letter, size=8, fill=fill, ink=ink, across="center")
        month += length
    if one.latest_go_live is not None and 0 <= one.latest_go_live < problem.months:
        cell = sheet.cell(row=row, column=_FIRST_MONTH + one.latest_go_live)
        cell.value = f"{cell.value or ''}{_DEADLINE}"

"""The sheet Forudsætninger: how the plan was reckoned and everything that was filled in."""

from collections.abc import Sequence

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.wording import number
from takt.interfaces.exchange.workbook.content import Assumption
from takt.interfaces.exchange.workbook.look import INK_2, headings, print_setup, put, tall_enough, underline

_COLUMNS = (
    *(("Ark", 14), ("Række", 8), ("Ønske, enhed eller rolle", 44), ("Kolonne", 24)),
    *(("Vi regnede med", 28), ("Hvorfor", 64)),
)
_RULES = (
    "Et ønske går i drift måneden efter udrulningen. Anlæg og dage falder jævnt fra start til da.",
    "Drift minus gevinst tæller hver måned fra idriftsættelsen. En ramme gælder et kalenderår.",
    "Forandringstimer: 10 pct. i forberedelsen, 60 pct. i udrulningen, 30 pct. i indkøringen.",
    "En tom frist, grænse eller »Kræver først« betyder: ingen. En tom gevinst er 0.",
)


def write_premises(book: Workbook, problem: Problem, plan: Plan, assumptions: Sequence[Assumption]) -> None:
    sheet: Worksheet = book.create_sheet("Forudsætninger")
    put(sheet, 1, 1, _finding(len(assumptions)), bold=True, size=16)
    for row, rule in enumerate((*_RULES, _origin(problem, plan)), start=2):
        put(sheet, row, 1, rule, ink=INK_2)
    heading_row = len(_RULES) + 4
    headings(sheet, heading_row, [name for name, _ in _COLUMNS], [width for _, width in _COLUMNS])
    for row, one in enumerate(assumptions, start=heading_row + 1):
        values = (one.sheet, one.row, one.subject, one.column, one.value, one.why)
        for column, value in enumerate(values, start=1):
            put(sheet, row, column, value, wrap=column in {3, 6}, across="left")
        tall_enough(sheet, row, [(one.subject, 44), (one.why, 64)])
        underline(sheet, row, len(_COLUMNS))
    sheet.auto_filter.ref = f"A{heading_row}:F{heading_row + len(assumptions)}"
    sheet.freeze_panes = sheet.cell(row=heading_row + 1, column=1)
    print_setup(sheet, heading_rows=f"{heading_row}:{heading_row}")


def _finding(count: int) -> str:
    if count == 0:
        return "Intet er udfyldt for jer. Alle tal er jeres egne."
    return f"{number(count)} ting stod der ikke. Det her regnede vi med i stedet."


def _origin(problem: Problem, plan: Plan) -> str:
    engine = ", ".join(f"{name} {value}" for name, value in sorted(plan.engine.items()))
    return f"Beregnet med {engine or 'Takt'}. Problemets fingeraftryk: {problem.sha256[:16]}."

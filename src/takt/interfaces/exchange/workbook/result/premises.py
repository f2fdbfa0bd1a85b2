"""The sheet Forudsætninger: how the plan was reckoned and everything that was filled in."""

from collections.abc import Sequence
from itertools import groupby

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.wording import join_list, number
from takt.interfaces.exchange.workbook.content import Assumption
from takt.interfaces.exchange.workbook.look import INK_2, headings, print_setup, put, tall_enough, underline

_COLUMNS = (
    *(("Ark", 14), ("Kolonne", 24), ("Vi regnede med", 26)),
    *(("Hvorfor", 52), ("Antal", 8), ("Gælder", 62)),
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
    groups = grouped(assumptions)
    for row, group in enumerate(groups, start=heading_row + 1):
        one, concerns = group[0], _concerns(group)
        values = (one.sheet, one.column, one.value, one.why, len(group), concerns)
        for column, value in enumerate(values, start=1):
            put(sheet, row, column, value, wrap=True, across="left")
        tall_enough(sheet, row, [(one.value, 26), (one.why, 52), (concerns, 62)])
        underline(sheet, row, len(_COLUMNS))
    sheet.auto_filter.ref = f"A{heading_row}:F{heading_row + len(groups)}"
    sheet.freeze_panes = sheet.cell(row=heading_row + 1, column=1)
    print_setup(sheet, heading_rows=f"{heading_row}:{heading_row}")


def grouped(assumptions: Sequence[Assumption]) -> list[list[Assumption]]:
    """Those that say the same of different rows stand together, in the order they first appear."""
    groups: dict[tuple[str, str, str, str], list[Assumption]] = {}
    for one in assumptions:
        groups.setdefault((one.sheet, one.column, one.value, one.why), []).append(one)
    return list(groups.values())


def _concerns(group: Sequence[Assumption]) -> str:
    """``Hjemmepleje (række 4)``, or ``række 2–9 og 12`` when there are more."""
    rows = [one.row for one in group if one.row is not None]
    if len(group) == 1:
        return f"{group[0].subject} (række {rows[0]})".strip() if rows else group[0].subject
    if len(rows) < len(group):
        return join_list([one.subject for one in group])
    spans = [
        [row for _, row in run]
        for _, run in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0])
    ]
    return (
        f"række {join_list([str(span[0]) if len(span) == 1 else f'{span[0]}–{span[-1]}' for span in spans])}"
    )


def _finding(count: int) -> str:
    if count == 0:
        return "Intet er udfyldt for jer. Alle tal er jeres egne."
    return f"{number(count)} ting stod der ikke. Det her regnede vi med i stedet."


def _origin(problem: Problem, plan: Plan) -> str:
    engine = ", ".join(f"{name} {value}" for name, value in sorted(plan.engine.items()))
    return f"Beregnet med {engine or 'Takt'}. Problemets fingeraftryk: {problem.sha256[:16]}."

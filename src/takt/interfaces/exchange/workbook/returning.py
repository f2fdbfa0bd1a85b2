"""Read a plan back from its workbook, also when a person has moved the starts by hand."""

from dataclasses import replace

from takt.calculation.cells import key_of, same
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import goal_shortfall, months_late, value_twelfths
from takt.interfaces.exchange.workbook.grid import read_grid
from takt.interfaces.exchange.workbook.layout import PLAN, Column, Format
from takt.interfaces.exchange.workbook.refusals import Mistakes, NotReadable
from takt.interfaces.exchange.workbook.rows import Found, rows_of

_COLUMNS = (
    Column("nr", "Nr.", 9, ""),
    Column("title", "Titel", 40, ""),
    Column("start", "Start", 10, "", Format.MONTH),
)


def read_plan_workbook(data: bytes, problem: Problem) -> Plan:
    """The plan that the columns Nr. and Start of the sheet Plan give; its worth is reckoned anew.

    Raises NotReadable or Mistakes.
    """
    sheet = next((one for one in read_grid(data) if key_of(one.name) == key_of(PLAN)), None)
    if sheet is None:
        raise NotReadable("Projektmappen har ikke arket Plan. Brug den, som »takt plan« har skrevet.")
    found = Found()
    known = {same(one.id): one.id for one in problem.initiatives}
    starts: dict[str, int] = {}
    for row in rows_of(replace(sheet, name=PLAN), _COLUMNS, "start", found):
        id_, month = known.get(same(row.text("nr"))), row.month("start")
        if id_ is None:
            row.wrong("nr", "Nummeret findes ikke blandt ønskerne.")
        elif id_ in starts:
            row.wrong("nr", "Ønsket står to gange i planen. Slet den ene række.")
        elif row.cell("start") is None:
            row.wrong("start", "Skriv den måned, ønsket starter, eller slet hele rækken.")
        elif month is not None:
            starts[id_] = month.minus(problem.first_month)
    if found.mistakes:
        raise Mistakes(tuple(found.mistakes))
    return _plan(problem, starts)


def _plan(problem: Problem, starts: dict[str, int]) -> Plan:
    value = value_twelfths(problem, starts)
    return Plan(
        problem_sha256=problem.sha256,
        status=Status.FEASIBLE,
        placements=tuple(
            Placement(one.id, starts[one.id]) for one in problem.initiatives if one.id in starts
        ),
        months_late=months_late(problem, starts),
        goal_shortfall=goal_shortfall(problem, starts),
        value_twelfths=value,
        value_bound_twelfths=value,
    )

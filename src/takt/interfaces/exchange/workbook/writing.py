"""The result workbook: the plan as a civil servant reads and prints it."""

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import usage_of
from takt.interfaces.exchange.workbook.content import Assumption
from takt.interfaces.exchange.workbook.result.load import write_load
from takt.interfaces.exchange.workbook.result.money import write_money
from takt.interfaces.exchange.workbook.result.not_chosen import write_not_chosen
from takt.interfaces.exchange.workbook.result.premises import write_premises
from takt.interfaces.exchange.workbook.result.roadmap import write_roadmap
from takt.interfaces.exchange.workbook.result.staff import write_staff


def plan_workbook_bytes(
    problem: Problem, plan: Plan, *, reasons: Mapping[str, str], assumptions: Sequence[Assumption] = ()
) -> bytes:
    """An .xlsx with Plan, Belastning, Medarbejdere, Rammer, Ikke valgt and Forudsætninger.

    ``plan`` must be lawful. ``reasons`` holds a Danish text for each initiative that is not in it.
    """
    book = Workbook()
    book.remove(book.active)
    book.properties.title = problem.title
    book.properties.creator = "Takt"
    usage = usage_of(problem, plan.start)
    write_roadmap(book, problem, plan)
    write_load(book, problem, usage)
    write_staff(book, problem, usage)
    write_money(book, problem, usage)
    write_not_chosen(book, problem, plan, reasons)
    write_premises(book, problem, plan, assumptions)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()

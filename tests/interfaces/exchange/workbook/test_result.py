"""The result workbook says what the plan says, cell by cell, and cannot be made to run anything."""

import io
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from takt.calculation.planner.archive import with_sha256
from takt.calculation.planner.check import check
from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import (
    Change,
    Frame,
    Freeze,
    Initiative,
    Month,
    Obligation,
    Problem,
    Role,
    Spending,
    Unit,
)
from takt.calculation.planner.usage import months_late, value_twelfths
from takt.interfaces.exchange.workbook.content import Assumption
from takt.interfaces.exchange.workbook.reasons import reasons_not_chosen
from takt.interfaces.exchange.workbook.refusals import Mistakes
from takt.interfaces.exchange.workbook.result.premises import grouped
from takt.interfaces.exchange.workbook.returning import read_plan_workbook
from takt.interfaces.exchange.workbook.writing import plan_workbook_bytes
from tests.interfaces.exchange.workbook.filling import saved

MONTHS = 12


def initiative(id_: str, **changes: object) -> Initiative:
    plain = Initiative(
        id=id_,
        title=f"Ønske {id_}",
        obligation=Obligation.COULD,
        prepare=1,
        roll_out=2,
        settle=1,
        earliest_start=0,
        latest_go_live=None,
        fixed_start=None,
        announced_start=None,
        points_per_year=12,
        points_at_go_live=0,
        money=(Spending("Anlæg", (30_000, 30_000, 30_000), 0),),
        staff={"Projektleder": (5, 5, 5)},
        change=(Change("Skoler", (10, 95, 60, 0)),),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


PROBLEM = with_sha256(
    Problem(
        title="Fjordby",
        first_month=Month(2027, 1),
        months=MONTHS,
        units=(
            Unit("Kommunen", "Kommunen", None, 400, (1200,) * MONTHS, None),
            Unit("Skoler", "Skoler", "Kommunen", 50, (100,) * MONTHS, None),
        ),
        roles=(Role("Projektleder", "Projektleder", (5,) * MONTHS),),
        frames=(Frame("Anlæg", "Anlæg", {2027: 200_000}),),
        freezes=(Freeze(6, 6, None),),
        initiatives=(
            initiative("A", obligation=Obligation.MUST, latest_go_live=4),
            initiative("B", title='=HYPERLINK("http://ond.example")', points_per_year=6),
            initiative("C", title="@SUM(1+1)"),
        ),
    )
)


def plan(**starts: int) -> Plan:
    value = value_twelfths(PROBLEM, starts)
    return Plan(
        problem_sha256=PROBLEM.sha256,
        status=Status.FEASIBLE,
        placements=tuple(Placement(id_, start) for id_, start in starts.items()),
        months_late=months_late(PROBLEM, starts),
        goal_shortfall=0,
        value_twelfths=value,
        value_bound_twelfths=value + 12,
        engine={"takt": "0.1.0"},
    )


PLAN = plan(A=0, C=5)
ASSUMPTIONS = [
    Assumption("Ønsker", row, f"Ønske {row}", "Udrulning", "4 mdr.", "Mellem.") for row in (2, 3, 4, 9)
]


@pytest.fixture(scope="module")
def data() -> bytes:
    assert check(PROBLEM, PLAN).lawful
    reasons = reasons_not_chosen(PROBLEM, PLAN)
    return plan_workbook_bytes(PROBLEM, PLAN, reasons=reasons, assumptions=ASSUMPTIONS)


@pytest.fixture(scope="module")
def book(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def test_the_sheets_are_those_a_board_asks_for(book: Workbook) -> None:
    assert book.sheetnames == ["Plan", "Belastning", "Medarbejdere", "Rammer", "Ikke valgt", "Forudsætninger"]
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_title_rows is not None


def test_the_plan_shows_when_and_in_which_phases(book: Workbook) -> None:
    sheet = book["Plan"]
    assert sheet["A1"].value == "Fjordby: plan for januar–december 2027"
    assert sheet["A2"].value == "2 af 3 ønsker kan gennemføres. Alle skal-ønsker når deres frist."
    assert [cell.value for cell in sheet[7][:7]] == [
        *("A", "Ønske A", "Skoler", "skal"),
        *(datetime(2027, 1, 1), datetime(2027, 4, 1), datetime(2027, 5, 1)),  # noqa: DTZ001
    ]
    assert [cell.value for cell in sheet[7][7:19]] == ["F", "U", "U", "I", "◆", *[None] * 7]
    assert [cell.value for cell in sheet[8][7:19]] == [*[None] * 5, "F", "U", "U", "I", *[None] * 3]
    assert sheet.cell(row=7, column=9).fill.start_color.rgb == "000E5A66"


def test_load_is_hours_per_employee_coloured_against_the_ceiling(book: Workbook) -> None:
    sheet = book["Belastning"]
    schools = [cell.value for cell in sheet[7]]
    assert schools[:3] == ["Skoler", 50, 2]
    assert schools[3:7] == [0.2, 1.9, 1.2, 0]
    near, empty = sheet["E7"], sheet["G7"]
    assert near.fill.start_color.rgb == "008BB4BB"  # 95 of 100 hours
    assert near.font.bold
    assert sheet["F7"].fill.start_color.rgb == "00BFD5D9"  # 60 of 100
    assert empty.fill.start_color.rgb == "00F3F6F6"
    assert (
        sheet["A1"].value
        == "Ingen enhed kommer over loftet. Tættest på er Skoler i februar 2027: 95 % af loftet."
    )


def test_over_the_ceiling_is_red_and_said(book: Workbook) -> None:
    fixed = with_sha256(
        replace(PROBLEM, initiatives=(initiative("A", fixed_start=0, change=(Change("Skoler", (150,)),)),))
    )
    broken = replace(PLAN, problem_sha256=fixed.sha256, placements=(Placement("A", 0),))
    sheet = load_workbook(io.BytesIO(plan_workbook_bytes(fixed, broken, reasons={})))["Belastning"]
    assert sheet["A1"].value == "Skoler kommer over loftet i januar 2027: 150 % af loftet."
    assert sheet["D7"].fill.start_color.rgb == "008E2A1E"
    assert sheet["D7"].font.color.rgb == "00FFFFFF"


def test_staff_and_money_add_up(book: Workbook) -> None:
    staff = book["Medarbejdere"]
    assert [cell.value for cell in staff[6][:7]] == ["Projektleder", "Brugt", 5, 5, 5, 0, 0]
    assert [cell.value for cell in staff[8][1:6]] == ["Ledig", 0, 0, 0, 5]
    money = book["Rammer"]
    assert [cell.value for cell in money[5]] == ["Anlæg", 2027, 180_000, 200_000, 20_000, 0.9]


def test_what_is_left_out_has_its_reason_and_a_way_in(book: Workbook) -> None:
    row = [cell.value for cell in book["Ikke valgt"][5]]
    assert (row[0], row[4]) == ("B", 6)
    assert "Penge: Anlæg: Der mangler 70.000 kr. i 2027." in str(row[5])
    assert "→ " in str(row[5])


def test_nothing_that_looks_like_a_formula_becomes_one(book: Workbook) -> None:
    assert book["Plan"]["B8"].value == "@SUM(1+1)"
    left_out = book["Ikke valgt"]["B5"]
    assert left_out.value == '=HYPERLINK("http://ond.example")'
    assert left_out.data_type == "s"
    assert left_out.quotePrefix
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


def test_every_assumption_is_listed_with_its_rows(book: Workbook) -> None:
    row = [cell.value for cell in book["Forudsætninger"][9]]
    assert row == ["Ønsker", "Udrulning", "4 mdr.", "Mellem.", 4, "række 2–4 og 9"]
    assert book["Forudsætninger"]["A1"].value == "4 ting stod der ikke. Det her regnede vi med i stedet."
    assert len(grouped(ASSUMPTIONS)) == 1


def test_a_plan_reads_back_from_its_workbook(data: bytes) -> None:
    back = read_plan_workbook(data, PROBLEM)
    assert back.placements == PLAN.placements
    assert back.value_twelfths == PLAN.value_twelfths
    assert check(PROBLEM, back).lawful


def test_a_start_moved_by_hand_is_held_against_the_limits(book: Workbook, data: bytes) -> None:
    moved = load_workbook(io.BytesIO(data))
    moved["Plan"]["E8"] = "feb 2027"
    verdict = check(PROBLEM, read_plan_workbook(saved(moved), PROBLEM))
    assert {(breach.kind.value, str(breach.month)) for breach in verdict.breaches} >= {("staff", "2027-02")}


def test_a_plan_that_names_no_wish_is_refused_by_cell(data: bytes) -> None:
    changed = load_workbook(io.BytesIO(data))
    changed["Plan"]["A8"] = "Z"
    changed["Plan"]["E7"] = "snart"
    with pytest.raises(Mistakes) as refusal:
        read_plan_workbook(saved(changed), PROBLEM)
    assert [mistake.place for mistake in refusal.value.mistakes] == ["Plan!E7", "Plan!A8"]

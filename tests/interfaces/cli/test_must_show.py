"""A municipality with nothing but a spreadsheet: 152 real wishes in, a lawful plan and a workbook out."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from takt.calculation.wording import number
from takt.interfaces.cli.main import main
from tests.interfaces.cli.filling_wishes import real_wishes, workbook_of_real_wishes
from tests.interfaces.exchange.workbook.filling import asked


@pytest.fixture(scope="module")
def wishes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook filled by a script, and the plan beside it."""
    path = tmp_path_factory.mktemp("municipality") / "w.xlsx"
    path.write_bytes(workbook_of_real_wishes())
    assert main(["plan", str(path), "--effort", "quick", "--quiet"]) == 0
    return path


@pytest.fixture(scope="module")
def book(wishes: Path) -> Workbook:
    return load_workbook(wishes.with_name("w-plan.xlsx"))


def ids(book: Workbook, sheet: str, first_row: int) -> list[str]:
    return [str(row[0]) for row in book[sheet].iter_rows(min_row=first_row, values_only=True) if row[0]]


def test_every_wish_is_answered_exactly_once(book: Workbook) -> None:
    planned, left_out = ids(book, "Plan", 7), ids(book, "Ikke valgt", 5)
    assert sorted(planned + left_out) == sorted(wish["nr"] for wish in real_wishes())
    assert len(planned) >= 20


def test_the_plan_is_lawful_when_it_is_checked_again(
    wishes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(wishes), str(wishes.with_name("w-plan.xlsx"))]) == 0
    assert "lovlig" in capsys.readouterr().out


def test_each_planned_wish_has_its_months_in_order(book: Workbook) -> None:
    for row in book["Plan"].iter_rows(min_row=7, values_only=True):
        start, go_live = row[4], row[5]
        assert isinstance(start, datetime)
        assert isinstance(go_live, datetime)
        assert start < go_live
        phases = "".join(str(cell) for cell in row[7:] if cell).replace("◆", "")
        assert phases == "".join(sorted(phases, key="FUI".index))
        assert "U" in phases


def test_no_wish_goes_live_in_the_frozen_july(book: Workbook) -> None:
    live = [row[5] for row in book["Plan"].iter_rows(min_row=7, values_only=True)]
    assert all(isinstance(month, datetime) and month.month != 7 for month in live)


def test_every_wish_left_out_is_told_why(book: Workbook) -> None:
    reasons = [row[5] for row in book["Ikke valgt"].iter_rows(min_row=5, values_only=True)]
    assert reasons
    assert all(isinstance(reason, str) and len(reason) > 40 for reason in reasons)


def test_no_unit_is_over_its_ceiling_and_no_frame_overdrawn(book: Workbook) -> None:
    for row in book["Belastning"].iter_rows(min_row=6):
        assert all(cell.fill.start_color.rgb != "008E2A1E" for cell in row)
    assert all(row[4] >= 0 for row in book["Rammer"].iter_rows(min_row=5, values_only=True))


def test_what_was_assumed_is_counted_and_listed(book: Workbook, wishes: Path) -> None:
    assumptions = asked(wishes.read_bytes()).assumptions
    sheet = book["Forudsætninger"]
    assert str(sheet["A1"].value).startswith(f"{number(len(assumptions))} ting stod der ikke.")
    listed = sum(row[4] for row in sheet.iter_rows(min_row=9, values_only=True) if isinstance(row[4], int))
    assert listed == len(assumptions) > 152

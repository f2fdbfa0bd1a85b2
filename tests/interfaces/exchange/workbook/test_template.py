"""The template explains itself, helps while one types, and can be planned as it stands."""

import io

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from takt.calculation.planner.problem import Month, Obligation
from takt.interfaces.exchange.workbook.template import template_bytes
from tests.interfaces.exchange.workbook.filling import FIRST_MONTH, asked

LISTS = ("Ønsker", "Enheder", "Roller", "Rammer", "Frysperioder", "Størrelser", "Indstillinger")


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(template_bytes(first_month=FIRST_MONTH)))


def test_the_sheets_stand_in_the_order_one_works(book: Workbook) -> None:
    assert book.sheetnames == ["Vejledning", *LISTS]


@pytest.mark.parametrize("name", LISTS)
def test_every_column_is_explained_wide_enough_and_kept_in_view(book: Workbook, name: str) -> None:
    sheet = book[name]
    for cell in sheet[1]:
        assert cell.comment is not None, cell.value
        assert cell.font.bold
    assert sheet.freeze_panes is not None
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_cells_with_a_choice_have_a_list(book: Workbook) -> None:
    heading = {cell.column_letter: cell.value for cell in book["Ønsker"][1]}
    lists = {
        heading[str(choice.sqref).split("2:")[0]]: (choice.formula1, bool(choice.showErrorMessage))
        for choice in book["Ønsker"].data_validations.dataValidation
    }
    assert lists == {
        "Enhed": ("=Enheder!$A$2:$A$300", False),
        "Skal/bør/kan": ('"skal,bør,kan"', True),
        "Størrelse": ('"lille,mellem,stor,meget stor"', True),
        "Anlægsramme": ("=Rammer!$A$2:$A$60", True),
        "Driftsramme": ("=Rammer!$A$2:$A$60", True),
        "Intensitet 1–3": ('"1,2,3"', True),
    }


def test_every_example_row_is_marked_as_one(book: Workbook) -> None:
    for name in LISTS[:5]:
        headings = [cell.value for cell in book[name][1]]
        remarks = [
            row[headings.index("Bemærkning")] for row in book[name].iter_rows(min_row=2, values_only=True)
        ]
        assert remarks
        assert set(remarks) == {"Eksempel"}


def test_the_example_is_a_problem_as_it_stands_and_says_that_it_is_an_example() -> None:
    answer = asked(template_bytes(first_month=Month(2028, 5)))
    problem = answer.problem
    assert problem.first_month == Month(2028, 5)
    assert len(problem.initiatives) == 12
    assert {one.obligation for one in problem.initiatives} == set(Obligation)
    assert problem.initiative["EKS-10"].fixed_start == -2
    assert problem.initiative["EKS-04"].requires[0].id == "EKS-03"
    assert [frame.id for frame in problem.frames] == ["Anlæg", "Drift"]
    assert {one.sheet for one in answer.assumptions if one.subject.endswith("eksempelrækker")} == set(
        LISTS[:5]
    )


def test_the_guide_states_the_defaults_it_promises(book: Workbook) -> None:
    text = "\n".join(str(row[0]) for row in book["Vejledning"].iter_rows(values_only=True))
    assert "10 × (kan 1, bør 2, skal 3)" in text
    assert "10 pct. falder i forberedelsen, 60 pct. i udrulningen og 30 pct. i indkøringen" in text
    assert "1.000 ansatte" in text


def test_an_empty_template_has_headings_and_no_rows() -> None:
    empty = load_workbook(io.BytesIO(template_bytes(first_month=FIRST_MONTH, with_example=False)))
    assert [empty[name].max_row for name in LISTS[:5]] == [1] * 5
    assert empty["Størrelser"].max_row == 5

"""Wishes come in: half-filled is fine, and everything wrong is said at once by sheet, row and column."""

import csv
import io
import re
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from takt.calculation.change_load.hours import change_hours
from takt.calculation.planner.problem import Month, Obligation, Problem
from takt.interfaces.exchange.workbook.content import DEFAULT_SIZES
from takt.interfaces.exchange.workbook.refusals import Mistakes
from tests.interfaces.exchange.workbook.filling import Rows, asked, filled, saved, set_setting

UNITS = [
    {"Navn": "Ældre", "Ansatte": 200, "Loft (timer pr. medarbejder pr. måned)": 3.5},
    {"Navn": "Hjemmepleje", "Hører under": "ældre", "Ansatte": 120, "Højst i drift pr. kvartal": 2},
]
ROLES = [{"Navn": "Projektleder", "Årsværk": 1.5}, {"Navn": "Arkitekt", "Dage pr. måned": 7}]
FRAMES = [{"Navn": "Anlæg", "2027": 900_000, "2028": "1,2 mio."}, {"Navn": "Drift", "2027": 100_000}]


def wrong(data: bytes) -> list[str]:
    with pytest.raises(Mistakes) as refusal:
        asked(data)
    return [str(mistake) for mistake in refusal.value.mistakes]


def only(problem: Problem) -> str:
    return problem.initiatives[0].id


def test_a_whole_row_becomes_exactly_that_initiative() -> None:
    wish = {
        "Nr.": "A-1",
        "Titel": "Skærmbesøg",
        "Enhed": "hjemmepleje",
        "Skal/bør/kan": "Skal",
        "Forberedelse (mdr.)": 2,
        "Udrulning (mdr.)": 3,
        "Indkøring (mdr.)": 1,
        "Tidligst start": "februar 2027",
        "Senest i drift": "2028-01",
        "Point pr. år": 77,
        "Anlæg (kr.)": "100.001",
        "Drift pr. år (kr.)": 60_000,
        "Gevinst pr. år (kr.)": 84_000,
        "Projektleder (dage)": 11,
        "Arkitekt (dage)": 0,
        "Berørte medarbejdere": 40,
        "Timer pr. medarbejder (uddannelse)": "2,5",
        "Intensitet 1–3": 3,
    }
    problem = asked(filled(Ønsker=[wish], Enheder=UNITS, Roller=ROLES, Rammer=FRAMES)).problem
    one = problem.initiatives[0]
    assert (one.id, one.title, one.obligation) == ("A-1", "Skærmbesøg", Obligation.MUST)
    assert (one.prepare, one.roll_out, one.settle, one.earliest_start, one.latest_go_live) == (2, 3, 1, 1, 12)
    assert one.points_per_year == 77
    assert [(part.frame, part.dkk, part.dkk_per_month_in_use) for part in one.money] == [
        ("Anlæg", (20_001, 20_000, 20_000, 20_000, 20_000), 0),
        ("Drift", (), -2_000),
    ]
    assert dict(one.staff) == {"Projektleder": (3, 2, 2, 2, 2)}
    expected = change_hours(
        people=40, training_hours=5, adaptation_hours=0, intensity=1, prepare=2, roll_out=3, settle=1
    )
    # 2.5 hours of training + 2 × 3 of getting used to it = 8.5 hours each
    assert sum(one.change[0].hours) == 340
    assert one.change[0].unit == "Hjemmepleje"
    assert len(one.change[0].hours) == len(expected)


def test_units_roles_and_frames_become_limits() -> None:
    problem = asked(filled(Ønsker=[{"Titel": "A"}], Enheder=UNITS, Roller=ROLES, Rammer=FRAMES)).problem
    assert problem.first_month == Month(2027, 1)
    assert problem.months == 48
    assert [(unit.id, unit.parent, unit.ceiling_hours[0]) for unit in problem.units] == [
        ("Ældre", None, 700),
        ("Hjemmepleje", "Ældre", 420),
    ]
    assert problem.unit["Hjemmepleje"].max_go_lives_per_quarter == 2
    assert [(role.id, role.days[0]) for role in problem.roles] == [("Projektleder", 24), ("Arkitekt", 7)]
    assert dict(problem.frames[0].dkk) == {2027: 900_000, 2028: 1_200_000}


def test_titles_alone_give_a_problem_and_every_default_is_listed() -> None:
    answer = asked(filled(Ønsker=[{"Titel": "Ny hjemmeside"}, {"Titel": "Chatbot"}]))
    size = DEFAULT_SIZES["mellem"]
    assert [one.id for one in answer.problem.initiatives] == ["1", "2"]
    assert answer.problem.initiatives[0].roll_out == size.roll_out
    listed = {one.column: one.value for one in answer.assumptions if one.row == 2 and one.sheet == "Ønsker"}
    assert listed == {
        "Størrelse": "mellem",
        "Enhed": "Hele kommunen",
        "Skal/bør/kan": "kan",
        "Forberedelse": "2 mdr.",
        "Udrulning": "4 mdr.",
        "Indkøring": "2 mdr.",
        "Point pr. år": "20",
        "Anlæg": "500.000 kr.",
        "Drift pr. år": "100.000 kr.",
        "Projektleder (dage)": "30 dage",
        "Berørte medarbejdere": "250",
        "Timer pr. medarbejder": "3",
        "Intensitet": "2",
    }
    assert {(one.sheet, one.subject) for one in answer.assumptions if one.row is None} >= {
        ("Enheder", "Hele kommunen"),
        ("Roller", "Projektleder"),
        ("Rammer", "Alle beløb"),
    }


def test_what_is_written_is_never_replaced() -> None:
    wish = {"Titel": "A", "Størrelse": "lille", "Udrulning (mdr.)": 7, "Anlæg (kr.)": 0}
    answer = asked(filled(Ønsker=[wish], Rammer=FRAMES))
    assert answer.problem.initiatives[0].roll_out == 7
    assert "Udrulning" not in {one.column for one in answer.assumptions}
    assert "Anlæg" not in {one.column for one in answer.assumptions}


def test_the_sizes_of_the_workbook_are_the_ones_used() -> None:
    book = load_workbook(io.BytesIO(filled(Ønsker=[{"Titel": "A", "Størrelse": "lille"}])))
    book["Størrelser"]["C2"] = 9
    assert asked(saved(book)).problem.initiatives[0].roll_out == 9


def test_the_first_month_is_next_month_where_nothing_is_written() -> None:
    answer = asked(set_setting(filled(Ønsker=[{"Titel": "A"}]), "Første måned", None))
    assert answer.problem.first_month == Month(2026, 12)
    assert any(one.column == "Første måned" and one.value == "december 2026" for one in answer.assumptions)


def test_all_mistakes_come_at_once_with_sheet_row_column_value_and_remedy() -> None:
    data = filled(
        Ønsker=[
            {"Titel": "A", "Skal/bør/kan": "måske", "Udrulning (mdr.)": "fire", "Enhed": "Hjemmplejen"},
            {"Nr.": "7", "Beskrivelse": "uden titel", "Senest i drift": "engang"},
            {"Titel": "C", "Intensitet 1–3": 4, "Anlæg (kr.)": -1},
        ],
        Enheder=UNITS,
        Roller=[{"Navn": "Projektleder", "Årsværk": "en halv"}],
    )
    assert wrong(data) == [
        "Arket Roller, række 2, kolonne B (Årsværk): »en halv«. Skriv et tal, fx 12 eller 1.250.000.",
        "Arket Ønsker, række 2, kolonne E (Skal/bør/kan): »måske«. Skriv skal, bør eller kan.",
        "Arket Ønsker, række 2, kolonne H (Udrulning (mdr.)): »fire«. Skriv et tal, fx 12 eller 1.250.000.",
        "Arket Ønsker, række 3, kolonne B (Titel): Skriv en titel, eller slet hele rækken.",
        (
            "Arket Ønsker, række 3, kolonne K (Senest i drift): »engang«."
            " Skriv måneden som 2027-04, 1-4-2027 eller april 2027."
        ),
        "Arket Ønsker, række 4, kolonne N (Anlæg (kr.)): »-1«. Skriv et tal fra 0 til 100.000.000.000.",
        "Arket Ønsker, række 4, kolonne X (Intensitet 1–3): »4«. Skriv et tal fra 1 til 3.",
    ]


def test_names_that_stand_nowhere_are_refused_with_the_nearest() -> None:
    wishes = [
        {"Nr.": "1", "Titel": "A", "Enhed": "Hjemplejen", "Anlægsramme": "Anlag", "Kræver først": "9"},
        {"Nr.": "2", "Titel": "B", "Kræver først": "2"},
        {"Nr.": "1", "Titel": "C"},
    ]
    said = wrong(filled(Ønsker=wishes, Enheder=UNITS, Rammer=FRAMES))
    assert said == [
        (
            "Arket Ønsker, række 4, kolonne A (Nr.): »1«."
            " Nummeret står også i række 2. Giv ønskerne hver sit nummer."
        ),
        (
            "Arket Ønsker, række 2, kolonne D (Enhed): »Hjemplejen«."
            " Det står ikke på arket Enheder. Mente du »Hjemmepleje«?"
        ),
        (
            "Arket Ønsker, række 2, kolonne Q (Anlægsramme): »Anlag«."
            " Det står ikke på arket Rammer. Mente du »Anlæg«?"
        ),
        "Arket Ønsker, række 2, kolonne Y (Kræver først): »9«. Det står ikke på arket Ønsker.",
        (
            "Arket Ønsker, række 3, kolonne Y (Kræver først): »2«."
            " Ønskerne kræver hinanden i ring: 2 → 2. Fjern et af kravene."
        ),
    ]


def test_units_in_a_ring_and_headcounts_that_do_not_add_up_are_refused() -> None:
    units: Rows = [
        {"Navn": "A", "Hører under": "B"},
        {"Navn": "B", "Hører under": "A"},
        {"Navn": "C", "Ansatte": 10},
        {"Navn": "D", "Hører under": "C", "Ansatte": 30},
    ]
    said = wrong(filled(Ønsker=[{"Titel": "A"}], Enheder=units))
    assert len(said) == 2
    assert "(Hører under)" in said[0]
    assert "Enhederne hører under hinanden i ring: " in said[0]
    assert "række 4, kolonne C (Ansatte): »10«. Enhederne under har 30 ansatte tilsammen." in said[1]


def test_more_people_than_the_unit_has_are_refused() -> None:
    wish = {"Titel": "A", "Enhed": "Hjemmepleje", "Berørte medarbejdere": 121}
    assert "Hjemmepleje har 120 ansatte. Skriv højst det." in wrong(filled(Ønsker=[wish], Enheder=UNITS))[0]


def test_an_empty_list_is_refused() -> None:
    assert wrong(filled()) == ["Arket Ønsker: Der er ingen ønsker. Skriv mindst én titel."]


def test_example_rows_stop_counting_when_there_are_rows_of_ones_own() -> None:
    answer = asked(filled(with_example=True, Ønsker=[{"Titel": "Vores eget"}]))
    assert [one.title for one in answer.problem.initiatives] == ["Vores eget"]
    notes = {(one.sheet, one.value) for one in answer.assumptions if "eksempelrækker" in one.subject}
    assert ("Ønsker", "sprunget over") in notes
    assert ("Enheder", "talt med") in notes


def test_a_formula_counts_as_the_value_excel_stored_and_is_refused_without_one() -> None:
    data = filled(Ønsker=[{"Titel": "A", "Udrulning (mdr.)": "=2+2"}])
    assert wrong(data) == [
        (
            "Arket Ønsker, række 2, kolonne H (Udrulning (mdr.)): »formel«. Formlen har ingen værdi."
            " Åbn filen i Excel, gem den, og prøv igen; eller skriv tallet selv."
        )
    ]
    with_value = _with_stored_value(data, "4")
    assert asked(with_value).problem.initiatives[0].roll_out == 4


def _with_stored_value(data: bytes, value: str) -> bytes:
    """As Excel writes it: the formula with its result beside it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(
                part.filename, re.sub(rb"(<f>2\+2</f>)<v ?/?>(</v>)?", rb"\1<v>%b</v>" % value.encode(), text)
            )
    return stream.getvalue()


def test_several_units_share_the_people_by_headcount() -> None:
    units = [{"Navn": "A", "Ansatte": 100}, {"Navn": "B", "Ansatte": 50}]
    wish = {
        "Titel": "X",
        "Enhed": "A; B",
        "Berørte medarbejdere": 30,
        "Intensitet 1–3": 1,
        "Timer pr. medarbejder (uddannelse)": 1,
    }
    change = asked(filled(Ønsker=[wish], Enheder=units)).problem.initiatives[0].change
    assert [(part.unit, sum(part.hours)) for part in change] == [("A", 60), ("B", 30)]


def test_freezes_become_months_counted_from_the_first() -> None:
    freezes = [{"Fra": "2027-07"}, {"Fra": "dec 2027", "Til": "jan 2028", "Enheder": "Hjemmepleje"}]
    problem = asked(filled(Ønsker=[{"Titel": "A"}], Enheder=UNITS, Frysperioder=freezes)).problem
    assert [(freeze.first, freeze.latest, freeze.units) for freeze in problem.freezes] == [
        (6, 6, None),
        (11, 12, frozenset({"Hjemmepleje"})),
    ]


def test_a_freeze_that_ends_before_it_begins_is_refused() -> None:
    said = wrong(filled(Ønsker=[{"Titel": "A"}], Frysperioder=[{"Fra": "2027-07", "Til": "2027-06"}]))
    assert said == [
        (
            "Arket Frysperioder, række 2, kolonne B (Til): »2027-06«."
            " Perioden slutter, før den begynder. Skriv 2027-07 eller senere."
        )
    ]


def test_a_role_column_without_its_role_is_refused() -> None:
    said = wrong(
        filled(Ønsker=[{"Titel": "A", "Jurist og DPO (dage)": 4}], Roller=[{"Navn": "Projektleder"}])
    )
    assert any("Rollen står ikke på arket Roller. Tilføj den der." in line for line in said)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_list_is_read_whatever_its_letters_and_delimiter(encoding: str, delimiter: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerows([["Titel", "Område", "Bør"], ["Æblegrød på ål", "Børn", "x"], ["B", "Ældre", ""]])
    answer = asked(stream.getvalue().encode(encoding))
    assert [one.title for one in answer.problem.initiatives] == ["Æblegrød på ål", "B"]
    assert {unit.name for unit in answer.problem.units} == {"Børn", "Ældre"}
    assert any(one.column == "Bør" and one.value == "ikke læst" for one in answer.assumptions)


def test_a_bare_list_of_titles_is_enough() -> None:
    answer = asked(b"Ny hjemmeside\nChatbot\n")
    assert [one.title for one in answer.problem.initiatives] == ["Ny hjemmeside", "Chatbot"]


def test_a_workbook_of_ones_own_making_is_read_by_its_headings() -> None:
    book = Workbook()
    book.active.title = "Ark1"
    book.active.append(["Ønskeliste 2027"])
    book.active.append(["Projekt", "Prioritet"])
    book.active.append(["Velfærdsteknologi", "bør"])
    one = asked(saved(book)).problem.initiatives[0]
    assert (one.title, one.obligation) == ("Velfærdsteknologi", Obligation.SHOULD)


def test_a_heading_nearly_right_is_asked_about() -> None:
    said = wrong(b"Titel;Udruling (mdr.)\nA;4\n")
    assert said == [
        "Arket Ønsker, række 1, kolonne B (Udruling (mdr.)): »Udruling (mdr.)«. Mente du »Udrulning (mdr.)«?"
    ]


def test_ten_thousand_wishes_in_a_chain_of_wrong_names_are_answered_soon() -> None:
    lines = ["Nr.;Titel;Kræver først;Udelukker"]
    lines += [f"{number};Ønske {number};{number + 1};X{number}" for number in range(9_990)]
    with pytest.raises(Mistakes) as refusal:
        asked("\n".join(lines).encode())
    assert len(refusal.value.mistakes) == 9_991


def test_a_chain_of_units_as_long_as_the_sheet_is_no_trouble() -> None:
    units = [
        {"Navn": f"E{depth}", "Hører under": f"E{depth - 1}" if depth else None} for depth in range(1_900)
    ]
    problem = asked(filled(Ønsker=[{"Titel": "A"}], Enheder=units)).problem
    assert problem.units[0].headcount == problem.units[-1].headcount == 100

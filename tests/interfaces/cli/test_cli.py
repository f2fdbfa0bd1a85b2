"""The commands as a person or a script meets them: what is written, what is said, and the exit code."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from takt.interfaces.cli.main import COMMANDS, main
from takt.interfaces.cli.prepare import refuse_without_packages
from takt.interfaces.cli.speaking import Refusal
from tests.interfaces.exchange.workbook.filling import filled

TINY = {
    "format": "takt.problem/1",
    "first_month": "2027-01",
    "months": 12,
    "roles": [{"id": "pl", "name": "Projektleder", "days": 10}],
    "initiatives": [
        {
            "id": "a",
            "title": "A",
            "prepare": 1,
            "roll_out": 1,
            "points_per_year": 24,
            "staff": {"pl": [6, 6]},
        },
        {
            "id": "b",
            "title": "B",
            "prepare": 1,
            "roll_out": 1,
            "points_per_year": 12,
            "staff": {"pl": [6, 6]},
        },
        {"id": "c", "title": "C", "prepare": 1, "roll_out": 1, "points_per_year": 6, "staff": {"pl": [11]}},
    ],
}
Files = tuple[Path, Path]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(TINY), encoding="utf-8")
    return path


@pytest.fixture
def planned(tiny: Path) -> Files:
    assert main(["plan", str(tiny), "--effort", "quick", "--quiet"]) == 0
    return tiny, tiny.with_name("tiny-plan.json")


def starts(plan: Path) -> dict[str, int]:
    return {one["id"]: one["start"] for one in json.loads(plan.read_bytes())["placements"]}


def test_a_plan_is_written_beside_its_problem_and_is_best(planned: Files) -> None:
    assert starts(planned[1]) == {"a": 0, "b": 2}


def test_what_was_done_is_said_on_stderr(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", str(tiny), "--effort", "quick"]) == 0
    assert main(["plan", str(tiny), "--effort", "quick"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Planen er lovlig (lawful): 2 af 3 ønsker er med." in said.err
    assert f"Skrevet: {tiny.with_name('tiny-plan.json')}" in said.err
    assert "Skrevet oven i den gamle:" in said.err
    assert "\r" not in said.err  # no progress line where nobody looks


def test_the_answer_as_json(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tiny.with_name("p.json")
    assert main(["plan", str(tiny), "--effort", "quick", "--json", "--out", str(out)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["lawful"] is True
    assert (answer["chosen"], answer["not_chosen"]) == (["a", "b"], ["c"])
    assert answer["written"] == str(out)
    assert answer["value"] == json.loads(out.read_bytes())["value"]


def test_a_json_problem_may_have_its_plan_as_a_workbook(tiny: Path) -> None:
    out = tiny.with_name("p.xlsx")
    assert main(["plan", str(tiny), "--effort", "quick", "--quiet", "--out", str(out)]) == 0
    assert load_workbook(out)["Plan"]["A7"].value == "a"
    assert main(["check", str(tiny), str(out)]) == 0


def test_check_says_lawful(planned: Files, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *map(str, planned)]) == 0
    assert "lovlig (lawful)" in capsys.readouterr().out


def test_check_names_each_broken_limit_and_exits_1(
    planned: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    problem, plan = planned
    changed = json.loads(plan.read_bytes())
    changed["placements"][1]["start"] = 1
    plan.write_text(json.dumps(changed), encoding="utf-8")
    assert main(["check", str(problem), str(plan)]) == 1
    assert "Projektleder" in capsys.readouterr().out
    assert main(["check", str(problem), str(plan), "--json"]) == 1
    verdict = json.loads(capsys.readouterr().out)
    staff = next(breach for breach in verdict["breaches"] if breach["kind"] == "staff")
    assert (staff["id"], staff["month"], staff["over"]) == ("pl", "2027-02", 2)
    assert main(["explain", str(problem), str(plan), "--id", "a"]) == 1


def test_explain_answers_in_both_languages(planned: Files, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *map(str, planned), "--id", "c"]) == 0
    danish = capsys.readouterr().out
    assert danish.startswith("C (c)\n")
    assert "Projektleder" in danish
    assert main(["explain", *map(str, planned), "--id", "c", "--language", "en"]) == 0
    english = capsys.readouterr().out
    assert "Staff" in english
    assert danish != english
    assert main(["explain", *map(str, planned), "--id", "a", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "placed"


def test_the_language_may_come_from_the_environment(
    planned: Files, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAKT_LANGUAGE", "en_GB")
    assert main(["check", *map(str, planned)]) == 0
    assert capsys.readouterr().out == "The plan is lawful.\n"


def test_a_wish_that_is_not_there_is_refused_with_the_nearest(
    planned: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *map(str, planned), "--id", "Q"]) == 2
    assert "»Q« findes ikke blandt ønskerne. Skriv fx a, b, c." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "nowhere.json", "nowhere.json"], "Filen findes ikke."),
        (["check", ".", "x.json"], "Det er en mappe"),
        (["plan", "x.json", "--out", "x.pdf"], "ender på .json eller .xlsx"),
        (["plan", "x.json", "--out", "x.json"], "oven i ønskerne"),
        (["plan", "x.json", "--seconds", "-1"], "seconds"),
        (["template", "x.csv"], "ender på .xlsx"),
        (["template", "x.xlsx", "--first-month", "engang"], "2027-01"),
        (["nonsense"], "invalid choice"),
        ([], "required"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_message(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err


def test_refusals_as_json_name_the_path(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.write_text(json.dumps({**TINY, "first_month": "2027-13"}), encoding="utf-8")
    assert main(["plan", str(tiny), "--json", "--language", "en"]) == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert error["path"] == "first_month"
    assert "2027-13" in error["message"]


def test_every_mistake_in_a_workbook_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.xlsx"
    path.write_bytes(filled(Ønsker=[{"Titel": "A", "Skal/bør/kan": "ja"}, {"Nr.": "2"}]))
    assert main(["plan", str(path)]) == 2
    said = capsys.readouterr().err
    assert "Ret 2 steder" in said
    assert "Arket Ønsker, række 2, kolonne E (Skal/bør/kan): »ja«. Skriv skal, bør eller kan." in said
    assert main(["plan", str(path), "--json"]) == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert [one["path"] for one in error["all"]] == ["Ønsker!E2", "Ønsker!B3"]
    assert not (tmp_path / "w-plan.xlsx").exists()


def test_a_wrong_file_is_refused_in_words_that_help(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    assert main(["plan", str(path)]) == 2
    assert "gem den som Excel-projektmappe (.xlsx)" in capsys.readouterr().err


def test_what_no_plan_can_satisfy_exits_1(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    impossible = {**TINY, "choose_one": [["a"], ["b"]]}
    impossible["initiatives"] = [{**TINY["initiatives"][0], "excludes": ["b"]}, *TINY["initiatives"][1:]]  # type: ignore[index]
    tiny.write_text(json.dumps(impossible), encoding="utf-8")
    assert main(["plan", str(tiny), "--effort", "quick"]) == 1
    assert "modsiger hinanden" in capsys.readouterr().err
    assert not tiny.with_name("tiny-plan.json").exists()


def test_the_template_is_written_once_and_never_over_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wishes.xlsx"
    assert main(["template", str(path), "--first-month", "2028-01"]) == 0
    first = path.read_bytes()
    assert load_workbook(io.BytesIO(first)).sheetnames[0] == "Vejledning"
    assert main(["template", str(path)]) == 2
    assert "--force" in capsys.readouterr().err
    assert path.read_bytes() == first
    assert main(["template", str(path), "--force", "--empty"]) == 0
    assert path.read_bytes() != first


def test_the_example_of_the_template_can_be_planned_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "wishes.xlsx"
    assert main(["template", str(path), "--first-month", "2028-01"]) == 0
    assert main(["plan", str(path), "--effort", "quick", "--quiet"]) == 0
    assert load_workbook(tmp_path / "wishes-plan.xlsx")["Plan"]["A1"].value.endswith("december 2031")


def test_a_list_of_titles_in_a_csv_file_becomes_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "ønsker.csv"
    path.write_text("Titel\nNy hjemmeside\nDigital byggesag\nChatbot\n", encoding="cp1252")
    assert main(["plan", str(path), "--effort", "quick", "--quiet"]) == 0
    sheet = load_workbook(tmp_path / "ønsker-plan.xlsx")["Plan"]
    assert {row[1] for row in sheet.iter_rows(min_row=7, values_only=True)} == {
        *("Ny hjemmeside", "Digital byggesag", "Chatbot")
    }


def test_a_price_is_found_by_planning_again(planned: Files, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *map(str, planned), "--id", "a", "--price", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["price"]


def test_a_reader_that_goes_away_and_a_terminal_without_danish_letters_do_no_harm(planned: Files) -> None:
    command = f"{sys.executable} -m takt.interfaces.cli.main explain {planned[0]} {planned[1]} --id c"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} | head -c 1"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (done.stdout, done.stderr) == (b"C", b"")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main([command, "--help"])
    assert done.value.code == 0
    assert f"takt {command}" in capsys.readouterr().out


def test_check_needs_neither_django_nor_the_solver(planned: Files) -> None:
    script = (
        "import sys; from takt.interfaces.cli.main import main; code = main(sys.argv[1:]);"
        "print(sorted(name for name in ('django', 'ortools', 'openpyxl', 'numpy') if name in sys.modules));"
        "sys.exit(code)"
    )
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(
        [sys.executable, "-c", script, "check", *map(str, planned)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("port", ["abc", "0", "70000", "9" * 5_000])
def test_a_port_that_is_none_is_refused_wherever_it_comes_from(
    port: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["up", "--port", port]) == 2
    monkeypatch.setenv("TAKT_PORT", port)
    assert main(["up"]) == 2
    assert capsys.readouterr().err.count("TAKT_PORT") == 2


def test_packages_that_are_missing_are_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "dkfds" / "dist").mkdir(parents=True)
    with pytest.raises(Refusal, match=r"npm ci") as refused:
        refuse_without_packages(tmp_path)
    assert refused.value.path == str(tmp_path / "htmx.org" / "dist")
    (tmp_path / "htmx.org" / "dist").mkdir(parents=True)
    refuse_without_packages(tmp_path)

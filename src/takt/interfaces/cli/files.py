"""Read the files a command is given: problems and plans, as JSON or as workbooks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_plan, read_problem
from takt.calculation.planner.refused import Refused
from takt.calculation.wording import Language
from takt.interfaces.cli.speaking import Refusal, in_language
from takt.interfaces.exchange.workbook.content import Assumption, Content
from takt.interfaces.exchange.workbook.hostile import MOST_BYTES as MOST_WORKBOOK_BYTES
from takt.interfaces.exchange.workbook.hostile import too_large
from takt.interfaces.exchange.workbook.refusals import Mistakes, NotReadable

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".txt", ".tsv"})
"""Read as workbooks; most of them only to be refused in words that help."""
MOST_JSON_BYTES = 50_000_000


@dataclass(frozen=True)
class Question:
    problem: Problem
    assumptions: tuple[Assumption, ...] = ()
    content: Content | None = None
    """Of a workbook."""


def question_in(path: Path, language: Language) -> Question:
    """The problem in a JSON file, an .xlsx or a CSV. Raises Refusal."""
    if path.suffix.lower() not in WORKBOOKS:
        try:
            return Question(read_problem(_bytes(path, MOST_JSON_BYTES, language)))
        except Refused as refused:
            raise Refusal(refused.path or str(path), refused.in_language(language)) from None
    from takt.interfaces.exchange.workbook.building import read_workbook

    try:
        asked = read_workbook(_bytes(path, MOST_WORKBOOK_BYTES, language), today=_today())
    except NotReadable as refused:
        raise Refusal(str(path), str(refused)) from None
    except Mistakes as refused:
        raise _all_of(refused, path, language) from None
    return Question(asked.problem, asked.assumptions, asked.content)


def plan_in(path: Path, problem: Problem, language: Language) -> Plan:
    """The plan in a JSON file, or the starts on the sheet Plan of a result workbook. Raises Refusal."""
    if path.suffix.lower() not in WORKBOOKS:
        try:
            return read_plan(_bytes(path, MOST_JSON_BYTES, language))
        except Refused as refused:
            raise Refusal(refused.path or str(path), refused.in_language(language)) from None
    from takt.interfaces.exchange.workbook.returning import read_plan_workbook

    try:
        return read_plan_workbook(_bytes(path, MOST_WORKBOOK_BYTES, language), problem)
    except NotReadable as refused:
        raise Refusal(str(path), str(refused)) from None
    except Mistakes as refused:
        raise _all_of(refused, path, language) from None


def _all_of(refused: Mistakes, path: Path, language: Language) -> Refusal:
    found = refused.mistakes
    lines = [str(mistake) for mistake in found]
    head = in_language(
        language,
        f"{path.name} kan ikke læses endnu. Ret {len(found)} steder, og prøv igen:",
        f"{path.name} cannot be read yet. Put {len(found)} places right:",
    )
    return Refusal(
        found[0].place,
        "\n  ".join((head, *lines)) if len(found) > 1 else f"{path.name}: {lines[0]}",
        [(mistake.place, str(mistake)) for mistake in found],
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a person's own calendar decides which month is next


def _bytes(path: Path, most: int, language: Language) -> bytes:
    try:
        if path.is_file() and (size := path.stat().st_size) > most:
            raise Refusal(
                str(path),
                in_language(
                    language,
                    too_large(size, most),
                    f"The file is {size / 1e6:.0f} MB; at most {most // 1_000_000} MB is read.",
                ),
            )
        return path.read_bytes()
    except FileNotFoundError:
        problem = in_language(language, "Filen findes ikke.", "There is no such file.")
    except IsADirectoryError:
        problem = in_language(language, "Det er en mappe, ikke en fil.", "That is a folder, not a file.")
    except OSError as error:
        problem = in_language(
            language, f"Filen kan ikke læses ({error.strerror}).", f"Cannot be read ({error.strerror})."
        )
    raise Refusal(str(path), problem)


def write(path: Path, content: bytes, language: Language) -> str:
    """Write the file whole or not at all, and say in words what was done. Raises Refusal."""
    existed = path.exists()
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise Refusal(
            str(path),
            in_language(language, f"Kan ikke skrives ({reason}).", f"Cannot be written ({reason})."),
        ) from None
    if existed:
        return in_language(language, f"Skrevet oven i den gamle: {path}", f"Written over the old one: {path}")
    return in_language(language, f"Skrevet: {path}", f"Written: {path}")

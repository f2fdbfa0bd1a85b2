"""The child process that opens an upload: bytes on standard input, JSON on standard output.

It limits itself before it reads a single byte: memory, processor time, no files written. Whatever a file
does to the parser, the worst that happens is that this process dies and the parent says so.
"""

import contextlib
import csv
import io
import json
import re
import sys
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree

from takt.interfaces.exchange.workbook.hostile import is_zip, why_not_open

MOST_MEMORY_BYTES = 1_000_000_000
MOST_SECONDS = 20
MOST_ROWS = 10_000
MOST_COLUMNS = 200
MOST_TEXT = 5_000
MOST_SHEETS = 50
MOST_CHARACTERS = 20_000_000

Cell = str | float | bool | None
"""Text, number, truth or nothing; a date travels as ``{"date": "2027-04-01"}``."""


def main() -> None:
    limit_myself()
    data = sys.stdin.buffer.read()
    try:
        refused = why_not_open(data)
        answer: dict[str, object] = {"refused": refused}
        if refused is None:
            answer = {"sheets": sheets_of(data), "formulas": formulas_without_value(data)}
    except TooMuch as refusal:
        answer = {"refused": str(refusal)}
    json.dump(answer, sys.stdout)


class TooMuch(Exception):  # noqa: N818 - it is an answer to the person
    """More than anyone plans with; the message says what to do."""


def limit_myself() -> None:
    """Where the system can (not on Windows): memory, processor seconds, no files, no core dump."""
    if sys.platform == "win32":
        return
    import resource

    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY_BYTES),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        # macOS refuses some of them; the parent's clock still holds.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def sheets_of(data: bytes) -> list[dict[str, object]]:
    """Each visible or hidden sheet as ``{"name", "rows"}``, trailing empty cells and rows cut away."""
    if not is_zip(data):
        return [{"name": "", "rows": _rows_of_csv(data)}]
    from python_calamine import load_workbook

    book = load_workbook(io.BytesIO(data))
    if len(book.sheet_names) > MOST_SHEETS:
        raise TooMuch(f"Projektmappen har {len(book.sheet_names)} ark. Vi læser højst {MOST_SHEETS}.")
    sheets: list[dict[str, object]] = []
    characters = 0
    for name in book.sheet_names:
        rows = _rows_of_sheet(book.get_sheet_by_name(name))
        characters += sum(len(cell) for row in rows for cell in row if isinstance(cell, str))
        if characters > MOST_CHARACTERS:
            raise TooMuch("Projektmappen rummer mere tekst, end vi læser. Del den i flere filer.")
        sheets.append({"name": name, "rows": rows})
    return sheets


def _rows_of_sheet(sheet: object) -> list[list[object]]:
    rows = sheet.to_python(skip_empty_area=False)  # type: ignore[attr-defined]
    return _trimmed([[_plain(value) for value in row] for row in rows], sheet.name)  # type: ignore[attr-defined]


def _rows_of_csv(data: bytes) -> list[list[object]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first_line = text.partition("\n")[0]
    delimiter = max(";\t,", key=first_line.count)
    csv.field_size_limit(200_000)
    try:
        rows = [list[object](row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error:
        raise TooMuch("CSV-filen kan ikke læses. Gem den igen fra Excel som CSV UTF-8.") from None
    return _trimmed([[_plain(value) for value in row] for row in rows], "CSV")


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return {"date": value.date().isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, bool | int | float):
        return value
    text = str(value).strip()[: MOST_TEXT + 1]
    return text or None


def _trimmed(rows: list[list[object]], sheet: str) -> list[list[object]]:
    cut = [_without_tail(row) for row in rows]
    while cut and not cut[-1]:
        cut.pop()
    if len(cut) > MOST_ROWS:
        raise TooMuch(
            f"Arket {sheet} har {len(cut)} rækker. Vi læser højst {MOST_ROWS}. Del det i flere filer."
        )
    if any(len(row) > MOST_COLUMNS for row in cut):
        raise TooMuch(f"Arket {sheet} har flere end {MOST_COLUMNS} kolonner. Slet dem, der ikke skal bruges.")
    return cut


def _without_tail(row: list[object]) -> list[object]:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]


_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"[^<>]{0,99}><f\b(?:[^<>]{0,199}/>|[^<>]{0,199}>[^<]{0,9999}</f>)(<v>[^<]|)'
)


def formulas_without_value(data: bytes) -> list[list[str]]:
    """``[sheet, cell]`` of formulas never reckoned: without a stored value we would read nothing."""
    if not is_zip(data):
        return []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            [name, match[1].decode()]
            for name, part in _sheet_parts(archive)
            if part in archive.namelist()
            for match in _FORMULA.finditer(archive.read(part))
            if not match[2]
        ][:1000]


def _sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """(sheet name, path of its XML). The files hold no entities: ``why_not_open`` has seen to that."""
    relations = {
        node.get("Id"): node.get("Target", "").lstrip("/")
        for node in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    }
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    found = []
    for node in book.iter():
        if node.tag.endswith("}sheet"):
            target = relations.get(next((v for k, v in node.attrib.items() if k.endswith("}id")), None), "")
            found.append((node.get("name", ""), target if target.startswith("xl/") else f"xl/{target}"))
    return found


if __name__ == "__main__":
    main()

"""A sheet as rows whose cells are asked for by column, collecting every mistake on the way."""

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from takt.calculation.cells import (
    Cell,
    Unclear,
    key_of,
    month_of,
    names_of,
    number_of,
    text_of,
)
from takt.calculation.planner.problem import Month
from takt.calculation.wording import number
from takt.interfaces.exchange.workbook.content import Assumption
from takt.interfaces.exchange.workbook.grid import Sheet
from takt.interfaces.exchange.workbook.layout import EXAMPLE_MARK, Column
from takt.interfaces.exchange.workbook.refusals import Mistake

T = TypeVar("T")
_HEADING_WITHIN = 10
MOST_TEXT = 4_000


@dataclass
class Found:
    """What reading has come across so far."""

    mistakes: list[Mistake] = field(default_factory=list)
    notes: list[Assumption] = field(default_factory=list)
    headings: list["Heading"] = field(default_factory=list)

    def lettered(self, mistake: Mistake) -> Mistake:
        """The same mistake with the letter of its column, where only the heading is known."""
        if mistake.letter or not mistake.column:
            return mistake
        wanted = key_of(mistake.column)
        for heading in self.headings:
            for index, column in heading.columns.items():
                if heading.sheet == mistake.sheet and key_of(column.header) == wanted:
                    return replace(mistake, letter=letter_of(index))
        return mistake


@dataclass(frozen=True)
class Heading:
    """Which column stands where."""

    sheet: str
    row: int
    """Index of the row with the headings; -1 when there is none."""
    columns: dict[int, Column]

    def place(self, key: str) -> tuple[int, str] | None:
        """(index, heading) of a column, or None when the sheet does not have it."""
        for index, column in self.columns.items():
            if column.key == key:
                return index, column.header
        return None


class Row:
    """One row. Asking for a cell that cannot be understood notes a mistake and gives None."""

    def __init__(self, heading: Heading, number: int, cells: Sequence[Cell], found: Found) -> None:
        self._heading = heading
        self.number = number
        self._cells = cells
        self._found = found

    def cell(self, key: str) -> Cell:
        place = self._heading.place(key)
        return self._cells[place[0]] if place and place[0] < len(self._cells) else None

    def wrong(self, key: str, remedy: str) -> None:
        """Note that this cell must be put right."""
        index, header = self._heading.place(key) or (None, key)
        letter = letter_of(index) if index is not None else ""
        value = text_of(self.cell(key))[:80]
        self._found.mistakes.append(Mistake(self._heading.sheet, self.number, letter, header, value, remedy))

    def text(self, key: str) -> str:
        text = text_of(self.cell(key))
        if len(text) > MOST_TEXT:
            self.wrong(key, f"Teksten er for lang. Skriv højst {number(MOST_TEXT)} tegn.")
        return text[:MOST_TEXT]

    def names(self, key: str) -> tuple[str, ...]:
        return names_of(self.cell(key))

    def month(self, key: str) -> Month | None:
        return self._read(key, month_of)

    def whole(self, key: str, least: int, most: int) -> int | None:
        """A whole number; a fraction of a krone or an hour is rounded (half away from zero)."""
        exact = self.decimal(key, least, most)
        return None if exact is None else int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))

    def decimal(self, key: str, least: int, most: int) -> Decimal | None:
        def read(cell: Cell) -> Decimal:
            value = number_of(cell)
            if not least <= value <= most:
                raise Unclear(f"Skriv et tal fra {number(least)} til {number(most)}.")
            return value

        return self._read(key, read)

    def choice(self, key: str, choices: Sequence[str]) -> str | None:
        def read(cell: Cell) -> str:
            text = text_of(cell).casefold()
            if text not in choices:
                raise Unclear(f"Skriv {', '.join(choices[:-1])} eller {choices[-1]}.")
            return text

        return self._read(key, read)

    def _read(self, key: str, read: Callable[[Cell], T]) -> T | None:
        cell = self.cell(key)
        if cell is None:
            return None
        try:
            return read(cell)
        except Unclear as unclear:
            self.wrong(key, str(unclear))
            return None


def rows_of(sheet: Sheet, columns: Sequence[Column], required: str, found: Found) -> Iterator[Row]:
    """The rows below the heading that are not empty; example rows only while there is nothing else."""
    heading = _heading(sheet, columns, required, found)
    if heading is None:
        return
    found.headings.append(heading)
    _note_unreckoned(sheet, heading, found)
    rows = [
        Row(heading, index + 1, cells, found)
        for index, cells in enumerate(sheet.rows)
        if index > heading.row and any(cell is not None for cell in cells)
    ]
    own = [row for row in rows if not is_example(row)]
    if examples := len(rows) - len(own):
        _note_examples(heading.sheet, examples, passed_over=bool(own), found=found)
    yield from own or rows


def is_example(row: Row) -> bool:
    return text_of(row.cell("remark")).casefold().startswith(EXAMPLE_MARK.casefold())


def letter_of(index: int) -> str:
    """A, B … Z, AA … as Excel names the column with this index from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _heading(sheet: Sheet, columns: Sequence[Column], required: str, found: Found) -> Heading | None:
    known = {key_of(name): column for column in columns for name in (*column.aliases, column.header)}
    for index, cells in enumerate(sheet.rows[:_HEADING_WITHIN]):
        names = {at: text_of(cell) for at, cell in enumerate(cells) if cell is not None}
        placed = {at: known[key_of(name)] for at, name in names.items() if key_of(name) in known}
        if any(column.key == required for column in placed.values()):
            used = {
                at for below in sheet.rows[index + 1 :] for at, cell in enumerate(below) if cell is not None
            }
            unknown = {at: name for at, name in names.items() if at not in placed and at in used}
            _note_unknown(sheet, index, unknown, placed, columns, found)
            _refuse_twice(sheet, index, placed, found)
            return Heading(sheet.name, index, placed)
    column = next(column for column in columns if column.key == required)
    if sheet.rows and required == "title" and all(len(cells) <= 1 for cells in sheet.rows):
        return Heading(sheet.name, -1, {0: column})  # nothing but a list of titles
    if sheet.rows:
        remedy = f"Kolonnen {column.header} mangler. Skriv overskrifterne i første række, som i skabelonen."
        found.mistakes.append(Mistake(sheet.name, 1, "", "", "", remedy))
    return None


def _refuse_twice(sheet: Sheet, index: int, placed: dict[int, Column], found: Found) -> None:
    seen: set[str] = set()
    for at, column in placed.items():
        if column.key in seen:
            remedy = f"Kolonnen {column.header} står to gange. Slet den ene."
            found.mistakes.append(
                Mistake(sheet.name, index + 1, letter_of(at), column.header, column.header, remedy)
            )
        seen.add(column.key)


def _note_unknown(
    sheet: Sheet,
    index: int,
    unknown: dict[int, str],
    placed: dict[int, Column],
    columns: Sequence[Column],
    found: Found,
) -> None:
    """A heading that is nearly right is a mistake; any other is passed over, and that is said."""
    free = {key_of(one.header): one.header for one in columns if one not in placed.values()}
    for at, name in unknown.items():
        near = difflib.get_close_matches(key_of(name), free, n=1, cutoff=0.8)
        if near or name.rstrip().endswith("(dage)"):
            meant = (
                f"Mente du »{free[near[0]]}«?"
                if near
                else "Rollen står ikke på arket Roller. Tilføj den der."
            )
            found.mistakes.append(Mistake(sheet.name, index + 1, letter_of(at), name, name, meant))
        else:
            why = "Kolonnen kendes ikke og er ikke læst."
            found.notes.append(Assumption(sheet.name, index + 1, "", name, "ikke læst", why))


def _note_examples(sheet: str, count: int, *, passed_over: bool, found: Found) -> None:
    value, why = (
        ("sprunget over", "Du har skrevet dine egne rækker på arket. Eksempelrækkerne tæller ikke med.")
        if passed_over
        else ("talt med", "Arket har kun eksempelrækker. Skriv dine egne, så tæller de i stedet.")
    )
    found.notes.append(Assumption(sheet, None, f"{count} eksempelrækker", "Bemærkning", value, why))


def _note_unreckoned(sheet: Sheet, heading: Heading, found: Found) -> None:
    remedy = "Formlen har ingen værdi. Åbn filen i Excel, gem den, og prøv igen; eller skriv tallet selv."
    for name in sorted(sheet.unreckoned):
        letter = name.rstrip("0123456789")
        column = next((one for at, one in heading.columns.items() if letter_of(at) == letter), None)
        if column is not None and column.key != "explanation":
            found.mistakes.append(
                Mistake(sheet.name, int(name[len(letter) :]), letter, column.header, "formel", remedy)
            )

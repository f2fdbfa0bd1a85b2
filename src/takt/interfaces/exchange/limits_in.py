"""The limits of a workbook that somebody has sent, as rows to be considered. Nothing is changed here."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.translation import gettext as _

from takt.calculation.cells import Cell, Unclear, key_of, number_of, text_of
from takt.governance.planning.limits.reading import Mistake, Written
from takt.governance.planning.limits.sections import SECTIONS, Section
from takt.governance.planning.models import LimitKind
from takt.interfaces.exchange.limits_out import ABOUT, VERSION_OF
from takt.interfaces.exchange.workbook.grid import Sheet, read_grid
from takt.interfaces.exchange.workbook.refusals import NotReadable

_HEADING_WITHIN = 10


@dataclass
class Book:
    """What was found."""

    rows: dict[str, list[Written]] = field(default_factory=dict)
    """By section; only of sheets that are there."""
    years: list[int] = field(default_factory=list)
    editions: dict[LimitKind, int] = field(default_factory=dict)
    """The versions that stood when the workbook was fetched."""
    mistakes: list[Mistake] = field(default_factory=list)


def read_limits(data: bytes) -> Book:
    """Raises NotReadable for a file that is no honest workbook, or has none of our sheets."""
    book, sheets = Book(), {key_of(sheet.name): sheet for sheet in read_grid(data)}
    for section in SECTIONS:
        if sheet := sheets.get(key_of(section.sheet)):
            _read(sheet, section, book)
    if not book.rows and not book.mistakes:
        raise NotReadable(_("Filen har ingen af arkene med grænser. Hent den her på siden, og ret i den."))
    if about := sheets.get(key_of(ABOUT)):
        book.editions = dict(_editions(about))
    return book


def _read(sheet: Sheet, section: Section, book: Book) -> None:
    found = _heading(sheet, section)
    if found is None:
        remedy = _(
            "Kolonnen %(column)s mangler. Skriv overskrifterne i første række, som da filen blev hentet."
        )
        words = {"column": section.columns[0].label}
        book.mistakes.append(Mistake(section, 1, None, "", remedy % words))
        return
    heading, places = found
    book.mistakes.extend(_unknown(sheet, section, heading, places))
    book.years.extend(int(key) for key in places.values() if key.isdecimal())
    book.rows[section.key] = [
        Written(number, {key: cells[at] for at, key in places.items() if at < len(cells)})
        for number, cells in enumerate(sheet.rows, start=1)
        if number > heading + 1 and any(cell is not None for cell in cells)
    ]
    for place in sorted(sheet.unreckoned):
        remedy = _("Formlen i %(cell)s har ingen værdi. Åbn filen i Excel, gem den, og prøv igen.")
        book.mistakes.append(Mistake(section, 0, None, "", remedy % {"cell": place}))


def _heading(sheet: Sheet, section: Section) -> tuple[int, dict[int, str]] | None:
    """Where the headings stand, and which column is where; both languages are understood."""
    known: dict[str, str] = {}
    for language in ("en", "da"):
        with translation.override(language):
            known |= {key_of(str(column.label)): column.key for column in section.columns}
    for index, cells in enumerate(sheet.rows[:_HEADING_WITHIN]):
        places = {at: key for at, cell in enumerate(cells) if (key := _key(cell, known, section))}
        if section.columns[0].key in places.values():
            return index, places
    return None


def _key(cell: Cell, known: dict[str, str], section: Section) -> str:
    text = text_of(cell)
    if section.yearly and len(text) == 4 and text.isdecimal():
        return text
    return known.get(key_of(text), "") if text else ""


def _unknown(sheet: Sheet, section: Section, heading: int, places: dict[int, str]) -> Iterator[Mistake]:
    """A column that nobody would read, and one that stands twice."""
    twice = {key for key in places.values() if list(places.values()).count(key) > 1}
    for at, cell in enumerate(sheet.rows[heading]):
        text = text_of(cell)
        if places.get(at) in twice:
            yield _about(section, heading, text, _("Kolonnen står to gange. Slet den ene."))
        elif text and at not in places and _is_used(sheet, heading, at):
            yield _about(section, heading, text, _("Kolonnen kendes ikke. Slet den, eller ret overskriften."))


def _is_used(sheet: Sheet, heading: int, at: int) -> bool:
    return any(at < len(cells) and cells[at] is not None for cells in sheet.rows[heading + 1 :])


def _about(section: Section, heading: int, value: str, remedy: str) -> Mistake:
    return Mistake(section, heading + 1, None, value[:80], remedy)


def _editions(sheet: Sheet) -> Iterator[tuple[LimitKind, int]]:
    with translation.override("da"):
        labels = {f"{VERSION_OF}{limit.label}": limit for limit in LimitKind}
    for cells in sheet.rows:
        limit = labels.get(text_of(cells[0])) if len(cells) > 1 else None
        if limit is not None:
            yield limit, _whole(cells[1])


def _whole(cell: Cell) -> int:
    """-1 for what is no number: it fits no version, so that the person is asked to look again."""
    try:
        return int(number_of(cell))
    except Unclear:
        return -1

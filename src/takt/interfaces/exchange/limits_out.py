"""The four limits as a workbook: a sheet for each of their tables, to be changed and sent back."""

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.utils import translation
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from takt.governance.planning.limits.cells import written
from takt.governance.planning.limits.months import read_month
from takt.governance.planning.limits.sections import (
    SECTIONS,
    Column,
    Content,
    Kind,
    Section,
    Value,
    years_of,
)
from takt.governance.planning.models import LimitKind
from takt.interfaces.exchange.workbook.layout import Format
from takt.interfaces.exchange.workbook.look import comment, date_of, headings, print_setup, put

ABOUT = "Om filen"
VERSION_OF = "Version af "
_FORMATS = {Kind.WHOLE: Format.WHOLE, Kind.DECIMAL: "0.0#", Kind.MONTH: Format.MONTH}


def limits_book(
    content: Content, editions: Mapping[LimitKind, int], *, first_year: int, origin: str
) -> bytes:
    """``editions``: the version of each limit, so that what has changed since is seen when the file comes back."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Takt"
    with translation.override("da"):  # so that whoever sends it back, the headings are those that are read
        for section in SECTIONS:
            _write(book.create_sheet(section.sheet), section, content, first_year)
        _about(book.create_sheet(ABOUT), editions, origin)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(sheet: Worksheet, section: Section, content: Content, first_year: int) -> None:
    rows = list(content.get(section.key, ()))
    columns = section.columns_for(years_of(rows, first_year) if section.yearly else ())
    numbers = [at for at, column in enumerate(columns, start=1) if column.kind in _FORMATS]
    headings(sheet, 1, [str(one.label) for one in columns], [one.width for one in columns], right=numbers)
    for at, column in enumerate(columns, start=1):
        comment(sheet.cell(row=1, column=at), str(column.note))
    for number, row in enumerate(rows, start=2):
        for at, column in enumerate(columns, start=1):
            _cell(sheet, number, at, column, row.get(column.key))
    sheet.freeze_panes = "B2"
    print_setup(sheet, heading_rows="1:1")


def _cell(sheet: Worksheet, row: int, at: int, column: Column, value: Value) -> None:
    if value is None or value is False or value == "" or value == []:
        return
    form = "0" if column.key in ("year", "price_year") else _FORMATS.get(column.kind, Format.TEXT)
    put(sheet, row, at, _plain(value, column), number_format=form, wrap=column.kind is Kind.NAMES)


def _plain(value: Value, column: Column) -> object:
    match column.kind:
        case Kind.WHOLE:
            return value
        case Kind.DECIMAL:
            return float(Decimal(str(value)))
        case Kind.MONTH:
            return date_of(read_month(value))
        case _:
            return written(value, column)


def _about(sheet: Worksheet, editions: Mapping[LimitKind, int], origin: str) -> None:
    headings(sheet, 1, ["Hvad", "Svar"], [34, 90])
    lines: Sequence[tuple[str, object]] = [
        ("Hentet", origin),
        *((f"{VERSION_OF}{limit.label}", editions[limit]) for limit in LimitKind),
        (
            "Sådan bruges den",
            "Ret i arkene, og send filen ind igen. Takt viser først, hvad der ændres. Slet de ark, du ikke rører.",
        ),
    ]
    for number, (what, answer) in enumerate(lines, start=2):
        put(sheet, number, 1, what)
        put(sheet, number, 2, answer, wrap=True, across="left")
    print_setup(sheet)

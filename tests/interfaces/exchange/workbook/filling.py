"""Fill the template as a person would: by sheet and heading."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl import Workbook, load_workbook

from takt.calculation.planner.problem import Month
from takt.interfaces.exchange.workbook.building import Asked, read_workbook
from takt.interfaces.exchange.workbook.template import template_bytes

TODAY = date(2026, 11, 23)
FIRST_MONTH = Month(2027, 1)
Rows = Sequence[Mapping[str, object]]


def filled(*, with_example: bool = False, **sheets: Rows) -> bytes:
    """The template with these rows below what stands there: ``filled(Ønsker=[{"Titel": "…"}])``."""
    book = load_workbook(io.BytesIO(template_bytes(first_month=FIRST_MONTH, with_example=with_example)))
    for name, rows in sheets.items():
        sheet = book[name]
        columns = {cell.value: cell.column for cell in sheet[1]}
        for number, row in enumerate(rows, start=sheet.max_row + 1):
            for heading, value in row.items():
                sheet.cell(row=number, column=columns[heading]).value = value
    return saved(book)


def set_setting(data: bytes, name: str, value: object) -> bytes:
    """Change one line of Indstillinger."""
    book = load_workbook(io.BytesIO(data))
    for row in book["Indstillinger"].iter_rows(min_row=2):
        if row[0].value == name:
            row[1].value = value
    return saved(book)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def asked(data: bytes) -> Asked:
    return read_workbook(data, today=TODAY)

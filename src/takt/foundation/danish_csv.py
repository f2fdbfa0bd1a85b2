"""Comma-separated values as a Danish Excel opens them at once: UTF-8 with its mark, and semicolons."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | None


def danish_csv(rows: Iterable[Sequence[Cell]]) -> str:
    """With the heading among the rows. Nothing leaves an empty cell."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return "\ufeff" + stream.getvalue()


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    return "" if cell is None else str(cell)


def harmless(cell: str) -> str:
    """A spreadsheet would compute what begins like a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell

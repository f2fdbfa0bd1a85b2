"""Open an upload without trusting it: cells come back as plain values from a limited child process."""

import json
import os
import subprocess
import sys
import typing
from dataclasses import dataclass
from datetime import date

from takt.calculation.cells import Cell
from takt.interfaces.exchange.workbook.grid_child import MOST_SECONDS
from takt.interfaces.exchange.workbook.hostile import MOST_BYTES, too_large
from takt.interfaces.exchange.workbook.refusals import NotReadable


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    """Empty for a CSV file."""
    rows: tuple[tuple[Cell, ...], ...]
    unreckoned: frozenset[str] = frozenset()
    """Cells (``F7``) with a formula that holds no value."""


def read_grid(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of an .xlsx, or the one of a CSV file. Formulas are read as their stored values.

    Raises NotReadable, with the remedy, for whatever is not an honest workbook of sensible size.
    """
    if len(data) > MOST_BYTES:
        raise NotReadable(too_large(len(data)))
    answer = _ask_child(data)
    if answer.get("refused"):
        raise NotReadable(answer["refused"])
    unreckoned: dict[str, set[str]] = {}
    for name, cell in answer["formulas"]:
        unreckoned.setdefault(name, set()).add(cell)
    return tuple(
        Sheet(
            name=sheet["name"],
            rows=tuple(tuple(_cell(value) for value in row) for row in sheet["rows"]),
            unreckoned=frozenset(unreckoned.get(sheet["name"], ())),
        )
        for sheet in answer["sheets"]
    )


def _ask_child(data: bytes) -> dict[str, typing.Any]:
    """Isolated (-I), without our environment, so that the file's reader knows no secrets."""
    command = [sys.executable, "-I", "-m", "takt.interfaces.exchange.workbook.grid_child"]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command,
            input=data,
            capture_output=True,
            timeout=MOST_SECONDS + 5,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired:
        raise NotReadable(_TOO_HEAVY) from None
    if done.returncode != 0:
        if b"ModuleNotFoundError" in done.stderr:  # our own house is not in order; the file may well be
            raise RuntimeError(done.stderr.decode(errors="replace"))
        raise NotReadable(_TOO_HEAVY if done.returncode < 0 or b"MemoryError" in done.stderr else _BROKEN)
    answer: dict[str, typing.Any] = json.loads(done.stdout)
    return answer


def _environment() -> dict[str, str]:
    """Only what Python itself may need to start."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}


_TOO_HEAVY = (
    "Filen er for tung at læse: den brugte for megen tid eller hukommelse."
    " Kopiér tallene over i en ny skabelon uden tomme rækker og kolonner."
)
_BROKEN = "Filen kan ikke læses som Excel. Åbn den i Excel, og gem den igen som Excel-projektmappe (.xlsx)."


def _cell(value: typing.Any) -> Cell:
    if isinstance(value, dict):
        return date.fromisoformat(value["date"])
    cell: Cell = value
    return cell

"""Cells as people fill them, turned into exact values: 1.250.000 kr., 2,4 mio., april 2027, ja."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from takt.calculation.planner.problem import Month

Cell = str | int | float | bool | date | None
"""As a spreadsheet holds it, or as a form sends it."""


class Unclear(ValueError):  # noqa: N818 - it is an answer to the person
    """The cell cannot be understood. The message is Danish and says what to write."""


_MONTH_NAMES = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = {"may": "maj", "oct": "okt"}
_MONTH_REMEDY = "Skriv måneden som 2027-04, 1-4-2027 eller april 2027."
_NUMBER = re.compile(r"(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")
_POINT_NUMBER = re.compile(r"-?\d+\.\d+")
_MOST_DIGITS = 18


def text_of(cell: Cell) -> str:
    """The cell as a person sees it; whole numbers without decimals, spaces put in order."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.10g}" if cell != int(cell) else str(int(cell)) if abs(cell) < 1e18 else str(cell)
    return " ".join(str(cell).split())


def number_of(cell: Cell) -> Decimal:
    """An exact number from a number cell or from text in Danish (1.250.000,5), with kr. or mio. after it."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _finite(repr(cell))
    text = re.sub(r"\s", "", text_of(cell)).lower().replace("−", "-").removesuffix(",-")
    text, factor = _without_unit(text)
    danish = _NUMBER.fullmatch(text)
    if danish and len(text) <= _MOST_DIGITS:
        sign, whole, decimals = danish.groups()
        return factor * Decimal(f"{sign}{whole.replace('.', '')}.{decimals or 0}")
    if _POINT_NUMBER.fullmatch(text) and len(text) <= _MOST_DIGITS:
        return factor * Decimal(text)
    raise Unclear("Skriv et tal, fx 12 eller 1.250.000.")


def _without_unit(text: str) -> tuple[str, int]:
    for unit, factor in (
        ("mio.kr.", 10**6),
        ("mio.", 10**6),
        ("mio", 10**6),
        ("kr.", 1),
        ("kr", 1),
        ("%", 1),
    ):
        if text.endswith(unit):
            return text.removesuffix(unit), factor
    return text, 1


def _finite(written: str) -> Decimal:
    try:
        value = Decimal(written)
    except InvalidOperation:  # pragma: no cover - repr of a number is always one
        raise Unclear("Skriv et tal.") from None
    if not value.is_finite():
        raise Unclear("Skriv et tal.")
    return value


def month_of(cell: Cell) -> Month:
    """The calendar month of a date cell or of text."""
    if isinstance(cell, date):
        return Month(cell.year, cell.month)
    text = text_of(cell).lower()
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?", text):
        return _month(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(?:\d{1,2}[-/.]\s?)?(\d{1,2})[-/.]\s?(\d{4})", text):
        return _month(int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(?:\d{1,2}\. )?([a-z]{3,9})\.? (\d{4})", text):
        short = _ENGLISH.get(match[1][:3], match[1][:3])
        if short in _MONTH_NAMES:
            return _month(int(match[2]), _MONTH_NAMES.index(short) + 1)
    raise Unclear(_MONTH_REMEDY)


def _month(year: int, number: int) -> Month:
    if not (1 <= number <= 12 and 1990 <= year <= 2200):
        raise Unclear(_MONTH_REMEDY)
    return Month(year, number)


def names_of(cell: Cell) -> tuple[str, ...]:
    """Several names in one cell, divided by semicolons or new lines; each once, in the order written."""
    if not isinstance(cell, str):
        return (text_of(cell),) if cell is not None else ()
    return tuple(dict.fromkeys(" ".join(part.split()) for part in re.split(r"[;\n]", cell) if part.strip()))


def key_of(name: str) -> str:
    """What makes two names the same: neither capitals, spaces nor what stands in brackets."""
    return " ".join(re.sub(r"\([^)]*\)", " ", name).replace("–", "-").casefold().rstrip(" :*.").split())


def same(name: str) -> str:
    """What makes two names of units, roles, frames or wishes the same: not capitals and not spaces."""
    return " ".join(name.casefold().split())

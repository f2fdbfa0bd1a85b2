"""Keep to characters that can stand on paper: no control characters, and if need be none that a font may lack."""

import unicodedata
from collections.abc import Callable
from typing import Any

STAND_IN = "\N{WHITE SQUARE}"
_BEYOND_LATIN = "‐‑–—‘’‚“”„†•…‰‹›€™−≈≠≤≥→←↑↓□ \n"


def printable(value: Any) -> Any:
    """The same lists and mappings, without characters that no document can hold."""
    return _each(value, _kept)


def plain_letters(value: Any) -> Any:
    """Only the letters and signs of European languages; a square for each that is something else."""
    return _each(value, _european)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return "".join(map(change, unicodedata.normalize("NFC", value)))
    if isinstance(value, dict):
        return {key: _each(one, change) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_each(one, change) for one in value]
    return value


def _kept(character: str) -> str:
    if character in "\n\N{SOFT HYPHEN}":
        return character
    if character == "\t":
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") else character


def _european(character: str) -> str:
    return character if ord(character) < 0x180 or character in _BEYOND_LATIN else STAND_IN

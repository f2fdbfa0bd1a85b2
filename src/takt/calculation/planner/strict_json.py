"""Bytes from anywhere to JSON values, refusing what is no JSON at all.

Python's own parser does the work. It would forgive much that we do not: a key twice, NaN, numbers that are
not whole. Those are kept as ``Object.twice`` and ``Literal``, so that whoever reads the value can refuse it
with its path.
"""

import json
import re
from dataclasses import dataclass

from takt.calculation.planner.refused import Refused

LARGEST_FILE = 50_000_000
"""Bytes."""
_MOST_CONTAINERS = 3_000_000
"""Objects and lists. A real problem of 50 MB has fewer; more would only eat memory."""
_LONG_NUMBER = re.compile(r"\d{19}")


@dataclass(frozen=True, slots=True)
class Literal:
    """A number as it is written, when it is not a whole number of fewer than 19 digits."""

    text: str


class Object(dict[str, object]):
    """A JSON object. ``twice`` is the first key that stands there twice, or None."""

    __slots__ = ("twice",)
    twice: str | None


def parse(raw: bytes) -> object:
    """The JSON value in ``raw``: UTF-8, with or without a byte order mark, at most 50 MB.

    Raises Refused for the file as a whole.
    """
    text = _decoded(raw)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=Literal,
            parse_constant=Literal,
            # A call for every number is slow, so only where there is a number that int() may choke on.
            parse_int=_whole if _LONG_NUMBER.search(text) else int,
        )
    except json.JSONDecodeError as error:
        raise _not_json(error, text) from None
    except RecursionError:
        raise Refused(
            "",
            "the file has lists inside lists too deep to be a problem or a plan; the format needs six levels",
            "filen har lister inde i lister i for mange lag; formatet bruger seks",
        ) from None


def _decoded(raw: bytes) -> str:
    if len(raw) > LARGEST_FILE:
        raise Refused("", "the file is larger than 50 MB; divide it", "filen er over 50 MB; del den op")
    if raw.count(b"{") + raw.count(b"[") > _MOST_CONTAINERS:
        raise Refused(
            "",
            f"the file has more than {_MOST_CONTAINERS:,} lists and objects; divide it",
            f"filen har over {_MOST_CONTAINERS:,} lister og objekter; del den op".replace(",", "."),
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            "",
            f"the file is not UTF-8 (byte {error.start + 1} cannot be read); save it as UTF-8",
            f"filen er ikke UTF-8 (byte {error.start + 1} kan ikke læses); gem den som UTF-8",
        ) from None


def _not_json(error: json.JSONDecodeError, text: str) -> Refused:
    line, column = error.lineno, error.colno
    if not text.strip():
        return Refused("", "the file is empty", "filen er tom")
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return Refused(
            "",
            f"the file stops in the middle (line {line}, column {column}); fetch the whole file",
            f"filen stopper midt i det hele (linje {line}, tegn {column}); hent hele filen",
        )
    return Refused(
        "",
        f"the file is not JSON from line {line}, column {column} ({error.msg}); correct it there",
        f"filen er ikke JSON fra linje {line}, tegn {column}; ret den dér",
    )


def _object(pairs: list[tuple[str, object]]) -> Object:
    made = Object(pairs)
    made.twice = None
    if len(made) != len(pairs):
        seen: set[str] = set()
        made.twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return made


def _whole(text: str) -> int | Literal:
    return int(text) if len(text) < 19 else Literal(text)

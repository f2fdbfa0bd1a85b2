"""Bytes from anywhere to JSON values, refusing what is no JSON at all.

Python's own parser does the work. It would forgive much that we do not: a key twice, NaN, numbers that are
not whole. Those are kept as ``Repeating`` and ``Literal``, so that whoever reads the value can refuse it with
its path.
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from takt.calculation.planner.refused import Refused
from takt.calculation.wording import number

LARGEST_FILE = 50_000_000
"""Bytes."""
_MOST_CONTAINERS = 2_000_000
"""Objects and lists. A real problem of 50 MB has fewer; more would only eat memory."""
_MOST_LITERALS = 10_000


@dataclass(frozen=True, slots=True)
class Literal:
    """A number as it is written: with a decimal point or an exponent, NaN, or 1000 digits and more."""

    text: str


class Repeating(dict[str, object]):
    """A JSON object in which the key ``twice`` stands more than once."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)


def parse(raw: bytes) -> object:
    """The JSON value in ``raw``: UTF-8, with or without a byte order mark, at most 50 MB.

    Raises Refused for the file as a whole.
    """
    text = _decoded(raw)
    try:
        return _value(text)
    except json.JSONDecodeError as error:
        raise _not_json(error, text) from None
    except RecursionError:
        raise Refused(
            "",
            "the file has lists inside lists too deep to be a problem or a plan; the format needs six levels",
            "filen har lister inde i lister i for mange lag; formatet bruger seks",
        ) from None


def _value(text: str) -> object:
    literal = _literals()
    loads = partial(json.loads, object_pairs_hook=_object, parse_float=literal, parse_constant=literal)
    try:
        return loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:  # int() refuses thousands of digits; a call of our own for each number is slower
        return loads(text, parse_int=_whole(literal))


def _decoded(raw: bytes) -> str:
    if len(raw) > LARGEST_FILE:
        raise Refused("", "the file is larger than 50 MB; divide it", "filen er over 50 MB; del den op")
    if raw.count(b"{") + raw.count(b"[") > _MOST_CONTAINERS:
        raise Refused(
            "",
            f"the file has more than {_MOST_CONTAINERS:,} lists and objects; divide it",
            f"filen har over {number(_MOST_CONTAINERS)} lister og objekter; del den op",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(error) from None


def _not_utf8(error: UnicodeDecodeError) -> Refused:
    if error.reason == "unexpected end of data":
        return Refused(
            "",
            f"the file stops in the middle of a character (byte {error.end}); fetch the whole file",
            f"filen stopper midt i et tegn (byte {error.end}); hent hele filen",
        )
    return Refused(
        "",
        f"the file is not UTF-8 (byte {error.start + 1} cannot be read); save it as UTF-8",
        f"filen er ikke UTF-8 (byte {error.start + 1} kan ikke læses); gem den som UTF-8",
    )


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


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Repeating(pairs)


def _literals() -> Callable[[str], Literal]:
    """Makes literals, until there are so many of them that the file cannot be meant."""
    left = iter(range(_MOST_LITERALS))

    def literal(text: str) -> Literal:
        if next(left, None) is None:
            raise Refused(
                "",
                f"the file has more than {_MOST_LITERALS:,} numbers that are not whole; write whole numbers",
                f"filen har over {number(_MOST_LITERALS)} tal, der ikke er hele; skriv hele tal",
            )
        return Literal(text)

    return literal


def _whole(literal: Callable[[str], Literal]) -> Callable[[str], int | Literal]:
    return lambda text: int(text) if len(text) < 1000 else literal(text)

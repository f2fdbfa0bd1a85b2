"""Numbers, amounts, months and lists as people write them, in Danish and English.

Plain text in, plain text out: no Django, no locale of the machine. The minus sign is the typographic one (−).
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Literal

from takt.calculation.planner.problem import Month

Number = int | float | Decimal | Fraction
Language = Literal["da", "en"]

_MONTHS: dict[Language, tuple[str, ...]] = {
    "da": (
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_COUNTS: dict[Language, tuple[str, ...]] = {
    "da": ("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"),
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}
_AND: dict[Language, str] = {"da": "og", "en": "and"}
_OR: dict[Language, str] = {"da": "eller", "en": "or"}


def month_name(month: Month, language: Language = "da") -> str:
    """``april 2027``, ``April 2027``."""
    return f"{_MONTHS[language][month.number - 1]} {month.year}"


def month_range(first: Month, latest: Month, language: Language = "da") -> str:
    """``april 2027``, ``april–maj 2027``, ``december 2027–januar 2028``; both months are included."""
    if first == latest:
        return month_name(first, language)
    if first.year == latest.year:
        return f"{_MONTHS[language][first.number - 1]}–{month_name(latest, language)}"
    return f"{month_name(first, language)}–{month_name(latest, language)}"


def month_list(months: Iterable[Month], language: Language = "da") -> str:
    """Any months, neighbours drawn together, each year said once: ``april og juni–august 2027``."""
    in_order = sorted(set(months))
    runs = groupby(enumerate(in_order), key=lambda pair: pair[1].plus(-pair[0]))
    spans = [[month for _, month in run] for _, run in runs]
    said = [month_range(span[0], span[-1], language) for span in spans]
    for index, (span, following) in enumerate(pairwise(spans)):
        if span[0].year == following[-1].year:
            said[index] = said[index].removesuffix(f" {span[0].year}")
    return join_list(said, language)


def number(value: Number, decimals: int = 0, language: Language = "da") -> str:
    """``1.620``, ``−1,4``; English ``1,620``, ``−1.4``. Halves are rounded away from zero."""
    exact = (
        Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(str(value))
    )
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,f}"
    if language == "da":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"−{text}" if rounded < 0 else text


def kroner(dkk: int, language: Language = "da") -> str:
    """``306.000 kr.``; English ``DKK 306,000``."""
    return f"{number(dkk, 0, language)} kr." if language == "da" else f"DKK {number(dkk, 0, language)}"


def mio_kroner(dkk: int, language: Language = "da", decimals: int = 1) -> str:
    """``2,4 mio. kr.``; English ``DKK 2.4 million``."""
    millions = number(Fraction(dkk, 1_000_000), decimals, language)
    return f"{millions} mio. kr." if language == "da" else f"DKK {millions} million"


def join_list(words: Sequence[str], language: Language = "da", *, either: bool = False) -> str:
    """``a, b og c`` (``eller``); English ``a, b and c`` (``or``); nothing gives an empty text."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {(_OR if either else _AND)[language]} {words[-1]}"


def short_month(month: Month, language: Language = "da") -> str:
    """``apr``, ``maj``; English ``Apr``."""
    return _MONTHS[language][month.number - 1][:3]


def day(date: date, language: Language = "da") -> str:
    """``3. december 2026``; English ``3 December 2026``."""
    name = _MONTHS[language][date.month - 1]
    return f"{date.day}. {name} {date.year}" if language == "da" else f"{date.day} {name} {date.year}"


def clock(time: datetime, language: Language = "da") -> str:
    """``kl. 13.19``; English ``13:19``."""
    return f"kl. {time:%H.%M}" if language == "da" else f"{time:%H:%M}"


def count(amount: int, language: Language = "da") -> str:
    """Small counts of things in words, as in running text: ``to``, ``tolv``, but ``13`` and ``1.620``.

    One and none are left to the sentence, which knows the gender of the thing.
    """
    small = _COUNTS[language]
    return small[amount - 2] if 2 <= amount <= len(small) + 1 else number(amount, 0, language)

"""One value of a file and where it stands: ask it for what should be there, or be refused with its path."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from typing import Final

from takt.calculation.planner.problem import Month
from takt.calculation.planner.refused import Refused
from takt.calculation.planner.strict_json import Literal, Object
from takt.calculation.wording import Language

LARGEST: Final = 10**12
"""No whole number of a problem is further from 0."""

REQUIRED: Final = object()
"""In a table of keys: has no default."""

_PLAIN_KEY = re.compile(r"[\w-]+")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value as ``strict_json.parse`` gives it, at ``path``."""

    value: object
    path: str = ""

    def wrong(self, message: str, message_da: str) -> Refused:
        """A refusal that begins with the value: ``-3 must be 0 or more``."""
        return Refused(
            self.path, f"{shown(self.value, 'en')} {message}", f"{shown(self.value, 'da')} {message_da}"
        )

    def members(self, keys: Mapping[str, object]) -> dict[str, "Node"]:
        """The members of an object that may have just these keys, each with its default or REQUIRED."""
        given = self.entries()
        for key, node in given.items():
            if key not in keys:
                raise _unknown_key(key, node.path, keys)
        for key, default in keys.items():
            if key not in given:
                if default is REQUIRED:
                    raise Refused(
                        _below(self.path, key), "is missing; it must be given", "mangler; den skal angives"
                    )
                given[key] = Node(default, _below(self.path, key))
        return given

    def entries(self) -> dict[str, "Node"]:
        """The members of an object that may have any keys."""
        if not isinstance(self.value, dict):
            raise self.wrong("must be an object: {…}", "skal være et objekt: {…}")
        twice = self.value.twice if isinstance(self.value, Object) else None
        if twice is not None:
            raise Refused(
                _below(self.path, twice), "is given twice; keep one", "står der to gange; behold den ene"
            )
        return {key: Node(value, _below(self.path, key)) for key, value in self.value.items()}

    def items(self, *, at_most: int | None = None) -> list["Node"]:
        """The items of a list."""
        values = self._list()
        if at_most is not None and len(values) > at_most:
            raise Refused(
                self.path,
                f"has {len(values)} items; at most {at_most} are accepted",
                f"har {len(values)} elementer; der må højst være {at_most}",
            )
        return [Node(value, f"{self.path}[{index}]") for index, value in enumerate(values)]

    def whole(self, *, at_least: int = -LARGEST, at_most: int = LARGEST) -> int:
        """A whole number within both limits."""
        if type(self.value) is not int:  # bool is an int to Python, not to us
            raise self.wrong("must be a whole number, such as 12", "skal være et helt tal, fx 12")
        if not at_least <= self.value <= at_most:
            raise self.wrong(*_between(at_least, at_most))
        return self.value

    def whole_or_none(self, *, at_least: int = -LARGEST) -> int | None:
        return None if self.value is None else self.whole(at_least=at_least)

    def wholes(self, *, at_least: int = -LARGEST, longest: int) -> tuple[int, ...]:
        """Whole numbers by month from the start, at most ``longest`` of them."""
        values = self._list()
        if len(values) > longest:
            raise Refused(
                self.path,
                f"has {len(values)} months; at most prepare + roll_out + settle = {longest} are possible",
                f"har {len(values)} måneder; der kan højst være prepare + roll_out + settle = {longest}",
            )
        return tuple(node.whole(at_least=at_least) for node in self.items())

    def by_month(self, months: int) -> tuple[int, ...]:
        """Not negative: one number for all months, or exactly one per month."""
        if not isinstance(self.value, list):
            return (self.whole(at_least=0),) * months
        return tuple(node.whole(at_least=0) for node in self._one_per_month(months))

    def by_month_or_none(self, months: int) -> tuple[int | None, ...]:
        """As ``by_month``, with null allowed for all months or for any."""
        if not isinstance(self.value, list):
            return (self.whole_or_none(at_least=0),) * months
        return tuple(node.whole_or_none(at_least=0) for node in self._one_per_month(months))

    def number(self) -> Fraction:
        """Any number within ± 10¹⁸, exactly as it is written."""
        text = str(self.value) if type(self.value) is int else ""
        if isinstance(self.value, Literal) and re.fullmatch(r"[-+.0-9eE]{1,40}", self.value.text):
            text = self.value.text
        if not text or abs(float(text)) > 10**18:
            raise self.wrong("must be a number, such as 1234.5", "skal være et tal, fx 1234.5")
        return Fraction(text)

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.wrong('must be text in quotes: "…"', 'skal være tekst i anførselstegn: "…"')
        if not _is_unicode(self.value):
            raise self.wrong(
                "has half a character (a lone surrogate)", "har et halvt tegn (et løst surrogat)"
            )
        return self.value

    def id(self) -> str:
        """Text that is not empty."""
        if not self.text():
            raise self.wrong("is empty; give it an id", "er tom; giv den et id")
        return self.text()

    def known(self, ids: Collection[str], kind: str, kind_da: str) -> str:
        """An id that is one of ``ids``."""
        if self.text() not in ids:
            raise self.wrong(f"is not the id of {kind}", f"er ikke id på {kind_da}")
        return self.text()

    def one_of(self, choices: Collection[str]) -> str:
        if self.value not in [*choices]:
            listed = ", ".join(choices)
            raise self.wrong(f"is not one of: {listed}", f"er ikke et af: {listed}")
        return self.text()

    def month(self) -> Month:
        """A calendar month written 2027-01, from year 1 to 9999."""
        match = _MONTH.fullmatch(self.value) if isinstance(self.value, str) else None
        if match is None or match[1] == "0000":
            raise self.wrong('must be a month such as "2027-01"', 'skal være en måned som "2027-01"')
        return Month(int(match[1]), int(match[2]))

    def _list(self) -> list[object]:
        if not isinstance(self.value, list):
            raise self.wrong("must be a list: […]", "skal være en liste: […]")
        return self.value

    def _one_per_month(self, months: int) -> list["Node"]:
        if len(self._list()) != months:
            raise Refused(
                self.path,
                f"has {len(self._list())} numbers; write one number, or one for each of the {months} months",
                f"har {len(self._list())} tal; skriv ét tal eller ét for hver af de {months} måneder",
            )
        return self.items()


def shown(value: object, language: Language) -> str:
    """A value as one can put it in a message: short, and harmless to print anywhere."""
    if isinstance(value, dict):
        return {"da": "et objekt", "en": "an object"}[language]
    if isinstance(value, list):
        return {"da": "en liste", "en": "a list"}[language]
    text = value.text if isinstance(value, Literal) else json.dumps(value, ensure_ascii=False)
    return printable(text)


def printable(text: str) -> str:
    """At most 60 characters, with whatever cannot be printed escaped."""
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in short)


def _below(path: str, key: str) -> str:
    if not _PLAIN_KEY.fullmatch(key) or len(key) > _LONGEST_SHOWN:
        return f'{path}["{printable(key)}"]'
    return f"{path}.{key}" if path else key


def _between(at_least: int, at_most: int) -> tuple[str, str]:
    if at_most == LARGEST and at_least == 0:
        return "must be 0 or more, at most 10¹²", "skal være 0 eller derover, højst 10¹²"
    if at_most == LARGEST:
        return "must be between −10¹² and 10¹²", "skal ligge mellem −10¹² og 10¹²"
    return f"must be between {at_least} and {at_most}", f"skal ligge mellem {at_least} og {at_most}"


def _unknown_key(key: str, path: str, keys: Collection[str]) -> Refused:
    near = get_close_matches(key[:_LONGEST_SHOWN], keys, n=1)
    hint = (f"; did you mean {near[0]}?", f"; mente du {near[0]}?") if near else ("", "")
    return Refused(
        path,
        f"is not a key here; the keys are {', '.join(keys)}{hint[0]}",
        f"er ikke en nøgle her; nøglerne er {', '.join(keys)}{hint[1]}",
    )


def _is_unicode(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text)

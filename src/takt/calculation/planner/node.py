"""One value of a file and where it stands: ask it for what should be there, or be refused with its path."""

import json
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from fractions import Fraction
from typing import Final, NamedTuple

from takt.calculation.planner.problem import Month
from takt.calculation.planner.refused import Refused
from takt.calculation.planner.strict_json import Literal, Repeating
from takt.calculation.wording import Language

LARGEST: Final = 10**12
"""No whole number of a problem is further from 0."""

REQUIRED: Final = object()
"""In ``Keys``: has no default."""

_PLAIN_KEY = re.compile(r"[\w-]{1,60}")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?")
"""Not with so long an exponent that reckoning with it exactly would take for ever."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and halves of characters: databases, workbooks and terminals cannot hold them."""
_LONGEST_SHOWN = 60


class Node(NamedTuple):
    """A JSON value as ``strict_json.parse`` gives it, and where it stands."""

    value: object
    key: str | int = ""
    above: "Node | None" = None

    @property
    def path(self) -> str:
        """``initiatives[3].money[0].dkk[2]``; empty for the file as a whole."""
        if self.above is None:
            return ""
        if isinstance(self.key, int):
            return f"{self.above.path}[{self.key}]"
        if not _PLAIN_KEY.fullmatch(self.key):
            return f'{self.above.path}["{printable(self.key)}"]'
        return f"{self.above.path}.{self.key}".removeprefix(".")

    def wrong(self, message: str, message_da: str) -> Refused:
        """A refusal that begins with the value: ``-3 must be 0 or more``."""
        return Refused(
            self.path, f"{shown(self.value, 'en')} {message}", f"{shown(self.value, 'da')} {message_da}"
        )

    def key_node(self) -> "Node":
        """Its key as a value, to hold what is wrong with the key against it."""
        return Node(str(self.key), self.key, self.above)

    def members(self, keys: "Keys") -> dict[str, "Node"]:
        """The members of an object that may have just these keys; the defaults of those not given."""
        has = dict(keys.defaults)
        for key, node in self.entries():
            if key not in keys.names:
                raise keys.unknown(node)
            has[key] = node
        for key in keys.required:
            if key not in has:
                raise Refused(
                    Node(None, key, self).path, "is missing; it must be given", "mangler; den skal angives"
                )
        return has

    def entries(self) -> Iterator[tuple[str, "Node"]]:
        """The members of an object that may have any keys."""
        if not isinstance(self.value, dict):
            raise self.wrong("must be an object: {…}", "skal være et objekt: {…}")
        if isinstance(self.value, Repeating):
            twice = Node(None, self.value.twice, self)
            raise Refused(twice.path, "is given twice; keep one", "står der to gange; behold den ene")
        for key, value in self.value.items():
            yield key, Node(value, key, self)

    def items(self, *, at_most: int | None = None) -> list["Node"]:
        """The items of a list."""
        values = self._list()
        if at_most is not None and len(values) > at_most:
            raise Refused(
                self.path,
                f"has {len(values)} items; at most {at_most} are accepted",
                f"har {len(values)} elementer; der må højst være {at_most}",
            )
        return [Node(value, index, self) for index, value in enumerate(values)]

    def whole(self, *, at_least: int = -LARGEST, at_most: int = LARGEST) -> int:
        """A whole number within both limits."""
        if type(self.value) is not int:  # bool is an int to Python, not to us
            raise self.wrong("must be a whole number, such as 12", "skal være et helt tal, fx 12")
        if not at_least <= self.value <= at_most:
            raise self.wrong(*_between(at_least, at_most))
        return self.value

    def whole_or_none(self, *, at_least: int = -LARGEST) -> int | None:
        return None if self.value is None else self.whole(at_least=at_least)

    def from_start(self, *, at_least: int = -LARGEST, longest: int) -> tuple[int, ...]:
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
        if isinstance(self.value, Literal):
            text = self.value.text
        if not _NUMBER.fullmatch(text) or abs(float(text)) > 10**18:
            raise self.wrong("must be a number, such as 1234.5", "skal være et tal, fx 1234.5")
        return Fraction(text)

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.wrong('must be text in quotes: "…"', 'skal være tekst i anførselstegn: "…"')
        odd = _NO_TEXT.search(self.value)
        if odd is not None:
            code = f"U+{ord(odd[0]):04X}"
            raise self.wrong(
                f"has a character that is no text ({code}); remove it",
                f"har et tegn, der ikke er tekst ({code}); fjern det",
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
        if not isinstance(self.value, str) or self.value not in choices:
            listed = ", ".join(choices)
            raise self.wrong(f"is not one of: {listed}", f"er ikke et af: {listed}")
        return self.value

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
        given = len(self._list())
        if given != months:
            raise Refused(
                self.path,
                f"has {given} numbers; write one number, or one for each of the {months} months",
                f"har {given} tal; skriv ét tal eller ét for hver af de {months} måneder",
            )
        return self.items()


class Keys:
    """The keys an object may have, each with its default or REQUIRED."""

    def __init__(self, **defaults: object) -> None:
        self.names = defaults.keys()
        self.required = [key for key, default in defaults.items() if default is REQUIRED]
        self.defaults = {key: Node(default) for key, default in defaults.items() if default is not REQUIRED}

    def unknown(self, node: Node) -> Refused:
        near = get_close_matches(str(node.key)[:_LONGEST_SHOWN], self.names, n=1)
        hint, hint_da = (f"; did you mean {near[0]}?", f"; mente du {near[0]}?") if near else ("", "")
        listed = ", ".join(self.names)
        return Refused(
            node.path,
            f"is not a key here; the keys are {listed}{hint}",
            f"er ikke en nøgle her; nøglerne er {listed}{hint_da}",
        )


def shown(value: object, language: Language) -> str:
    """A value as one can put it in a message: short, and harmless to print anywhere."""
    if isinstance(value, dict):
        return {"da": "et objekt", "en": "an object"}[language]
    if isinstance(value, list):
        return {"da": "en liste", "en": "a list"}[language]
    if isinstance(value, str):
        return f'"{printable(value)}"'
    return printable(value.text if isinstance(value, Literal) else json.dumps(value))


def printable(text: str) -> str:
    """At most 60 characters, with whatever cannot be printed escaped."""
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in short)


def _between(at_least: int, at_most: int) -> tuple[str, str]:
    if at_most == LARGEST and at_least == 0:
        return "must be 0 or more, at most 10¹²", "skal være 0 eller derover, højst 10¹²"
    if at_most == LARGEST:
        return "must be between −10¹² and 10¹²", "skal ligge mellem −10¹² og 10¹²"
    return f"must be between {at_least} and {at_most}", f"skal ligge mellem {at_least} og {at_most}"

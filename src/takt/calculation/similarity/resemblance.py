"""How alike two wishes are, and in which words.

The share of what is asked that the other has too, and half the share of its title that is asked for; a rare word
counts more than a common one, and a word that begins a compound in the title counts half. One word in common in
the text alone is chance and not likeness.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from takt.calculation.similarity.words import STOP_WORDS, opening, opens, stem, stems, telling_words, words

ALIKE = 0.2
"""From here a person would say that the two are about the same; found by looking at the demonstration's wishes."""
ENOUGH_IN_TEXT = 2
"""Words in common that make two texts alike when no word of the title is among them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    key: str
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    key: str
    score: float
    """0 nothing in common … 1 every word."""
    shared: tuple[str, ...]
    """The stems that both have, rarest first."""
    begun: tuple[str, ...] = ()
    """Beginnings of compounds in the title."""


def most_alike(text: str, candidates: Sequence[Candidate], *, most: int = 5) -> list[Likeness]:
    """The candidates that resemble a text, most alike first. Equal scores keep the order of the candidates."""
    asked = {stem(word): opening(word) for word in telling_words(text)}
    rarity = _rarity([_stems_of(candidate) for candidate in candidates], len(candidates))
    compared = (_compare(asked, candidate, rarity) for candidate in candidates)
    alike = [one for one in compared if one is not None and one.score >= ALIKE]
    return sorted(alike, key=lambda one: -one.score)[:most]


def _compare(asked: dict[str, str], candidate: Candidate, rarity: "_rarity") -> Likeness | None:
    """``asked``: each stem and how a compound with it begins. None: nothing in common but chance."""
    title = {stem(word): word for word in words(candidate.title) if word not in STOP_WORDS}
    shared = asked.keys() & _stems_of(candidate)
    begun = {
        one: begins
        for one, begins in asked.items()
        if one not in shared and _opens_any(begins, title.values())
    }
    opened = {one for one, word in title.items() if _opened(word, begun.values())}
    if not opened and not shared & title.keys() and len(shared) < min(ENOUGH_IN_TEXT, len(asked)):
        return None
    of_asked = _share(shared, asked, rarity) + _share(begun, asked, rarity) / 2
    of_title = _share(shared, title, rarity) + _share(opened, title, rarity) / 2
    by_rarity = tuple(sorted(shared, key=lambda one: (-rarity(one), one)))
    return Likeness(
        candidate.key, min(1.0, of_asked + of_title / 2), by_rarity, tuple(sorted(begun.values()))
    )


def _opens_any(begins: str, title: Iterable[str]) -> bool:
    return bool(begins) and any(opens(begins, word) for word in title)


def _share(shared: Iterable[str], of: Iterable[str], rarity: "_rarity") -> float:
    """How much of these words is shared, the rare ones counting most; 0 when there are none."""
    whole = sum(rarity(one) for one in of)
    return sum(rarity(one) for one in set(shared) & set(of)) / whole if whole else 0.0


def shared_spans(title: str, likeness: Likeness) -> list[tuple[str, bool]]:
    """A title cut into (piece, is it shared), for marking the words, or the beginnings of words, that match."""
    pieces: list[tuple[str, bool]] = []
    place = 0
    for match in re.finditer(r"\w+", title):
        word = match.group().casefold()
        marked = len(word) if stem(word) in likeness.shared else _opened(word, likeness.begun)
        if marked and len(word) == len(match.group()):  # a few letters grow when folded
            pieces += [(title[place : match.start()], False), (title[match.start() :][:marked], True)]
            place = match.start() + marked
    return [piece for piece in (*pieces, (title[place:], False)) if piece[0]]


def _opened(word: str, begun: Iterable[str]) -> int:
    """How many letters of the word are one of the beginnings."""
    return max((len(one) for one in begun if opens(one, word)), default=0)


def _stems_of(candidate: Candidate) -> set[str]:
    return {*stems(candidate.title), *stems(candidate.text)}


class _rarity:  # noqa: N801 - used as a function
    """Inverse document frequency among the candidates, smoothed (Spärck Jones 1972)."""

    def __init__(self, documents: Iterable[set[str]], count: int) -> None:
        self._in = Counter(one for document in documents for one in document)
        self._count = count

    def __call__(self, one: str) -> float:
        return log(1 + (1 + self._count) / (1 + self._in[one]))

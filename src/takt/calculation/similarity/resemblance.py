"""How alike two wishes are, and in which words.

The share of what is asked that the other has too, and half the share of its title that is asked for; a rare word
counts more than a common one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from takt.calculation.similarity.words import stem, stems, words

ALIKE = 0.2
"""From here a person would say that the two are about the same; found by looking at the demonstration's wishes."""


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


def most_alike(text: str, candidates: Sequence[Candidate], *, most: int = 5) -> list[Likeness]:
    """The candidates that resemble a text, most alike first. Equal scores keep the order of the candidates."""
    asked = set(stems(text))
    if not asked:
        return []
    found = {candidate.key: _stems_of(candidate) for candidate in candidates}
    rarity = _rarity(found.values(), len(candidates))
    alike = []
    for candidate in candidates:
        shared = asked & found[candidate.key]
        score = _share(shared, asked, rarity) + _share(shared, set(stems(candidate.title)), rarity) / 2
        if score >= ALIKE:
            by_rarity = tuple(sorted(shared, key=lambda one: (-rarity(one), one)))
            alike.append(Likeness(candidate.key, min(1.0, score), by_rarity))
    return sorted(alike, key=lambda one: -one.score)[:most]


def _share(shared: set[str], of: set[str], rarity: "_rarity") -> float:
    """How much of these words is shared, the rare ones counting most; 0 when there are none."""
    whole = sum(rarity(one) for one in of)
    return sum(rarity(one) for one in shared & of) / whole if whole else 0.0


def shared_spans(title: str, shared: Iterable[str]) -> list[tuple[str, bool]]:
    """A title cut into (piece, does it hold a shared word), for marking the words that match."""
    known = set(shared)
    pieces: list[tuple[str, bool]] = []
    place = 0
    folded = title.casefold()
    for word in words(title):
        begin = folded.find(word, place)
        if begin < 0 or len(folded) != len(title):
            break
        if stem(word) in known:
            pieces += [(title[place:begin], False), (title[begin : begin + len(word)], True)]
            place = begin + len(word)
    return [piece for piece in (*pieces, (title[place:], False)) if piece[0]]


def _stems_of(candidate: Candidate) -> set[str]:
    return {*stems(candidate.title), *stems(candidate.text)}


class _rarity:  # noqa: N801 - used as a function
    """Inverse document frequency among the candidates, smoothed (Spärck Jones 1972)."""

    def __init__(self, documents: Iterable[set[str]], count: int) -> None:
        self._in = Counter(one for document in documents for one in document)
        self._count = count

    def __call__(self, one: str) -> float:
        return log(1 + (1 + self._count) / (1 + self._in[one]))

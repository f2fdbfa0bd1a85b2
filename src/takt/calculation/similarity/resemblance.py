"""How alike two wishes are, and in which words: shared stems, weighed by how rare they are among the candidates."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from takt.calculation.similarity.words import stem, stems, words

TITLE_WEIGHT = 2.0
"""A word shared with a title tells more than one shared with a text."""
ALIKE = 0.18
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
    whole = sum(rarity(one) for one in asked)
    alike = []
    for candidate in candidates:
        shared = asked & found[candidate.key].keys()
        score = sum(rarity(one) * found[candidate.key][one] for one in shared) / (whole * TITLE_WEIGHT)
        if score >= ALIKE:
            by_rarity = tuple(sorted(shared, key=lambda one: (-rarity(one), one)))
            alike.append(Likeness(candidate.key, min(1.0, score), by_rarity))
    return sorted(alike, key=lambda one: -one.score)[:most]


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


def _stems_of(candidate: Candidate) -> dict[str, float]:
    """Each stem with its weight: those of the title weigh most."""
    return {
        **dict.fromkeys(stems(candidate.text), 1.0),
        **dict.fromkeys(stems(candidate.title), TITLE_WEIGHT),
    }


class _rarity:  # noqa: N801 - used as a function
    """Inverse document frequency among the candidates, smoothed (Spärck Jones 1972)."""

    def __init__(self, documents: Iterable[dict[str, float]], count: int) -> None:
        self._in = Counter(one for document in documents for one in document)
        self._count = count

    def __call__(self, one: str) -> float:
        return log(1 + (1 + self._count) / (1 + self._in[one]))

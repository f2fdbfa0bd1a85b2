"""Put things into the index, change them and take them out."""

from collections.abc import Iterable
from dataclasses import dataclass

from takt.calculation.similarity.words import stem, stems, words
from takt.foundation.search.models import Document

LONG_WORD, SHORTEST_ENDING = 8, 4


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found. Never index what not everyone who is signed in may see."""

    kind: str
    key: str
    title: str
    body: str = ""


def index_many(entries: Iterable[Entry]) -> None:
    """Add entries, or replace those that are there."""
    Document.objects.bulk_create(
        [document(entry) for entry in entries],
        batch_size=1_000,
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["title", "title_terms", "body_terms", "ending_terms"],
    )


def remove(kind: str, keys: Iterable[str]) -> None:
    Document.objects.filter(kind=kind, key__in=list(keys)).delete()


def document(entry: Entry) -> Document:
    return Document(
        kind=entry.kind,
        key=entry.key,
        title=entry.title,
        title_terms=" ".join([*stems(entry.title), *words(entry.key)]),
        body_terms=" ".join(stems(entry.body)),
        ending_terms=" ".join(endings(entry.title)),
    )


def endings(text: str) -> list[str]:
    """The stemmed endings of the long words of a text."""
    return sorted(
        {
            stem(word[cut:])
            for word in words(text)
            if len(word) >= LONG_WORD and word.isalpha()
            for cut in range(3, len(word) - SHORTEST_ENDING + 1)
        }
    )

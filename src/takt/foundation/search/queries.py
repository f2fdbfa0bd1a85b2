"""Find things by their words: every word must be there, in any form, and may be the beginning of a longer one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from takt.calculation.similarity.words import STOP_WORDS, opening, stem, telling_words, words
from takt.foundation.search.models import Document

MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str
    key: str
    title: str


def matching(text: str, *, kind: str) -> QuerySet[Document]:
    """The documents in which every word occurs; everything when the text holds no word."""
    found = Document.objects.filter(kind=kind)
    typed = list(words(text))
    # common words are not in the index; but whoever types only “for” is on the way to “forberedelse”
    terms = [stem(word) for word in typed if word not in STOP_WORDS] or [stem(word) for word in typed]
    return found.filter(id__in=_ids(terms[:MOST_WORDS])) if terms else found


def search_any(text: str, *, kind: str, limit: int) -> list[Hit]:
    """The documents that share words with the text, best first: candidates for being about the same."""
    telling = telling_words(text)[:MOST_WORDS]
    if not telling:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_BEST[connection.vendor], [_any_of(telling), kind, limit])
        return [Hit(*row) for row in cursor.fetchall()]


_FOUND = {
    "sqlite": "SELECT rowid FROM search_index WHERE search_index MATCH %s",
    "postgresql": "SELECT id FROM search_document WHERE vector @@ to_tsquery('simple', %s)",
}
_BEST = {
    "sqlite": """SELECT kind, key, title FROM search_index JOIN search_document ON id = search_index.rowid
                 WHERE search_index MATCH %s AND kind = %s
                 ORDER BY bm25(search_index, 4.0, 1.0, 0.5), id DESC LIMIT %s""",
    "postgresql": """SELECT kind, key, title FROM search_document, to_tsquery('simple', %s) AS asked
                     WHERE vector @@ asked AND kind = %s ORDER BY ts_rank(vector, asked) DESC, id DESC LIMIT %s""",
}


def _ids(terms: Sequence[str]) -> RawSQL:
    return RawSQL(_FOUND[connection.vendor], [_every(terms)])  # noqa: S611 - terms are parameters


# Both in the language of the database. Terms hold only letters, digits and underscores, so quoting is safe.


def _every(terms: Sequence[str]) -> str:
    """Each term, or the beginning of a longer one."""
    if connection.vendor == "sqlite":
        return " AND ".join(f'"{term}"*' for term in terms)
    return " & ".join(f"'{term}':*" for term in terms)


def _any_of(telling: Sequence[str]) -> str:
    """One of the words; in a title also as the beginning of a compound."""
    exact = list(dict.fromkeys(stem(word) for word in telling))
    begun = list(dict.fromkeys(filter(None, map(opening, telling))))
    if connection.vendor == "sqlite":
        return " OR ".join([*(f'"{one}"' for one in exact), *(f'title_terms : "{one}"*' for one in begun)])
    return " | ".join([*(f"'{one}'" for one in exact), *(f"'{one}':*A" for one in begun)])

"""What can be asked about systems. The number of queries never depends on the number of systems."""

from collections.abc import Sequence

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from takt.calculation.similarity.resemblance import Candidate, most_alike
from takt.foundation.search.queries import matching, search_any
from takt.registers.systems.indexing import KIND
from takt.registers.systems.models import System

CANDIDATES = 40


def found_by(text: str) -> QuerySet[System]:
    """Those in which every word occurs, in any form; all when nothing is asked."""
    systems = System.objects.select_related("unit")
    if not text.strip():
        return systems
    keys = matching(text, kind=KIND).values("key")
    return systems.annotate(key=Cast("pk", CharField())).filter(key__in=keys)


def systems_like(text: str, *, most: int = 3) -> Sequence[System]:
    """The systems whose name or purpose resembles a text, most alike first."""
    hits = search_any(text, kind=KIND, limit=CANDIDATES)
    systems = System.objects.select_related("unit").in_bulk([int(hit.key) for hit in hits])
    # the purpose is as short as a title and says as much
    candidates = [
        Candidate(hit.key, f"{hit.title} {systems[int(hit.key)].purpose}")
        for hit in hits
        if int(hit.key) in systems
    ]
    return [systems[int(one.key)] for one in most_alike(text, candidates, most=most)]


def systems_meant(text: str, *, most: int = 8) -> Sequence[System]:
    """The one of that name; else those in which every word occurs, in the order of the alphabet."""
    named = list(System.objects.filter(name__iexact=text.strip())[:1])
    return named or list(found_by(text).order_by("sort_key")[:most])

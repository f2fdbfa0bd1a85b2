"""What is there already and resembles what someone is writing. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from takt.calculation.similarity.resemblance import Candidate, most_alike, shared_spans
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.foundation.search.queries import search_any
from takt.governance.asking import rules
from takt.governance.asking.indexing import KIND
from takt.governance.asking.models import Supporter, Wish
from takt.governance.flow.stages import Stage
from takt.registers.systems.models import System
from takt.registers.systems.queries import systems_like

CANDIDATES = 40
GONE = {Stage.DRAFT, Stage.WITHDRAWN, Stage.MERGED}
RUNNING = {Stage.REALISING, Stage.IN_USE}
"""There, or on its way: not to be wished for again."""


@dataclass(frozen=True, slots=True)
class SimilarWish:
    wish: Wish
    pieces: list[tuple[str, bool]]
    """The title, cut where words match."""
    supporters: int
    why_not_join: Refusal | None

    @property
    def is_running(self) -> bool:
        return self.wish.initiative.stage in RUNNING


@dataclass(frozen=True, slots=True)
class Existing:
    """What may make a wish needless."""

    wishes: Sequence[SimilarWish]
    systems: Sequence[System]

    def __bool__(self) -> bool:
        return bool(self.wishes or self.systems)

    def __len__(self) -> int:
        return len(self.wishes) + len(self.systems)


def existing(text: str, *, to: Person) -> Existing:
    """Similar wishes, initiatives under way or in use, and systems."""
    if not text.strip():
        return Existing([], [])
    return Existing(similar_wishes(text, to=to), systems_like(text))


def similar_wishes(text: str, *, to: Person, most: int = 4) -> list[SimilarWish]:
    """The most alike first, each with whether this person may join it."""
    hits = search_any(text, kind=KIND, limit=CANDIDATES)
    wishes = {
        wish.initiative.number: wish
        for wish in Wish.objects.filter(initiative__number__in=[hit.key for hit in hits])
        .exclude(initiative__stage__in=GONE)
        .select_related("initiative__unit")
        .annotate(joined=Count("supporters"))
    }
    candidates = [Candidate(hit.key, hit.title, wishes[hit.key].trouble) for hit in hits if hit.key in wishes]
    alike = most_alike(text, candidates, most=most)
    already = set(
        Supporter.objects.filter(
            person=to, wish__initiative__number__in=[one.key for one in alike]
        ).values_list("wish_id", flat=True)
    )
    return [
        SimilarWish(
            wish=(wish := wishes[one.key]),
            pieces=shared_spans(wish.initiative.title, one),
            supporters=wish.joined,
            why_not_join=rules.why_not_join(wish, to, has_joined=wish.pk in already),
        )
        for one in alike
    ]

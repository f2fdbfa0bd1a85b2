"""Make sent wishes findable. Drafts are never indexed, nor what has become part of another."""

from collections.abc import Iterable

from takt.foundation.search.indexing import Entry, index_many
from takt.governance.asking.models import Wish
from takt.governance.flow.stages import Stage

KIND = "wish"
NOT_INDEXED = (Stage.DRAFT, Stage.MERGED)


def index_wishes(wishes: Iterable[Wish]) -> None:
    """Add or renew these; ``initiative`` should be at hand."""
    index_many(
        Entry(KIND, wish.initiative.number, wish.initiative.title, wish.trouble)
        for wish in wishes
        if wish.initiative.stage not in NOT_INDEXED
    )


def reindex_wishes() -> None:
    """All of them, for loaders and after a change of how words are read."""
    index_wishes(
        Wish.objects.select_related("initiative").exclude(initiative__stage__in=NOT_INDEXED).iterator(1_000)
    )

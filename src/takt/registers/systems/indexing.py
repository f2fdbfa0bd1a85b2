"""Make systems findable while somebody writes a wish."""

from collections.abc import Iterable

from takt.foundation.search.indexing import Entry, index_many
from takt.registers.systems.models import System

KIND = "system"


def index_systems(systems: Iterable[System]) -> None:
    """Add or renew these."""
    index_many(
        Entry(KIND, str(one.pk), one.name, " ".join(filter(None, (one.purpose, one.vendor))))
        for one in systems
    )

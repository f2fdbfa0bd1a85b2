"""Two people edit the same: what only one of them touched is kept, what both touched is asked about. Pure."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Merged(Generic[K, V]):
    values: Mapping[K, V]
    """Both people's changes. Where they disagree: as it stands now."""
    conflicts: Mapping[K, V | None]
    """What both have changed, differently, and how it stands now (None: it has been removed)."""


def merge(wanted: Mapping[K, V], *, seen: Mapping[K, V], now: Mapping[K, V]) -> Merged[K, V]:
    """``seen``: as it stood when the person began. What a mapping lacks is not there."""
    values: dict[K, V] = {}
    conflicts: dict[K, V | None] = {}
    for key in dict.fromkeys([*now, *wanted]):
        mine, before, theirs = wanted.get(key), seen.get(key), now.get(key)
        if mine not in (before, theirs) and theirs != before:
            conflicts[key] = theirs
        kept = theirs if mine == before or key in conflicts else mine
        if kept is not None:
            values[key] = kept
    return Merged(values, conflicts)

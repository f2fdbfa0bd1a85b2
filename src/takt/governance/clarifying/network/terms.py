"""What is agreed with a member, as plain values that travel between form, rule and command."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from takt.foundation.people.models import Unit
from takt.foundation.people.sorting import danish_sort_key
from takt.governance.clarifying.network.models import Membership


@dataclass(frozen=True, slots=True)
class Terms:
    unit: Unit
    kind: str
    from_date: date
    to_date: date | None = None
    """The last day; None while nobody knows."""


@dataclass(frozen=True, slots=True)
class Absence:
    """``first`` and ``last`` None: not away, but somebody is named for when it happens."""

    first: date | None = None
    last: date | None = None


def terms_of(membership: Membership) -> Terms:
    return Terms(membership.unit, membership.kind, membership.from_date, membership.to_date)


def tidy(names: Iterable[str]) -> list[str]:
    """Each field of knowledge once whatever its capitals, without spare spaces, in Danish order."""
    spaced = (" ".join(name.split()) for name in names)
    once = {name.casefold(): name for name in reversed([name for name in spaced if name])}
    return sorted(once.values(), key=lambda name: (danish_sort_key(name), name))


def written_apart(text: str) -> list[str]:
    """“Omsorg, velfærdsteknologi; data” as three names."""
    return tidy(re.split(r"[,;\n]", text))

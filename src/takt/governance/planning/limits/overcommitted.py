"""Where the committees' frames add up to more than the municipality's. A warning, never a refusal: it may be meant.

What a case spends counts in both, so that the committees can never spend all that they have been given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from takt.governance.planning.limits.asked import amounts_of, rises_of, years_in
from takt.governance.planning.limits.sections import Content, Row
from takt.governance.planning.models import FrameKind


@dataclass(frozen=True, slots=True)
class Overcommitted:
    """One kind and year. Amounts in the prices in which the frame of the whole municipality is written."""

    kind: FrameKind
    year: int
    price_year: int
    whole_dkk: int
    committees: Sequence[tuple[str, int]]
    """Name and DKK."""

    @property
    def committees_dkk(self) -> int:
        return sum(dkk for _name, dkk in self.committees)

    @property
    def over_dkk(self) -> int:
        return self.committees_dkk - self.whole_dkk


def overcommitted(content: Content) -> list[Overcommitted]:
    """By kind and year. A year in which the municipality has no frame of its own cannot be exceeded."""
    found = (one for row in content.get("frames", ()) if not row["committee"] for one in _of(row, content))
    # each committee's amount is rounded to whole kroner when it is brought to other prices
    return sorted(
        (one for one in found if one.over_dkk > len(one.committees)), key=lambda one: (one.kind, one.year)
    )


def _of(whole: Row, content: Content) -> Iterator[Overcommitted]:
    kind = FrameKind(str(whole["kind"]))
    rises = rises_of(content.get("prices", ()))[kind]
    rows = [row for row in content["frames"] if row["committee"] and row["kind"] == kind]
    for year, dkk in years_in(whole):
        price_year = whole["price_year"] if isinstance(whole["price_year"], int) else year
        amounts = ((str(row["committee"]), amounts_of(row, rises, price_year).get(year)) for row in rows)
        committees = [(name, amount) for name, amount in amounts if amount]
        yield Overcommitted(kind, year, price_year, dkk, committees)

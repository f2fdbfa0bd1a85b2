"""Small proposals for the tests of the limits."""

from datetime import date
from typing import Any

from takt.governance.planning.limits.queries import edition_of
from takt.governance.planning.limits.rules import Grounds, Proposal
from takt.governance.planning.limits.sections import part_of
from takt.governance.planning.limits.standing import content_now
from takt.governance.planning.models import LimitKind

GROUNDS = Grounds(
    owner="Økonomidirektøren",
    source="Budget 2027",
    decided_by="Byrådet",
    decided_on=date(2026, 10, 12),
    reason="Budgettet er vedtaget.",
)


def frame(
    kind: str = "investment", committee: str = "", price_year: int | None = None, **years: int
) -> dict[str, Any]:
    """``y2027=…``."""
    amounts = {key[1:]: dkk for key, dkk in years.items()}
    return {"kind": kind, "committee": committee, "service": False, "price_year": price_year, **amounts}


def proposal(limit: LimitKind, **sections: Any) -> Proposal:
    """What stands now, with these sections instead."""
    return Proposal(limit, part_of(content_now(), limit) | sections, edition_of(limit))


COMMITTEE = {"name": "Sundhedsudvalget", "units": ["Ældre og Sundhed"]}

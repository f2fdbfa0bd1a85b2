"""Consequences of a yes, for a case that is to be decided now."""

from datetime import datetime

from takt.governance.deciding.meetings.models import AgendaItem, ItemKind
from takt.governance.deciding.meetings.outcome_rules import CAN_BE_TREATED

try:
    from takt.governance.planning.consequences import Consequences, consequences_of
except ImportError:
    Consequences, consequences_of = object, lambda case, at: None


def consequences_for(item: AgendaItem, at: datetime) -> Consequences | None:
    """None for what is not up for decision; a plain item changes no plan."""
    case = item.initiative
    if case is None or item.kind != ItemKind.DECISION or case.stage not in CAN_BE_TREATED:
        return None
    return consequences_of(case, at)


def breaches_of(item: AgendaItem, at: datetime) -> tuple[str, ...]:
    """The limits that a yes would exceed, as sentences."""
    found = consequences_for(item, at)
    return tuple(found.breaches) if found else ()

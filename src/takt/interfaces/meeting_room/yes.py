"""Consequences of a yes, for a case that is to be decided now."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import override

from takt.governance.deciding.meetings.models import AgendaItem, ItemKind
from takt.governance.deciding.meetings.outcome_rules import CAN_BE_TREATED
from takt.governance.planning.consequences import Consequences, consequences_of


def consequences_for(item: AgendaItem, at: datetime) -> Consequences | None:
    """None for what is not up for decision; a plain item changes no plan."""
    case = item.initiative
    if case is None or item.kind != ItemKind.DECISION or case.stage not in CAN_BE_TREATED:
        return None
    return consequences_of(case, at)


def breaches_of(item: AgendaItem, at: datetime) -> tuple[str, ...]:
    """The limits that a yes would exceed, as sentences in Danish, for they are kept."""
    with override(settings.LANGUAGE_CODE):
        found = consequences_for(item, at)
    return tuple(found.breaches) if found else ()

"""How a case touches the systems we have, as plain values that travel between form, rule and command."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F, QuerySet

from takt.governance.clarifying.models import Touch, TouchedSystem
from takt.governance.flow.models import Initiative

NO_SYSTEM = 0
"""In the place of a system's key: the case touches none."""


@dataclass(frozen=True, slots=True)
class Touched:
    """One system, and what the case does to it."""

    how: str
    note: str = ""


NONE = Touched(Touch.NONE.value)


def systems_as_they_stand(initiative: Initiative) -> dict[int, Touched]:
    """By the key of the system; ``NO_SYSTEM`` when somebody has said that there are none."""
    return {one.system_id or NO_SYSTEM: Touched(one.how, one.note) for one in touched_of(initiative)}


def touched_of(initiative: Initiative) -> QuerySet[TouchedSystem]:
    """In the order of the alphabet."""
    by_name = F("system__sort_key").asc(nulls_last=True)
    return initiative.touched_systems.select_related("system").order_by(by_name)


def is_none(touched: Mapping[int, Touched]) -> bool:
    """Somebody has looked, and the case touches no system."""
    return NO_SYSTEM in touched

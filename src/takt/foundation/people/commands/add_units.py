"""Write one or more units under another, or the first of all: the whole municipality."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked_units
from takt.foundation.people.models import Person, Unit
from takt.foundation.people.unit_rules import UnitFacts, why_not_keep_units, why_not_place
from takt.foundation.refusals import refuse_if


@transaction.atomic
def add_units(written: Sequence[UnitFacts], *, by: Person, at: datetime) -> list[Unit]:
    """All or none."""
    refuse_if(why_not_keep_units(by))
    units = locked_units()
    added = []
    for facts in written:
        refuse_if(why_not_place(facts, units))
        unit = Unit.objects.create(name=facts.name, headcount=facts.headcount, parent_id=facts.parent)
        units[unit.pk] = unit
        added.append(unit)
        record("unit.added", about=f"enhed {unit.pk}", by=by, at=at, **as_facts(unit))
    return added


def as_facts(unit: Unit) -> dict[str, Any]:
    """What the ledger keeps of a unit."""
    return {"name": unit.name, "headcount": unit.headcount, "parent": str(unit.parent or "")}

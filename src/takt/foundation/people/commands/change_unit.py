"""Put right what a unit is called, what it belongs to and how many work there."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.add_units import as_facts
from takt.foundation.people.commands.working import locked_units
from takt.foundation.people.models import Person, Unit
from takt.foundation.people.unit_rules import (
    UnitFacts,
    why_not_keep_units,
    why_not_overwrite,
    why_not_place,
)
from takt.foundation.refusals import refuse_if


@transaction.atomic
def change_unit(unit: Unit, facts: UnitFacts, *, edition: int, by: Person, at: datetime) -> Unit:
    """``edition``: of the unit as the person last saw it. Saving what stands there leaves no event."""
    refuse_if(why_not_keep_units(by))
    units = locked_units()
    found = units[unit.pk]
    refuse_if(why_not_overwrite(found, edition))
    refuse_if(why_not_place(facts, units, unit.pk))
    if facts == UnitFacts(found.name, found.headcount, found.parent_id):
        return found
    found.name, found.headcount, found.parent_id = facts.name, facts.headcount, facts.parent
    found.edition += 1
    found.save()
    record("unit.changed", about=f"enhed {found.pk}", by=by, at=at, **as_facts(found))
    return found

"""Put a system into the register, or put right what is said of it."""

from datetime import datetime

from django.db import IntegrityError, transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.registers.systems import rules
from takt.registers.systems.indexing import index_systems
from takt.registers.systems.models import System
from takt.registers.systems.rules import Facts


@transaction.atomic
def save_system(
    facts: Facts, *, system: System | None = None, edition: int = 0, by: Person, at: datetime
) -> System:
    """``system`` None: a new one. ``edition``: of the system when the person began."""
    refuse_if(rules.why_not_keep(by))
    row = System.objects.select_for_update(no_key=True).get(pk=system.pk) if system else System(edition=0)
    if system:
        refuse_if(rules.why_not_overwrite(row, edition))
    namesakes = System.objects.filter(name__iexact=facts.name.strip()).exclude(pk=row.pk)
    refuse_if(rules.why_not_save(facts, has_namesake=namesakes.exists()))
    before = {name: getattr(row, name) for name in facts.__slots__} if system else {}
    for name in facts.__slots__:
        value = getattr(facts, name)
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    row.edition, row.changed_at = row.edition + 1, at
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # somebody took the name in this very moment
        refuse_if(rules.why_not_save(facts, has_namesake=True))
    index_systems([row])
    changed = sorted(name for name in facts.__slots__ if before.get(name) != getattr(row, name))
    record(
        "system.changed" if system else "system.added",
        about=f"system {row.pk}",
        by=by,
        at=at,
        name=row.name,
        fields=changed,
    )
    return row

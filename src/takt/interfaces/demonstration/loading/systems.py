"""The systems of Fjordby: real names and purposes; which units own them is invented."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from takt.foundation.people.models import Person, Role, Unit
from takt.interfaces.demonstration.history import COPENHAGEN
from takt.interfaces.demonstration.reading import SystemRow
from takt.registers.systems.commands.save_system import save_system
from takt.registers.systems.rules import Facts

WRITTEN_DOWN = datetime(2024, 8, 5, 9, 0, tzinfo=COPENHAGEN)


def load_systems(rows: Sequence[SystemRow], units: Mapping[str, Unit]) -> None:
    """Before any wish, so that the register was there to be looked in."""
    coordinator = Person.objects.filter(role_holdings__role=Role.COORDINATOR).order_by("pk")[0]
    for row in rows:
        facts = Facts(row.name, row.vendor, row.purpose, units[row.unit], row.source)
        save_system(facts, by=coordinator, at=WRITTEN_DOWN)

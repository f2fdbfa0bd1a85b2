"""The cases that touch a system. The number of queries never depends on how many they are."""

from django.db.models import QuerySet

from takt.foundation.people.models import Person
from takt.governance.asking.queries import visible_to
from takt.governance.clarifying.models import TouchedSystem
from takt.registers.systems.models import System


def touching(system: System, *, reader: Person) -> QuerySet[TouchedSystem]:
    """Of the cases that the reader may see, the one that last changed first."""
    return (
        TouchedSystem.objects.filter(system=system, initiative__in=visible_to(reader))
        .select_related("initiative__unit")
        .order_by("-initiative__changed_at", "-initiative_id")
    )

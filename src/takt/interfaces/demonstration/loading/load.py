"""Load Fjordby once. A second time nothing happens."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.ledger.commands import record
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Unit
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.asking.indexing import reindex_wishes
from takt.interfaces.demonstration import reading
from takt.interfaces.demonstration.loading.governance import load_governance
from takt.interfaces.demonstration.loading.house import load_people, load_units
from takt.interfaces.demonstration.loading.limits import load_roles
from takt.interfaces.demonstration.loading.meetings import call_coming_meetings
from takt.interfaces.demonstration.loading.network import begin_network, continue_network, load_managers
from takt.interfaces.demonstration.loading.post import settle_post
from takt.interfaces.demonstration.loading.qualifying import load_qualifying
from takt.interfaces.demonstration.loading.systems import load_systems
from takt.interfaces.demonstration.loading.wishes import Telling

LOADED = "demonstration.loaded"


def is_loaded() -> bool:
    return Event.objects.filter(verb=LOADED).exists()


def why_not_load() -> Refusal | None:
    """Fjordby is never mixed with a real municipality."""
    if not Unit.objects.exists():
        return None
    return Refusal(
        _("Databasen er ikke tom, så Fjordby bliver ikke lagt oven i."),
        _("Giv demonstrationen sin egen mappe med TAKT_DATA eller sin egen DATABASE_URL."),
    )


@transaction.atomic
def load(*, at: datetime) -> bool:
    """Whether anything was loaded. Raises Refused when the database holds something else."""
    if is_loaded():
        return False
    refuse_if(why_not_load())
    units = load_units(reading.units())
    people = load_people(reading.people(), units)
    load_governance()
    load_managers(units)
    begin_network(units, people)
    load_systems(reading.systems(), units)
    wishes = reading.wishes()
    scoring = Telling(units, people, load_roles()).tell(wishes)
    continue_network(units, people)
    load_qualifying()
    scoring.value_cases()
    call_coming_meetings()
    reindex_wishes()
    settle_post()
    record(LOADED, about="Fjordby Kommune", by=None, at=at, wishes=len(wishes), units=len(units))
    return True

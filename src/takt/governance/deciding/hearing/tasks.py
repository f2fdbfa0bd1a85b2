"""Hearings that wait for a manager's answer, as rows of Mine opgaver."""

from datetime import date

from django.utils.translation import gettext as _

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Role
from takt.foundation.people.tasks import Task
from takt.governance.deciding.hearing.models import Party
from takt.governance.deciding.hearing.queries import waiting_for

MOST = 50


def tasks_for(reader: Person, *, today: date) -> list[Task]:
    """A manager answers for their units; the coordinator for those that nobody leads."""
    if not reader.holds(Role.UNIT_MANAGER, Role.COORDINATOR):
        return []
    managers = Managers.now()
    units = managers.units_of(reader)
    if reader.holds(Role.COORDINATOR):
        units += [unit for unit in managers.parents if managers.of(unit) is None]
    return [_task(party, managers, today) for party in waiting_for(units)[:MOST]]


def _task(party: Party, managers: Managers, today: date) -> Task:
    hearing = party.hearing
    note = f"{hearing.initiative.number}, {party.unit}"
    if managers.of(party.unit_id) is None:
        note = _("%(note)s: ingen leder i Takt, så du skriver svaret for dem") % {"note": note}
    if hearing.due_date < today:
        note = _("%(note)s. Svaret tages med som sent, til sagen er besluttet.") % {"note": note}
    return Task(
        _("Høringer, du skal svare på"),
        hearing.initiative.title,
        f"{hearing.get_absolute_url()}#svar-{party.pk}",
        hearing.due_date,
        note,
    )

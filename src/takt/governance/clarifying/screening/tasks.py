"""What waits for the data protection officer."""

from datetime import date

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.people.tasks import Task
from takt.governance.clarifying.screening.catalogue import DUTY
from takt.governance.clarifying.screening.models import AssessmentStatus
from takt.governance.clarifying.screening.queries import waiting_for_the_officer

MOST = 50


def tasks_for(reader: Person, *, today: date) -> list[Task]:  # noqa: ARG001 - no assessment has a due date
    if not reader.holds(Role.DPO):
        return []
    return [
        Task(
            _("Vurderinger, du skal godkende"),
            f"{DUTY[one.key].name}: {one.initiative.title}",
            f"{one.initiative.get_absolute_url()}#lov",
            None,
            f"{one.initiative.number}, {one.initiative.unit}: {AssessmentStatus(one.status).label.lower()}",
        )
        for one in waiting_for_the_officer()[:MOST]
    ]

"""What waits for the manager of a unit, as rows of Mine opgaver."""

from datetime import date

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.people.tasks import Task
from takt.governance.clarifying.readiness.letters import address_of
from takt.governance.clarifying.readiness.queries import unanswered_by

MOST = 50


def tasks_for(reader: Person, *, today: date) -> list[Task]:  # noqa: ARG001 - every room is asked alike
    if not reader.holds(Role.UNIT_MANAGER):
        return []
    return [
        Task(
            _("Enheder, du skal svare om parathed for"),
            f"{inquiry.unit}: {inquiry.initiative.title}",
            address_of(inquiry),
            inquiry.due_date,
            inquiry.initiative.number,
        )
        for inquiry in unanswered_by(reader)[:MOST]
    ]

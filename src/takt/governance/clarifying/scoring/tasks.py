"""What waits for an assessor, as rows of Mine opgaver."""

from datetime import date

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.people.tasks import Task
from takt.governance.clarifying.scoring.commands.working import address_of
from takt.governance.clarifying.scoring.queries import waiting_for

MOST = 50


def tasks_for(reader: Person, *, today: date) -> list[Task]:  # noqa: ARG001 - every room is asked alike
    return [
        Task(
            _("Sager, du skal bedømme"),
            answer.round.initiative.title,
            f"{address_of(answer.round.initiative)}#min-bedoemmelse",
            answer.round.due_date,
            answer.round.initiative.number,
        )
        for answer in waiting_for(reader)[:MOST]
    ]

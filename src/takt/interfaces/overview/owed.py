"""Answers that others wait for: what the reader is asked about, hearings, readiness, and conditions to fulfil."""

from datetime import date

from takt.foundation.people.models import Person
from takt.foundation.people.tasks import Task
from takt.governance.clarifying.readiness import tasks as readiness
from takt.governance.clarifying.tasks import questions_to
from takt.governance.deciding.hearing import tasks as hearing
from takt.governance.deciding.meetings.tasks import conditions_of


def owed_by(reader: Person, *, today: date) -> list[Task]:
    """The most urgent first. Everything else that the reader has to do stands in Mine opgaver."""
    found = [
        *questions_to(reader),
        *readiness.tasks_for(reader, today=today),
        *hearing.tasks_for(reader, today=today),
        *conditions_of(reader),
    ]
    return sorted(found, key=lambda task: task.due_date or date.max)

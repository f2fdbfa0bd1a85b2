"""What waits for a person in clarification: questions, benefits to answer for, own cases, those that come back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.foundation.people.models import Person
from takt.foundation.people.tasks import Task
from takt.governance.clarifying import queries
from takt.governance.clarifying.rules import NETWORK

MOST = 50
"""Nobody works on more at a time."""


def tasks_for(reader: Person, *, today: date) -> list[Task]:
    tasks = [*questions_to(reader), *_benefits(reader), *_cases(reader)]
    if reader.holds(*NETWORK):
        tasks += _reopening(today)
    return tasks


def questions_to(reader: Person) -> Iterator[Task]:
    """What the network asks of the one who wished."""
    for question in queries.questions_for(reader)[:MOST]:
        yield Task(
            _("Spørgsmål til dig"),
            question.initiative.title,
            f"{question.initiative.get_absolute_url()}#samtale",
            question.due_date,
            question.text,
        )


def _benefits(reader: Person) -> Iterator[Task]:
    for owner in queries.benefits_waiting_for(reader)[:MOST]:
        case = owner.initiative
        yield Task(
            _("Vil du stå for gevinsten?"),
            case.title,
            f"{case.get_absolute_url()}#gevinstejer",
            owner.due_date,
            f"{case.number}, {case.unit}",
        )


def _cases(reader: Person) -> Iterator[Task]:
    for case in queries.cases_of(reader)[:MOST]:
        yield Task(
            _("Sager, du kvalificerer"),
            case.title,
            reverse("workbench", args=[case.number]),
            None,
            _where(case),
        )


def _where(case: Any) -> str:
    """The number, and what the case waits for."""
    if case.assignment.ready_at:
        state = _("klar til næste forum")
    elif case.waiting:
        state = ngettext(
            "venter på ønskerens svar", "venter på %(count)d svar fra ønskeren", case.waiting
        ) % {"count": case.waiting}
    else:
        state = _("skønnet") if hasattr(case, "estimate") else _("ikke skønnet endnu")
    return f"{case.number}, {case.unit}: {state}"


def _reopening(today: date) -> Iterator[Task]:
    for case in queries.to_reopen(today)[:MOST]:
        yield Task(
            _("Udskudte ønsker, der skal tages op igen"),
            case.title,
            f"{case.get_absolute_url()}#behandling",
            case.reopen_date,  # type: ignore[attr-defined]  # annotated by to_reopen
            f"{case.number}, {case.unit}",
        )

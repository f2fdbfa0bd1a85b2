"""What waits for a substitute while a colleague is away, as rows of Mine opgaver."""

from datetime import date

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person
from takt.foundation.people.tasks import Task
from takt.governance.clarifying.network.queries import acts_for, cases_of_those

MOST = 50


def tasks_for(reader: Person, *, today: date) -> list[Task]:
    """The cases of those whom the reader stands in for today."""
    away = acts_for(reader, today)
    if not away:
        return []
    names = wording.join_list(sorted(person.name for person in away), language())
    kind = _("Du er stedfortræder for %(names)s") % {"names": names}
    return [
        Task(
            kind,
            case.title,
            case.get_absolute_url(),
            case.oldest_due,  # type: ignore[attr-defined]  # annotated by cases_of_those
            f"{case.number} · {case.assignment.person}",
        )
        for case in cases_of_those(away)[:MOST]
    ]

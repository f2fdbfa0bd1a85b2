"""The daily e-mail: what waits for a person, on weekdays, and only when something does."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from takt.foundation.design.templatetags.takt import day
from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person
from takt.foundation.people.tasks import Task
from takt.interfaces.my_tasks.gathering import grouped, headline, tasks_of
from takt.interfaces.my_tasks.models import Subscription

SHOWN = 8
"""Tasks of each kind; the page has the rest."""


@transaction.atomic
def write_digest(person: Person, *, today: date, at: datetime) -> bool:
    """Whether one was written. Writing it again on the same day does nothing."""
    subscription, _made = Subscription.objects.get_or_create(person=person)
    subscription = Subscription.objects.select_for_update(no_key=True).get(pk=subscription.pk)
    if not subscription.wants_digest or subscription.digest_date == today:
        return False
    with override(person.language):
        tasks = tasks_of(person, today=today)
        text = in_words(tasks, today=today)
        subject = headline(len(tasks), 0)
    if not tasks:
        return False
    subscription.digest_date = today
    subscription.save(update_fields=["digest_date"])
    tell(
        person,
        subject="%(subject)s",
        text=FRAME,
        values={"subject": subject, "text": text},
        link="/opgaver/",
        at=at,
    )
    return True


FRAME = gettext_lazy("%(text)s\n\nDu kan slå den daglige e-mail fra under Mine opgaver.")


def in_words(tasks: list[Task], *, today: date) -> str:
    return "\n\n".join(
        "\n".join(
            [
                group.kind.upper(),
                *(_line(task, today) for task in group.tasks[:SHOWN]),
                *_more(len(group.tasks)),
            ]
        )
        for group in grouped(tasks, today=today)
    )


def _line(task: Task, today: date) -> str:
    if task.due_date is None:
        return f"- {task.title}"
    late = f", {_('over tiden')}" if task.due_date < today else ""
    return f"- {task.title} ({_('senest %(day)s') % {'day': day(task.due_date)}}{late})"


def _more(amount: int) -> list[str]:
    return [_("- og %(count)d til") % {"count": amount - SHOWN}] if amount > SHOWN else []

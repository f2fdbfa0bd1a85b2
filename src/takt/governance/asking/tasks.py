"""What waits for a person in the asking: a promised answer that has not come, and drafts left lying."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import day
from takt.foundation.people.models import Person
from takt.foundation.people.tasks import Task
from takt.governance.asking.queries import drafts_of, late_ones

MOST = 25
LEFT_LYING = timedelta(days=7)


def tasks_for(reader: Person, *, today: date) -> list[Task]:
    return [*_late(reader, today), *_drafts(reader, today)]


def _late(reader: Person, today: date) -> Iterator[Task]:
    mine = late_ones(today).filter(wish__wished_by=reader).select_related("wish")
    for one in mine.order_by("wish__answer_due_date", "number")[:MOST]:
        note = _("%(number)s: svaret skulle have været givet. Konsulenten får en påmindelse hver dag.")
        yield Task(
            _("Svar, du er lovet"),
            one.title,
            one.get_absolute_url(),
            one.wish.answer_due_date,
            note % {"number": one.number},
        )


def _drafts(reader: Person, today: date) -> Iterator[Task]:
    for draft in drafts_of(reader)[:MOST]:
        changed = draft.initiative.changed_at
        if timezone.localdate(changed) > today - LEFT_LYING:
            continue
        yield Task(
            _("Kladder, der ligger"),
            draft.initiative.title or _("Uden titel"),
            f"{reverse('new_wish')}?kladde={draft.initiative.number}",
            None,
            _("Sidst ændret %(day)s. Send den, eller slet den.") % {"day": day(changed)},
        )

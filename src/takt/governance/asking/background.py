"""What is done each day in the asking: remember promised answers, and sweep up after uploads that were broken off."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from takt.foundation.design.templatetags.takt import day
from takt.foundation.jobs.daily import every_day
from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person, Role
from takt.governance.asking.mail_rules import KEPT_FOR
from takt.governance.asking.models import Attachment, ReceivedMail
from takt.governance.asking.queries import late_ones
from takt.governance.asking.storage import private_files
from takt.governance.flow.models import Initiative

MOST_IN_LETTER = 50
SWEEP_AFTER = timedelta(days=1)


@every_day("asking.remind")
def remind(today: date, at: datetime) -> None:
    """One letter to each coordinator with every wish whose promised answer has not come."""
    late = list(late_ones(today).select_related("wish", "unit").order_by("wish__answer_due_date", "number"))
    if not late:
        return
    for coordinator in _coordinators():
        tell(
            coordinator,
            subject=_("%(count)d ønsker mangler det svar, vi har lovet"),
            text=_(
                "Svaret skulle være givet for disse ønsker:\n\n%(wishes)s\n\n"
                "Tag dem op, udskyd dem, eller sig nej med en begrundelse."
            ),
            values={"count": len(late), "wishes": lazy(_lines, str)(late[:MOST_IN_LETTER])},
            link=f"{reverse('wishes')}?svar=overskredet",
            at=at,
        )


def _coordinators() -> QuerySet[Person]:
    return Person.objects.filter(role_holdings__role=Role.COORDINATOR, is_active=True).distinct()


def _lines(late: Sequence[Initiative]) -> str:
    """In the language of the one who reads."""
    return "\n".join(
        f"{one.number}  {one.title} ({one.unit}), {day(one.wish.answer_due_date)}" for one in late
    )


@every_day("asking.sweep")
def sweep(today: date, at: datetime) -> None:  # noqa: ARG001 - as everything done each day
    """A file whose row was never written is taken away, and an e-mail that nobody made a wish of."""
    ReceivedMail.objects.filter(kept_at__lt=at - KEPT_FOR).delete()
    files = private_files()
    known = set(Attachment.objects.values_list("file", flat=True))
    folders = files.listdir("")[0] if files.exists("") else []
    for folder in folders:
        for name in files.listdir(folder)[1]:
            place = f"{folder}/{name}"
            if place not in known and files.get_modified_time(place) < at - SWEEP_AFTER:
                files.delete(place)

"""What every command on a hearing does first, and whom it tells."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils.functional import Promise, lazy

from takt.foundation.design.templatetags.takt import day
from takt.foundation.mail.commands import tell
from takt.foundation.people.managers import Managers
from takt.governance.clarifying.commands.working import locked as locked_case
from takt.governance.deciding.hearing.models import Hearing, Party


def locked(hearing: Hearing) -> Hearing:
    """The case and then the hearing as they are now, kept from others until the transaction ends."""
    case = locked_case(hearing.initiative)
    found = (
        Hearing.objects.select_for_update(of=("self",), no_key=True)
        .select_related("asked_by")
        .get(pk=hearing.pk)
    )
    found.initiative = case
    return found


def spoken(when: date) -> str:
    """A day as each reader's language has it."""
    return lazy(day, str)(when)


def tell_units(
    hearing: Hearing,
    parties: Iterable[Party],
    *,
    subject: Promise,
    text: Promise,
    values: Mapping[str, object],
    at: datetime,
) -> None:
    """One letter to each manager, whatever the number of units they lead."""
    managers = Managers.now()
    for manager in dict.fromkeys(managers.of(party.unit_id) for party in parties):
        tell(
            manager,
            subject=subject,
            text=text,
            values={"title": hearing.initiative.title, **values},
            link=hearing.get_absolute_url(),
            at=at,
        )

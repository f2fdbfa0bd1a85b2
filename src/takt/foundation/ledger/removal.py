"""Remove what somebody wrote, because it names a person. The event stays, and the chain still holds."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet, Value
from django.db.models.functions import Replace
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.foundation.ledger.chain import REMOVED
from takt.foundation.ledger.commands import record
from takt.foundation.ledger.models import Event, Words
from takt.foundation.ledger.rules import why_not_remove
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if

Remove = Callable[[Event, str], None]
_rooms: list[Remove] = []


def when_removed(function: Remove) -> Remove:
    """Mark what takes the same words away in a room, called with the event and the text in one transaction."""
    _rooms.append(function)
    return function


@transaction.atomic
def remove_reason(event: Event, reason: str, *, by: Person, at: datetime) -> None:
    """Text and salt are deleted, also where the rooms repeat the text; that it was done is sealed, and why.

    Rooms are found by each app's ``forgetting`` module. Approved minutes are a record and keep what they say.
    """
    words = Words.objects.select_for_update(no_key=True).filter(event=event).first()
    refuse_if(why_not_remove(event, reason, is_there=words is not None, by=by))
    assert words is not None  # noqa: S101 - the rule has seen to it
    autodiscover_modules("forgetting")
    for remove in _rooms:
        remove(event, words.text)
    words.delete()
    record(REMOVED, about=event.about, by=by, at=at, reason=reason.strip()[:500], event=event.number)


def take_away(rows: QuerySet, text: str, *fields: str) -> None:  # type: ignore[type-arg]
    """In these fields, wherever the text stands as it is or within a longer one."""
    for field in fields:
        found = rows.filter(**{f"{field}__contains": text})
        found.update(**{field: Replace(field, Value(text), Value(instead()))})


def instead() -> str:
    """In the municipality's language, for it is kept."""
    with override(settings.LANGUAGE_CODE):
        return _("(fjernet, fordi teksten indeholdt personoplysninger)")

"""Write to a person, inside the transaction of what it tells of. A worker sends it afterwards."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import override

from takt.foundation.jobs.commands import request_job
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person

SEND = "mail.send"


def tell(
    person: Person | None,
    *,
    subject: str | Promise,
    text: str | Promise,
    at: datetime,
    values: Mapping[str, object] | None = None,
    link: str = "",
) -> Letter | None:
    """Write one letter in the person's own language; ``values`` fill both texts. Nobody there: None.

    ``subject`` and ``text`` are lazily translated, so that each reader gets a language of their own.
    """
    if person is None or not person.is_active:
        return None
    with override(person.language):
        filling = values or {}
        letter = Letter.objects.create(
            person=person,
            subject=" ".join((str(subject) % filling).split())[:200],
            text=str(text) % filling,
            link=link,
            written_at=at,
        )
    request_job(SEND, {"letter": letter.pk}, by=None, at=at)
    return letter

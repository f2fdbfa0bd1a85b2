"""Change one's mind before anything has been taken in."""

from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.interfaces.exchange import rules
from takt.interfaces.exchange.models import Upload


@transaction.atomic
def discard_upload(upload: Upload, *, by: Person, at: datetime) -> None:
    """The bytes are gone at once; nothing was changed, so the ledger has nothing to tell."""
    refuse_if(rules.why_not_take_in(upload, by, at))
    upload.delete()

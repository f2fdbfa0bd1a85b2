"""Keep a workbook while its sender looks at what it would do."""

from datetime import datetime
from hashlib import sha256
from pathlib import PurePath

from django.db import transaction
from django.db.models import Q

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking.rules import why_not_bring
from takt.interfaces.exchange import rules
from takt.interfaces.exchange.models import KEPT_FOR, Upload


@transaction.atomic
def keep_upload(data: bytes, *, file_name: str, by: Person, at: datetime) -> Upload:
    """One for each person; it takes the place of an earlier one, and whatever is too old goes too.

    Nothing has happened to any wish yet, so the ledger has nothing to tell.
    """
    refuse_if(why_not_bring(by) or rules.why_not_receive(len(data)))
    Upload.objects.filter(Q(sent_by=by) | Q(sent_at__lt=at - KEPT_FOR)).delete()
    return Upload.objects.create(
        sent_by=by,
        file_name=short_name(file_name),
        data=data,
        sha256=sha256(data).hexdigest(),
        sent_at=at,
    )


def short_name(name: str) -> str:
    """The last part of the name, printable and cut to size from the front, so that the ending is kept."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[-100:]

"""Keep an e-mail while its receiver looks at what wish it would become."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import Q

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import mail_rules
from takt.governance.asking.mail_reading import Mail, NotReadable, read_mail
from takt.governance.asking.models import ReceivedMail


@transaction.atomic
def keep_mail(data: bytes, *, by: Person, at: datetime) -> ReceivedMail:
    """One for each person; it takes the place of an earlier one. Nothing has happened, so the ledger is not told."""
    refuse_if(mail_rules.why_not_bring_mail(by) or mail_rules.why_not_read(mail_in(data)))
    ReceivedMail.objects.filter(Q(kept_by=by) | Q(kept_at__lt=at - mail_rules.KEPT_FOR)).delete()
    return ReceivedMail.objects.create(kept_by=by, data=data, sha256=sha256(data).hexdigest(), kept_at=at)


def mail_in(data: bytes) -> Mail | None:
    """None: it cannot be read."""
    try:
        return read_mail(data)
    except NotReadable:
        return None

"""Change one's mind before an e-mail has become a wish."""

from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import mail_rules
from takt.governance.asking.models import ReceivedMail


@transaction.atomic
def discard_mail(kept: ReceivedMail, *, by: Person, at: datetime) -> None:
    """The bytes are gone at once; nothing was changed, so the ledger has nothing to tell."""
    refuse_if(mail_rules.why_not_take_in(kept, by, at))
    kept.delete()

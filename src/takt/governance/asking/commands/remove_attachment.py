"""Take a document off a case."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import file_rules
from takt.governance.asking.models import Attachment
from takt.governance.asking.storage import delete_after_commit
from takt.governance.flow.stages import Stage


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: Person, at: datetime) -> None:
    """File and name are gone; of a sent case the ledger keeps that it was there, by its fingerprint."""
    refuse_if(file_rules.why_not_remove(attachment, by))
    case = attachment.initiative
    delete_after_commit([str(attachment.file.name)])
    sha256 = attachment.sha256
    attachment.delete()
    if case.stage != Stage.DRAFT:
        record("attachment.removed", about=case, by=by, at=at, sha256=sha256)

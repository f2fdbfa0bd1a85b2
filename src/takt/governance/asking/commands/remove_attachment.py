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
    # the wish may be gathered into another in the same moment, and its documents with it
    rows = Attachment.objects.select_for_update(of=("self",), no_key=True).select_related("initiative")
    found = rows.filter(pk=attachment.pk).first()
    if found is None:
        return
    refuse_if(file_rules.why_not_remove(found, by))
    case, sha256 = found.initiative, found.sha256
    delete_after_commit([str(found.file.name)])
    found.delete()
    if case.stage != Stage.DRAFT:
        record("attachment.removed", about=case, by=by, at=at, sha256=sha256)

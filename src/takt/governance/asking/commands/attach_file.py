"""Put a document on a case."""

from datetime import datetime
from hashlib import sha256

from django.core.files.base import ContentFile
from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import file_rules
from takt.governance.asking.filetypes import kind_of, short_name
from takt.governance.asking.models import Attachment, Wish
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def attach_file(initiative: Initiative, name: str, data: bytes, *, by: Person, at: datetime) -> Attachment:
    """``name`` as the sender's machine calls the file. The name stays outside the ledger: it may hold a person's."""
    # two who add the tenth at once take turns
    case = Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    refuse_if(file_rules.why_not_attach(case, Wish.objects.filter(initiative=case).first(), by))
    called = short_name(name)
    refuse_if(file_rules.why_not_keep_file(called, data, already=case.attachments.count()))
    attachment = Attachment(
        initiative=case,
        name=called,
        kind=kind_of(called, data) or "",
        size=len(data),
        sha256=sha256(data).hexdigest(),
        added_by=by,
        added_at=at,
    )
    attachment.file.save(called, ContentFile(data), save=False)
    attachment.save()
    if case.stage != Stage.DRAFT:
        record(
            "attachment.added",
            about=case,
            by=by,
            at=at,
            kind=attachment.kind,
            bytes=attachment.size,
            sha256=attachment.sha256,
        )
    return attachment

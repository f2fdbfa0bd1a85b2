"""The letters of Fjordby's past were sent in the past; no worker is to send them today."""

from django.db.models import F

from takt.foundation.jobs.models import Job
from takt.foundation.mail.commands import SEND
from takt.foundation.mail.models import Letter


def settle_post() -> None:
    """Call last, when everything that happened has been told."""
    Letter.objects.filter(sent_at=None).update(sent_at=F("written_at"), attempts=1)
    Job.objects.filter(kind=SEND).delete()

"""A workbook that someone has sent in and not yet said yes to."""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models

from takt.foundation.people.models import Person

KEPT_FOR = timedelta(days=1)


class Upload(models.Model):
    """The bytes as they came, for the one who sent them, until they are taken in, given up or too old.

    Kept by the database and not as a file, so that every web process sees the same and nothing is left behind.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sent_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=100)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    sent_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering: ClassVar = ["-sent_at"]

    def __str__(self) -> str:
        return self.file_name

    def is_too_old(self, at: datetime) -> bool:
        return at - self.sent_at > KEPT_FOR

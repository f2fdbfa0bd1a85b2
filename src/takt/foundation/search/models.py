"""What can be found: one row for each thing, with its words reduced to stems.

The index itself belongs to the database (FTS5 on SQLite, a text-search vector on PostgreSQL) and keeps itself up
to date by triggers; see the first migration. Both are given the same stems, so both find the same.
"""

from typing import ClassVar

from django.db import models


class Document(models.Model):
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    title_terms = models.TextField()
    body_terms = models.TextField()
    ending_terms = models.TextField()
    """Endings of long words, since Danish writes compounds as one word: *besøg* finds *skærmbesøg*."""

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "key"], name="a_document_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

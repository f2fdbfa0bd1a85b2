"""Evidence beside the rows: what happened, when, by whom and why, each event sealed by the one before."""

from typing import Any, ClassVar, NoReturn

from django.db import models


class Event(models.Model):
    """One thing that happened. Never changed and never deleted; the database itself refuses both.

    Facts hold no personal data: a person is a pseudonym, who can be forgotten while the chain still holds.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=60, db_index=True)
    actor = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.about}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("An event in the ledger is never deleted.")

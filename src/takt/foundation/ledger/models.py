"""Evidence beside the rows: what happened, when, by whom and why, each event sealed by the one before."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from takt.foundation.ledger.chain import FINGERPRINT


class Event(models.Model):
    """One thing that happened. Never changed and never deleted; the database itself refuses both.

    Facts hold no personal data: a person is a pseudonym, and of what somebody wrote only a fingerprint is sealed.
    Both can be forgotten while the chain still holds.
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

    @property
    def reason(self) -> str:
        """In somebody's own words; empty when none was given, or when it has been removed."""
        kept = getattr(self, "words", None)
        # events from before words and seal were kept apart have theirs among the facts
        return kept.text if kept else str(self.facts.get("reason", ""))

    @property
    def is_reason_removed(self) -> bool:
        return FINGERPRINT in self.facts and getattr(self, "words", None) is None

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("An event in the ledger is never deleted.")


class Words(models.Model):
    """Why, as somebody wrote it: beside the event, which seals a fingerprint of it.

    Never changed. It may be removed (see removal.py), since free text may name a person.
    """

    event = models.OneToOneField(Event, models.PROTECT, primary_key=True, related_name="words")
    text = models.TextField()
    salt = models.CharField(max_length=32)
    """Goes with the text, so that nobody can try out from the fingerprint what it said."""

    def __str__(self) -> str:
        return f"{self.event_id}"

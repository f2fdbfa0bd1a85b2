"""What a body wants to see before a case is sent to it. A body is named by its key, as in every version."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person


class Checklist(models.Model):
    """Of one body that has said what it requires; a body without one requires what is asked by default."""

    body_key = models.SlugField(max_length=60, unique=True)
    edition = models.PositiveIntegerField(default=1)
    """Goes up at every change; the earlier ones stand in the ledger."""
    changed_at = models.DateTimeField(_("ændret"))
    changed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("tjekliste")

    def __str__(self) -> str:
        return self.body_key


class RequiredItem(models.Model):
    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="items")
    key = models.CharField(max_length=40)
    """Of an item that some room gathers."""

    class Meta:
        verbose_name = _("krav")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint("checklist", "key", name="an_item_is_required_once")]

    def __str__(self) -> str:
        return f"{self.checklist}: {self.key}"

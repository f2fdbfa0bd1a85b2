"""The IT systems that the municipality has, so that nobody wishes for what is there already."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Unit
from takt.foundation.people.sorting import danish_sort_key


class System(models.Model):
    name = models.CharField(_("navn"), max_length=120, unique=True)
    sort_key = models.CharField(max_length=480, editable=False, db_index=True)
    vendor = models.CharField(_("leverandør"), max_length=120, blank=True)
    purpose = models.CharField(_("hvad bruges det til?"), max_length=400, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="systems", verbose_name=_("systemejer")
    )
    """The unit that answers for it; null when nobody has said so."""
    source = models.CharField(_("kilde"), max_length=200, blank=True)
    """Where we know it from."""
    url = models.URLField(_("side om systemet"), max_length=300, blank=True)
    edition = models.PositiveIntegerField(default=1)
    """Goes up at every change; whoever saves against an older one is shown what stands there now."""
    changed_at = models.DateTimeField(_("sidst ændret"))

    class Meta:
        verbose_name = _("system")
        ordering: ClassVar = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = danish_sort_key(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("system", args=[self.pk])

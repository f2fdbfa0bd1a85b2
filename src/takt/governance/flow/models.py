"""One noun for its whole life: the initiative. Called *ønske* until it is approved, then *initiativ*."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Unit
from takt.foundation.people.sorting import danish_sort_key
from takt.governance.flow.stages import Stage


class Obligation(models.TextChoices):
    """skal, bør, kan."""

    MUST = "must", _("skal")
    SHOULD = "should", _("bør")
    COULD = "could", _("kan")


class Initiative(models.Model):
    number = models.CharField(_("nummer"), max_length=12, unique=True)
    title = models.CharField(_("titel"), max_length=200)
    sort_key = models.CharField(max_length=600, editable=False, db_index=True)
    stage = models.CharField(_("trin"), max_length=12, choices=Stage, default=Stage.DRAFT, db_index=True)
    obligation = models.CharField(
        _("forpligtelse"), max_length=6, choices=Obligation, default=Obligation.COULD, db_index=True
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="initiatives", verbose_name=_("enhed"))
    created_at = models.DateTimeField(_("oprettet"))
    changed_at = models.DateTimeField(_("sidst ændret"), db_index=True)
    version = models.PositiveIntegerField(default=1)
    """Goes up at every change; a form that was filled in against an older one is asked to look again."""

    class Meta:
        verbose_name = _("initiativ")
        ordering: ClassVar = ["-changed_at", "-id"]

    def __str__(self) -> str:
        return self.number

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = danish_sort_key(self.title)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("case_file", args=[self.number])


class NumberSeries(models.Model):
    """The latest number given out in a year; the row is locked while a new one is taken."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    latest = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.latest}"

"""A hearing: affected units are asked, by a day, and what each of them said follows the case."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person, Unit
from takt.governance.flow.models import Initiative


class Stance(models.TextChoices):
    SUPPORT = "support", _("støtter")
    REMARKS = "remarks", _("støtter med bemærkninger")
    AGAINST = "against", _("er imod")
    NO_REMARKS = "no_remarks", _("har ingen bemærkninger")


class State(models.TextChoices):
    """Where a hearing is on a day."""

    OPEN = "open", _("i gang")
    OVER = "over", _("fristen er udløbet")
    CLOSED = "closed", _("afsluttet")
    WITHDRAWN = "withdrawn", _("trukket tilbage")


class Hearing(models.Model):
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="hearings")
    questions = models.JSONField(_("spørgsmål"), default=list)
    """One text each, in order."""
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("sendt"))
    due_date = models.DateField(_("svar senest"), db_index=True)
    prolonged_reason = models.TextField(_("hvorfor forlænget?"), max_length=2_000, blank=True)
    closed_at = models.DateTimeField(_("afsluttet"), null=True)
    """When all had answered and nobody needed to wait for the day."""
    withdrawn_at = models.DateTimeField(_("trukket tilbage"), null=True)
    withdrawn_reason = models.TextField(_("hvorfor trukket tilbage?"), max_length=2_000, blank=True)
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("høring")
        ordering: ClassVar = ["-asked_at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(withdrawn_at=None), name="a_hearing_ends_in_one_way"
            )
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("hearing", args=[self.pk])

    def state(self, today: date) -> State:
        if self.withdrawn_at is not None:
            return State.WITHDRAWN
        if self.closed_at is not None:
            return State.CLOSED
        return State.OVER if self.due_date < today else State.OPEN


class Party(models.Model):
    """A unit that is asked, and its answer. Whoever leads the unit now answers for it."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="parties")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("enhed"))
    stance = models.CharField(_("svar"), max_length=10, choices=Stance, blank=True)
    """Empty: no answer, which is never consent."""
    text = models.TextField(_("bemærkninger"), max_length=4_000, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    said_by = models.CharField(_("sagt af"), max_length=120, blank=True)
    """When nobody leads the unit in Takt: the one who said it to whoever wrote it."""
    answered_at = models.DateTimeField(_("svaret"), null=True)
    is_late = models.BooleanField(_("efter fristen"), default=False)
    reminded_before_date = models.DateField(null=True)
    reminded_after_date = models.DateField(null=True)
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("høringspart")
        ordering: ClassVar = ["unit__sort_key", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("hearing", "unit", name="a_unit_is_asked_once_in_a_hearing"),
            models.CheckConstraint(
                condition=Q(stance="", answered_at=None) | (~Q(stance="") & Q(answered_at__isnull=False)),
                name="an_answer_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hearing}: {self.unit}"

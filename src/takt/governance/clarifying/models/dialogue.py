"""Who has the case, and what was said."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person
from takt.governance.flow.models import Initiative


class Assignment(models.Model):
    """Who has the case now, and whether it has been declared ready for the council."""

    initiative = models.OneToOneField(Initiative, models.CASCADE, related_name="assignment")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="assignments")
    """Null when the person has asked to be forgotten."""
    taken_at = models.DateTimeField(_("taget op"))
    ready_at = models.DateTimeField(_("klar til rådet"), null=True)
    """Null: not ready, or changed since it was."""

    class Meta:
        verbose_name = _("sagsansvar")

    def __str__(self) -> str:
        return str(self.initiative)


class Question(models.Model):
    """What the network asks the wisher, and the answer, in one thread on the case."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="questions")
    text = models.TextField(_("spørgsmål"), max_length=2_000)
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("stillet"))
    due_date = models.DateField(_("svar senest"))
    answer = models.TextField(_("svar"), max_length=4_000, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(_("besvaret"), null=True, db_index=True)

    class Meta:
        verbose_name = _("spørgsmål")
        ordering: ClassVar = ["asked_at", "id"]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.pk}"


class ReplyKind(models.TextChoices):
    """What the wisher was told."""

    TAKEN_UP = "taken_up", _("Taget op")
    POSTPONED = "postponed", _("Udskudt")
    DECLINED = "declined", _("Ikke valgt")
    REOPENED = "reopened", _("Genoptaget")
    RECOMMENDED = "recommended", _("Anbefalet")
    APPROVED = "approved", _("Besluttet")
    RETURNED = "returned", _("Sendt retur")
    MERGED = "merged", _("Samlet i en anden")


class Reply(models.Model):
    """An answer to the wisher, always with a reason. The newest one holds; the earlier ones stay."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="replies")
    kind = models.CharField(_("svar"), max_length=12, choices=ReplyKind)
    reason = models.TextField(_("begrundelse"), max_length=2_000)
    reopen_date = models.DateField(_("tages op igen"), null=True, db_index=True)
    """Only of what was postponed."""
    body_name = models.CharField(_("forum"), max_length=80, blank=True)
    """The body that answered; empty when the network did."""
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(_("givet"))

    class Meta:
        verbose_name = _("svar til ønskeren")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind=ReplyKind.POSTPONED, reopen_date__isnull=False)
                | (~Q(kind=ReplyKind.POSTPONED) & Q(reopen_date__isnull=True)),
                name="only_the_postponed_have_a_reopen_date",
            )
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.kind}"

"""What law and citizens require of a case: answers, the assessments that follow, and inclusion in numbers."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person
from takt.governance.flow.models import Initiative


class AnswerValue(models.TextChoices):
    YES = "yes", _("Ja")
    NO = "no", _("Nej")
    UNKNOWN = "unknown", _("Ved ikke endnu")


class Answer(models.Model):
    """To one question of the catalogue."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="screening_answers")
    question = models.CharField(max_length=30)
    value = models.CharField(_("svar"), max_length=10, choices=AnswerValue)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(_("svaret"))

    class Meta:
        verbose_name = _("svar i lovscreeningen")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "question", name="a_screening_question_has_one_answer")
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.question} {self.value}"


class AssessmentStatus(models.TextChoices):
    MISSING = "missing", _("Mangler")
    UNDER_WAY = "under_way", _("Undervejs")
    APPROVED = "approved", _("Godkendt")
    NOT_RELEVANT = "not_relevant", _("Ikke relevant")


class Assessment(models.Model):
    """A duty that the answers have brought up, with its state and its evidence."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="assessments")
    key = models.CharField(max_length=30)
    """Of the catalogue."""
    is_required = models.BooleanField(default=True)
    """False: the answers no longer ask for it; what was written stays."""
    status = models.CharField(
        _("status"), max_length=14, choices=AssessmentStatus, default=AssessmentStatus.MISSING
    )
    evidence = models.TextField(_("bevis"), max_length=1_000, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(_("afgjort"), null=True)
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("vurdering")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "key", name="an_assessment_stands_once_on_a_case"),
            models.CheckConstraint(
                condition=Q(status__in=("missing", "under_way"), decided_at=None)
                | Q(status__in=("approved", "not_relevant"), decided_at__isnull=False),
                name="an_assessment_is_decided_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.key} {self.status}"

    @property
    def is_settled(self) -> bool:
        return self.status in (AssessmentStatus.APPROVED, AssessmentStatus.NOT_RELEVANT)


class Inclusion(models.Model):
    """Of a case that citizens meet: how many cannot use it themselves, and what they get instead."""

    initiative = models.OneToOneField(Initiative, models.CASCADE, related_name="inclusion")
    citizens = models.PositiveIntegerField(_("berørte borgere"))
    unable_percent = models.DecimalField(
        _("kan ikke bruge det selv, procent"), max_digits=4, decimal_places=1
    )
    source = models.CharField(_("bygger på"), max_length=200)
    channel = models.CharField(_("det får de i stedet"), max_length=300)
    channel_dkk = models.BigIntegerField(_("pris om året"))
    follow_up_date = models.DateField(_("måles igen"))

    class Meta:
        verbose_name = _("digital inklusion")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(unable_percent__range=(0, 100)), name="unable_is_a_percentage")
        ]

    def __str__(self) -> str:
        return str(self.initiative)

    @property
    def unable(self) -> int:
        """People, to the nearest whole number."""
        return round(self.citizens * self.unable_percent / 100)

"""Criteria and their weights, the rounds in which a case is assessed, and the value that came of it.

An adopted version of the criteria is never changed again, and a round keeps the version it was begun under. So a
change of weights never rewrites what was scored before.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from takt.calculation.scoring import HIGHEST, LOWEST
from takt.foundation.people.models import Person
from takt.governance.flow.models import Initiative


class CriteriaVersion(models.Model):
    """The criteria of one body. Without a number: the draft of its next version."""

    body_key = models.SlugField(_("forum"), max_length=60)
    """The same in every version of the governance model."""
    number = models.PositiveIntegerField(_("version"), null=True)
    full_points = models.PositiveIntegerField(_("point for 5 i alt"), default=100)
    dkk_per_point = models.PositiveIntegerField(_("kroner om året pr. point"), default=10_000)
    reason = models.CharField(_("begrundelse"), max_length=500, blank=True)
    adopted_at = models.DateTimeField(_("vedtaget"), null=True)
    adopted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    edition = models.PositiveIntegerField(default=1)
    """Goes up at every change of a draft."""

    class Meta:
        verbose_name = _("kriterier")
        ordering: ClassVar = ["body_key", F("number").desc(nulls_first=True)]
        constraints: ClassVar = [
            models.UniqueConstraint(
                "body_key", Coalesce("number", Value(0)), name="criteria_have_a_version_once_and_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(number=None, adopted_at=None) | Q(number__gte=1, adopted_at__isnull=False),
                name="numbered_criteria_were_adopted",
            ),
            models.CheckConstraint(condition=Q(dkk_per_point__gte=1), name="a_point_is_worth_something"),
        ]

    def __str__(self) -> str:
        return f"{self.body_key} {self.number or 'kladde'}"


class Criterion(models.Model):
    version = models.ForeignKey(CriteriaVersion, models.CASCADE, related_name="criteria")
    name = models.CharField(_("kriterium"), max_length=60)
    worst = models.CharField(_("hvad er 1?"), max_length=200)
    best = models.CharField(_("hvad er 5?"), max_length=200)
    weight = models.PositiveSmallIntegerField(_("vægt"))
    position = models.PositiveSmallIntegerField(_("rækkefølge"))

    class Meta:
        verbose_name = _("kriterium")
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("version", "name", name="a_criterion_stands_once_in_a_version"),
            models.CheckConstraint(condition=Q(weight__gte=1), name="a_criterion_weighs_something"),
        ]

    def __str__(self) -> str:
        return self.name


class Round(models.Model):
    """One assessment of a case by several people, each without seeing the others."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField(_("runde"))
    criteria = models.ForeignKey(CriteriaVersion, models.PROTECT, related_name="rounds")
    reason = models.CharField(_("hvorfor en ny runde?"), max_length=500, blank=True)
    """Of the second and later rounds."""
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("begyndt"))
    due_date = models.DateField(_("svar senest"))
    revealed_at = models.DateTimeField(_("åbnet"), null=True)
    """When all who were asked had answered, or the round was closed. Answers given before are fixed from then."""
    closed_at = models.DateTimeField(_("lukket"), null=True)
    closed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    close_reason = models.CharField(_("hvorfor lukket?"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("bedømmelsesrunde")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "number", name="a_round_has_its_number_once"),
            models.UniqueConstraint(
                "initiative", condition=Q(closed_at=None), name="a_case_has_one_round_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.number}"


class Assessor(models.Model):
    """Somebody who was asked to assess a case in one round."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="assessors")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="assessments")
    """Null when the person has asked to be forgotten; the scores stay."""
    asked_at = models.DateTimeField(_("spurgt"))
    is_late = models.BooleanField(default=False)
    """Asked after the round was opened; the answers are shown when nobody is waited for."""
    answered_at = models.DateTimeField(_("besvaret"), null=True, db_index=True)
    edition = models.PositiveIntegerField(default=0)
    """Goes up every time the answers are saved."""

    class Meta:
        verbose_name = _("bedømmer")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("round", "person", name="a_person_assesses_once_in_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.pk}"


class Score(models.Model):
    assessor = models.ForeignKey(Assessor, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="scores")
    value = models.PositiveSmallIntegerField(_("score"))
    reason = models.CharField(_("begrundelse"), max_length=500)

    class Meta:
        verbose_name = _("score")
        ordering: ClassVar = ["criterion__position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("assessor", "criterion", name="an_assessor_scores_a_criterion_once"),
            models.CheckConstraint(
                condition=Q(value__range=(LOWEST, HIGHEST)), name="a_score_is_on_the_scale"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.value}"


class Settlement(models.Model):
    """What the assessors agreed on after a disagreement. It stands beside the scores, which never change."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="settlements")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    text = models.TextField(_("afklaring"), max_length=2_000)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(_("afklaret"))
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("afklaring")
        constraints: ClassVar = [
            models.UniqueConstraint("round", "criterion", name="a_disagreement_is_settled_once")
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.criterion}"


class Valuation(models.Model):
    """Where the points of a case come from: a round and the formula, or a hand and a reason. The newest holds."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="valuations")
    round = models.ForeignKey(Round, models.PROTECT, null=True, related_name="valuations")
    """Null: set by hand."""
    points = models.PositiveIntegerField(_("point pr. år"))
    reason = models.CharField(_("begrundelse"), max_length=500, blank=True)
    """Of points set by hand."""
    valued_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    valued_at = models.DateTimeField(_("sat"))

    class Meta:
        verbose_name = _("værdisætning")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(round__isnull=False) | ~Q(reason=""), name="a_hand_set_value_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.points}"

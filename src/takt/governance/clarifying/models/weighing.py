"""What speaks for and against: who answers for the benefit, what else could be done, risks and strategies."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person
from takt.governance.flow.models import Initiative
from takt.registers.strategies.models import Goal


class OwnerAnswer(models.TextChoices):
    WAITING = "waiting", _("ikke svaret")
    ACCEPTED = "accepted", _("har sagt ja")
    DECLINED = "declined", _("har sagt nej")


class BenefitOwner(models.Model):
    """Gevinstejer: who answers for the benefit after go-live, once they have said yes to it."""

    initiative = models.OneToOneField(Initiative, models.CASCADE, related_name="benefit_owner")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="benefits")
    """Null when the person has asked to be forgotten."""
    named_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    named_at = models.DateTimeField(_("udpeget"))
    due_date = models.DateField(_("svar senest"))
    answer = models.CharField(_("svar"), max_length=10, choices=OwnerAnswer, default=OwnerAnswer.WAITING)
    reason = models.TextField(_("begrundelse"), max_length=2_000, blank=True)
    """Of a no."""
    answered_at = models.DateTimeField(_("svaret"), null=True)
    edition = models.PositiveIntegerField(default=1)
    """Counts namings and answers, so that nobody names another over an answer they have not read."""

    class Meta:
        verbose_name = _("gevinstejer")

    def __str__(self) -> str:
        return f"{self.initiative}: {self.answer}"


class OptionKind(models.TextChoices):
    NOTHING = "nothing", _("Gøre ingenting")
    JOIN = "join", _("Gå med i en fælleskommunal løsning")
    EXTEND = "extend", _("Udvide et system, vi har")
    BUY = "buy", _("Købe")
    BUILD = "build", _("Bygge selv")


class OptionOutcome(models.TextChoices):
    OPEN = "open", _("ikke afgjort")
    CHOSEN = "chosen", _("valgt")
    REJECTED = "rejected", _("fravalgt")


class Option(models.Model):
    """One way of meeting the need, weighed in short."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="options")
    kind = models.CharField(_("mulighed"), max_length=10, choices=OptionKind)
    assessment = models.TextField(_("vurdering"), max_length=1_000)
    cost_dkk = models.BigIntegerField(_("pris, groft skøn"), null=True)
    """Over the years that the network compares; null: not known."""
    outcome = models.CharField(
        _("afgørelse"), max_length=10, choices=OptionOutcome, default=OptionOutcome.OPEN
    )
    reason = models.CharField(_("hvorfor?"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("mulighed")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "kind", name="an_option_is_weighed_once"),
            models.UniqueConstraint(
                "initiative", condition=Q(outcome=OptionOutcome.CHOSEN), name="one_option_is_chosen"
            ),
            models.CheckConstraint(
                condition=Q(outcome=OptionOutcome.OPEN) | ~Q(reason=""), name="a_chosen_option_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.kind}"


class Risk(models.Model):
    """What may go wrong. Probability and consequence are 1 (least) to 5."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="risks")
    text = models.CharField(_("risiko"), max_length=300)
    probability = models.PositiveSmallIntegerField(_("sandsynlighed"))
    consequence = models.PositiveSmallIntegerField(_("konsekvens"))
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="risks")
    response = models.CharField(_("modtræk"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("risiko")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(probability__range=(1, 5), consequence__range=(1, 5)), name="a_risk_is_1_to_5"
            )
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.pk}"

    @property
    def size(self) -> int:
        """1 to 25."""
        return self.probability * self.consequence


class Contribution(models.Model):
    """What a case does for a goal of a strategy, in a sentence."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="contributions")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="contributions")
    sentence = models.CharField(_("bidrag"), max_length=300)

    class Meta:
        verbose_name = _("bidrag til et mål")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint("initiative", "goal", name="a_goal_is_served_once")]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.goal_id}"

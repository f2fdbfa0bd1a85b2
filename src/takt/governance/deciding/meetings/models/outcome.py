"""What came out of an item, on which conditions, and which limits were knowingly exceeded."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person, Unit
from takt.governance.deciding.meetings.models.agenda import AgendaItem
from takt.governance.flow.stages import Stage


class OutcomeKind(models.TextChoices):
    RECOMMENDED = "recommended", _("Anbefales")
    RECOMMENDED_WITH_CONDITIONS = "recommended_with_conditions", _("Anbefales med betingelser")
    APPROVED = "approved", _("Godkendt")
    APPROVED_WITH_CONDITIONS = "approved_with_conditions", _("Godkendt med betingelser")
    POSTPONED = "postponed", _("Udsættes")
    RETURNED = "returned", _("Sendes retur")
    DECLINED = "declined", _("Afvises")
    NOTED = "noted", _("Taget til efterretning")


RECOMMENDING = frozenset({OutcomeKind.RECOMMENDED, OutcomeKind.RECOMMENDED_WITH_CONDITIONS})
APPROVING = frozenset({OutcomeKind.APPROVED, OutcomeKind.APPROVED_WITH_CONDITIONS})
CONDITIONAL = frozenset({OutcomeKind.RECOMMENDED_WITH_CONDITIONS, OutcomeKind.APPROVED_WITH_CONDITIONS})


class Outcome(models.Model):
    item = models.OneToOneField(AgendaItem, models.CASCADE, related_name="outcome")
    kind = models.CharField(_("udfald"), max_length=30, choices=OutcomeKind)
    reason = models.TextField(_("begrundelse"), max_length=4_000, blank=True)
    answer = models.TextField(_("svar til ønskeren"), max_length=2_000, blank=True)
    """What others are told of a closed item; an open item is answered with its reason."""
    until_date = models.DateField(_("tages op igen"), null=True, blank=True)
    """Of what was postponed."""
    questions = models.TextField(_("spørgsmål"), max_length=4_000, blank=True)
    """Of what was returned: what the body asks."""
    stage_before = models.CharField(max_length=12, choices=Stage, blank=True)
    """Where the case stood when the outcome took effect; what is postponed goes back there."""
    recorded_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(_("ført til referat"))
    in_effect_at = models.DateTimeField(null=True, blank=True, db_index=True)
    """When the meeting closed; until then it is a draft that can be changed."""
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("udfald")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind=OutcomeKind.POSTPONED) | Q(until_date=None),
                name="only_the_postponed_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.kind}"

    @property
    def told(self) -> str:
        """The reason that everybody may read."""
        return self.answer if self.item.is_closed else self.reason


class Override(models.Model):
    """A yes beyond a limit, said knowingly."""

    outcome = models.OneToOneField(Outcome, models.CASCADE, related_name="override")
    breaches = models.JSONField(default=list)
    """The limits that a yes exceeds, as sentences."""
    reason = models.TextField(_("hvorfor alligevel?"), max_length=2_000)

    class Meta:
        verbose_name = _("ja ud over en grænse")

    def __str__(self) -> str:
        return f"{self.outcome}"


class ConditionState(models.TextChoices):
    OPEN = "open", _("Åben")
    FULFILLED = "fulfilled", _("Opfyldt")
    WAIVED = "waived", _("Frafaldet")


class Condition(models.Model):
    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="conditions")
    text = models.CharField(_("betingelse"), max_length=500)
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="conditions")
    owner_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="conditions")
    """A person or a unit; null, null only when the person has asked to be forgotten."""
    due_date = models.DateField(_("senest"), db_index=True)
    proof_wanted = models.CharField(_("bevis"), max_length=300, blank=True)
    """What will show that it is fulfilled."""
    state = models.CharField(
        _("tilstand"), max_length=9, choices=ConditionState, default=ConditionState.OPEN, db_index=True
    )
    settled_text = models.TextField(_("bevis eller begrundelse"), max_length=2_000, blank=True)
    """The proof that was given, or why it was waived."""
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    reminded_date = models.DateField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("betingelse")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"betingelse-{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("condition", args=[self.pk])

    @property
    def owner_name(self) -> str:
        return str(self.owner or self.owner_unit or "")

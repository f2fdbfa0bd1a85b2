"""A plan put forward for publication, and the plans that a body has published."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person
from takt.governance.deciding.models import Body
from takt.governance.planning.models import PlanRun


class ProposalState(models.TextChoices):
    OPEN = "open", _("Venter på beslutning")
    PUBLISHED = "published", _("Offentliggjort")
    DECLINED = "declined", _("Afvist")
    WITHDRAWN = "withdrawn", _("Trukket tilbage")


class Proposal(models.Model):
    """A computed plan as it was put before a body, with what it would change and why, as they saw it."""

    run = models.ForeignKey(PlanRun, models.PROTECT, related_name="proposals")
    against = models.ForeignKey(PlanRun, models.PROTECT, null=True, related_name="+")
    """The plan in force when it was proposed; null: the first."""
    moves = models.JSONField(default=list)
    """As ``moves.MoveRow.as_json`` writes them, the weightiest first."""
    note = models.CharField(_("hvorfor nu?"), max_length=1_000, blank=True)
    state = models.CharField(max_length=10, choices=ProposalState, default=ProposalState.OPEN, db_index=True)
    proposed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_reason = models.CharField(_("begrundelse"), max_length=1_000, blank=True)
    """Why it was declined."""
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    """That declined or published it, as it stood in the governance model then."""
    decided_on = models.DateField(_("besluttet den"), null=True)
    minutes = models.CharField(_("henvisning til referatet"), max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("plan_proposal", args=[self.pk])

    @property
    def reference(self) -> str:
        """What the ledger calls it."""
        return f"planforslag-{self.pk}"


class Publication(models.Model):
    """A plan in force from a moment on, until the next. Never changed, never removed."""

    number = models.PositiveIntegerField(_("udgave"), unique=True)
    """From 1; the highest is in force."""
    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="publication")
    run = models.ForeignKey(PlanRun, models.PROTECT, related_name="publications")
    published_at = models.DateTimeField(_("offentliggjort"))

    class Meta:
        ordering: ClassVar = ["-number"]

    def __str__(self) -> str:
        return f"{self.number}"

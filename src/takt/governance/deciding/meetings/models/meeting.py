"""A meeting of a body, or a written procedure between two, and its minutes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person
from takt.governance.deciding.models import Body


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("Planlagt")
    CALLED = "called", _("Indkaldt")
    IN_SESSION = "in_session", _("I gang")
    CLOSED = "closed", _("Lukket")
    APPROVED = "approved", _("Referat godkendt")
    CANCELLED = "cancelled", _("Aflyst")


class Meeting(models.Model):
    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings", verbose_name=_("forum"))
    """The body as it stands in the model version that the meeting follows."""
    starts_at = models.DateTimeField(_("begynder"), db_index=True)
    place = models.CharField(_("sted"), max_length=120, blank=True)
    items_due_date = models.DateField(_("punkter senest"))
    """The last day on which a case can become ready and still be drafted onto the agenda."""
    is_written = models.BooleanField(_("skriftlig behandling"), default=False)
    votes_due_at = models.DateTimeField(_("stemmer senest"), null=True, blank=True)
    """Of a written procedure only."""
    state = models.CharField(
        _("tilstand"), max_length=10, choices=MeetingState, default=MeetingState.PLANNED, db_index=True
    )
    called_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(_("hvorfor aflyst?"), max_length=500, blank=True)
    edition = models.PositiveIntegerField(default=1)
    """Goes up when the meeting, the order of its agenda or its attendance changes."""

    class Meta:
        verbose_name = _("møde")
        ordering: ClassVar = ["starts_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(is_written=True, votes_due_at__isnull=False)
                | Q(is_written=False, votes_due_at=None),
                name="only_a_written_procedure_has_a_last_vote",
            ),
        ]

    def __str__(self) -> str:
        return f"møde-{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.pk])

    @property
    def body_key(self) -> str:
        return self.body.key

    @property
    def is_over(self) -> bool:
        return self.state in (MeetingState.CLOSED, MeetingState.APPROVED)


class Minutes(models.Model):
    """The minutes as they were approved. Never changed; what comes later is an addendum."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes")
    content = models.TextField()
    """The canonical text that was approved, one JSON document."""
    hash = models.CharField(max_length=64)
    """SHA-256 of the content, also in the ledger."""
    approved_at = models.DateTimeField(_("godkendt"))
    approved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("referat")

    def __str__(self) -> str:
        return f"{self.meeting}: {self.hash[:12]}"


class Addendum(models.Model):
    """What had to be added after the minutes were approved."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="addenda")
    item = models.ForeignKey("meetings.AgendaItem", models.PROTECT, null=True, related_name="addenda")
    """Null: about the whole meeting."""
    text = models.TextField(_("tilføjelse"), max_length=4_000)
    reason = models.CharField(_("hvorfor?"), max_length=500)
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("tilføjelse til referat")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.pk}"

"""What stands on the agenda, who was there, who was not to take part, and who voted in writing."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.models.meeting import Meeting
from takt.governance.deciding.models import SeatRole
from takt.governance.flow.models import Initiative


class ItemKind(models.TextChoices):
    """orientering, drøftelse, beslutning."""

    INFORMATION = "information", _("Til orientering")
    DISCUSSION = "discussion", _("Til drøftelse")
    DECISION = "decision", _("Til beslutning")


class AgendaItem(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, null=True, blank=True, related_name="agenda_items", verbose_name=_("sag")
    )
    """Null: a plain item such as “Eventuelt”."""
    title = models.CharField(_("titel"), max_length=200)
    kind = models.CharField(_("behandling"), max_length=12, choices=ItemKind, default=ItemKind.DECISION)
    minutes = models.PositiveSmallIntegerField(_("minutter"), default=10)
    position = models.PositiveSmallIntegerField(_("plads"))
    """From 1. Two may share one for a moment while the order changes; then ``id`` decides."""
    is_closed = models.BooleanField(_("lukket punkt"), default=False)
    """Read only by members of the body who are not recused."""
    presentation = models.TextField(_("fremstilling"), max_length=8_000, blank=True)
    notes = models.TextField(_("referat"), max_length=8_000, blank=True)
    """What was said, beside the outcome."""
    noted_at = models.DateTimeField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("punkt på dagsordenen")
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("meeting", "initiative", name="a_case_stands_once_on_an_agenda"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.position}"


class Attendance(models.Model):
    """A seat of the body at this meeting, whether its person was there, and as what."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    role = models.CharField(_("rolle"), max_length=10, choices=SeatRole)
    is_present = models.BooleanField(_("til stede"), default=False)

    class Meta:
        verbose_name = _("fremmøde")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("meeting", "person", name="a_person_attends_a_meeting_once")
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.person}"

    @property
    def has_vote(self) -> bool:
        return self.role != SeatRole.SECRETARY


class Recusal(models.Model):
    """inhabilitet: the person takes no part in the item and does not count for its quorum."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="recusals")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    ground = models.CharField(_("grund"), max_length=500)
    declared_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    declared_at = models.DateTimeField()

    class Meta:
        verbose_name = _("inhabilitet")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("item", "person", name="a_person_is_recused_once_from_an_item")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.person}"


class Choice(models.TextChoices):
    FOR = "for", _("For")
    AGAINST = "against", _("Imod")
    NEITHER = "neither", _("Undlader")


class Vote(models.Model):
    """One member's written answer to one item; it may be changed until the procedure closes."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    choice = models.CharField(_("stemme"), max_length=8, choices=Choice)
    comment = models.CharField(_("bemærkning"), max_length=1_000, blank=True)
    voted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("skriftlig stemme")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("item", "person", name="a_person_votes_once_on_an_item")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.choice}"

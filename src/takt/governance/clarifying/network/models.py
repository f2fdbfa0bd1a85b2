"""The digitalisation network: who knows what, for which unit, and who stands in when they are away."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person, Unit
from takt.foundation.people.sorting import danish_sort_key


class Kind(models.TextChoices):
    EXPERT = "expert", _("ekspert")
    SUPER_USER = "super_user", _("superbruger")


class KnowledgeField(models.Model):
    """Something a member knows about, as the members themselves call it."""

    name = models.CharField(_("vidensområde"), max_length=40)
    key = models.CharField(max_length=80, unique=True, editable=False)
    """The name without regard to capital letters, so that it stands once."""
    sort_key = models.CharField(max_length=120, editable=False, db_index=True)

    class Meta:
        verbose_name = _("vidensområde")
        ordering: ClassVar = ["sort_key", "key"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key, self.sort_key = self.name.casefold(), danish_sort_key(self.name)
        super().save(*args, **kwargs)


class Membership(models.Model):
    """A person is in the network for a unit and those below it, from one day to another."""

    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="memberships")
    """Null when the person has asked to be forgotten."""
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", verbose_name=_("enhed"))
    kind = models.CharField(_("rolle i netværket"), max_length=10, choices=Kind, default=Kind.SUPER_USER)
    fields = models.ManyToManyField(KnowledgeField, blank=True, related_name="memberships")
    from_date = models.DateField(_("fra"))
    to_date = models.DateField(_("til og med"), null=True, blank=True)
    """The last day; null while nobody knows."""
    substitute = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="stands_in_for"
    )
    away_from = models.DateField(_("væk fra"), null=True, blank=True)
    away_to = models.DateField(_("væk til og med"), null=True, blank=True)
    handed_over_at = models.DateTimeField(_("overdraget"), null=True, blank=True)
    """When the member left and somebody else got everything; the membership ended at that moment."""
    handover_reason = models.TextField(_("begrundelse"), max_length=2_000, blank=True)
    """Says something of a person, so it stands here and not in the ledger."""
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("medlem af netværket")
        ordering: ClassVar = [F("person__sort_key").asc(nulls_last=True), "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                "person", condition=Q(to_date=None), name="a_person_has_one_membership_without_end"
            ),
            models.CheckConstraint(
                condition=Q(to_date=None) | Q(to_date__gte=F("from_date")),
                name="a_membership_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(away_from=None, away_to=None) | Q(away_to__gte=F("away_from")),
                name="an_absence_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.unit}"

    def get_absolute_url(self) -> str:
        return reverse("network_member", args=[self.pk])

    def is_in_force(self, today: date) -> bool:
        """The same as ``queries.in_force``, of one that is at hand."""
        ended = self.handed_over_at is not None or (self.to_date is not None and self.to_date < today)
        return self.from_date <= today and not ended

    def is_away(self, today: date) -> bool:
        return self.away_from is not None and self.away_from <= today <= (self.away_to or today)

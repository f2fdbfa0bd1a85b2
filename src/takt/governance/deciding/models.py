"""The municipality's governance model as data: who meets, who sits there, and what they may decide.

A version that has been adopted is never changed again. A change is made in the one draft, which is a version
without a number, and becomes the next version when it is adopted.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from takt.calculation.governance_path import Level, Scope
from takt.foundation.people.models import Person, Unit

LEVELS = (
    (Level.QUALIFY.value, _("Kvalificerer")),
    (Level.RECOMMEND.value, _("Anbefaler")),
    (Level.DECIDE.value, _("Beslutter")),
)
SCOPES = (
    (Scope.BOTH.value, _("alle sager")),
    (Scope.LOCAL.value, _("lokale sager")),
    (Scope.CROSS_CUTTING.value, _("tværgående sager")),
)


class SeatRole(models.TextChoices):
    CHAIR = "chair", _("formand")
    SECRETARY = "secretary", _("sekretær")
    MEMBER = "member", _("medlem")


class ModelVersion(models.Model):
    """One governance model. Without a number: the draft of the next."""

    number = models.PositiveIntegerField(_("version"), null=True, blank=True)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    """The version that a draft started from."""
    in_force_from = models.DateField(_("gælder fra"), null=True, blank=True)
    reason = models.CharField(_("begrundelse"), max_length=500, blank=True)
    adopted_at = models.DateTimeField(_("vedtaget"), null=True, blank=True)
    adopted_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    """Who entered it; null when the person has asked to be forgotten."""
    edition = models.PositiveIntegerField(default=1)
    """Goes up at every change of a draft; what was reviewed against an older one must be reviewed again."""

    class Meta:
        verbose_name = _("styringsmodel")
        ordering: ClassVar = [F("number").desc(nulls_first=True)]
        constraints: ClassVar = [
            models.UniqueConstraint(Coalesce("number", Value(0)), name="a_version_once_and_one_draft"),
            models.CheckConstraint(
                condition=Q(number=None, adopted_at=None, in_force_from=None)
                | Q(number__gte=1, adopted_at__isnull=False, in_force_from__isnull=False),
                name="a_numbered_version_was_adopted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}" if self.number else "kladde"


class Body(models.Model):
    """A forum that cases pass. ``key`` is the same in every version; the row belongs to one of them."""

    version = models.ForeignKey(ModelVersion, models.CASCADE, related_name="bodies")
    key = models.SlugField(max_length=60)
    name = models.CharField(_("navn"), max_length=80)
    purpose = models.CharField(_("opgave"), max_length=500, blank=True)
    cadence = models.CharField(_("mødes"), max_length=120, blank=True)
    weeks_between = models.PositiveSmallIntegerField(_("uger mellem møder"), null=True, blank=True)
    quorum = models.PositiveSmallIntegerField(_("beslutningsdygtigt ved"), default=0)
    position = models.PositiveSmallIntegerField(_("rækkefølge"))
    """Cases meet the bodies from the lowest to the highest."""
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("forum")
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("version", "key", name="a_body_stands_once_in_a_version"),
            models.UniqueConstraint("version", "name", name="a_name_stands_once_in_a_version"),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    body = models.ForeignKey(Body, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="seats")
    """Null when the person has asked to be forgotten."""
    role = models.CharField(_("rolle"), max_length=10, choices=SeatRole, default=SeatRole.MEMBER)
    from_date = models.DateField(_("fra"))
    to_date = models.DateField(_("til"), null=True, blank=True)
    """The last day; null while nobody knows."""

    class Meta:
        verbose_name = _("plads i et forum")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("body", "person", name="a_person_sits_once_in_a_body"),
            models.CheckConstraint(
                condition=Q(to_date=None) | Q(to_date__gte=F("from_date")), name="a_seat_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.person}"


class Mandate(models.Model):
    body = models.ForeignKey(Body, models.CASCADE, related_name="mandates")
    level = models.CharField(_("hvad må det?"), max_length=10, choices=LEVELS)
    scope = models.CharField(_("hvilke sager?"), max_length=14, choices=SCOPES, default=Scope.BOTH.value)
    investment_limit_dkk = models.PositiveBigIntegerField(_("anlæg op til"), null=True, blank=True)
    """That amount included; null: no limit."""
    running_limit_dkk = models.PositiveBigIntegerField(_("drift pr. år op til"), null=True, blank=True)
    areas = models.ManyToManyField(Unit, blank=True, related_name="+", verbose_name=_("områder"))
    """None: all areas."""

    class Meta:
        verbose_name = _("mandat")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_level_display()}"

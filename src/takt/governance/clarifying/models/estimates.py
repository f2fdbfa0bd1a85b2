"""What the network found out: time, money, effort, impact and order."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Unit
from takt.governance.flow.models import Initiative


class StaffRole(models.Model):
    """A scarce kind of staff that initiatives compete for, for example project leaders."""

    key = models.SlugField(max_length=20, unique=True)
    name = models.CharField(_("rolle"), max_length=60)
    full_time_equivalents = models.DecimalField(_("årsværk"), max_digits=5, decimal_places=1)
    source = models.CharField(_("kilde"), max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name


class Estimate(models.Model):
    """Three-point estimates (lav, sandsynlig, høj) in whole DKK at the price level of ``price_year``."""

    initiative = models.OneToOneField(Initiative, models.CASCADE, related_name="estimate")
    prepare_months = models.PositiveSmallIntegerField(_("forberedelse, måneder"))
    roll_out_months = models.PositiveSmallIntegerField(_("udrulning, måneder"))
    settle_months = models.PositiveSmallIntegerField(_("indkøring, måneder"))
    investment_low_dkk = models.BigIntegerField(_("anlæg, lavt skøn"))
    investment_dkk = models.BigIntegerField(_("anlæg, sandsynligt skøn"))
    investment_high_dkk = models.BigIntegerField(_("anlæg, højt skøn"))
    running_low_dkk = models.BigIntegerField(_("drift pr. år, lavt skøn"))
    running_dkk = models.BigIntegerField(_("drift pr. år, sandsynligt skøn"))
    running_high_dkk = models.BigIntegerField(_("drift pr. år, højt skøn"))
    benefit_low_dkk = models.BigIntegerField(_("gevinst pr. år, lavt skøn"))
    benefit_dkk = models.BigIntegerField(_("gevinst pr. år, sandsynligt skøn"))
    benefit_high_dkk = models.BigIntegerField(_("gevinst pr. år, højt skøn"))
    training_low_hours = models.PositiveSmallIntegerField(_("oplæring, lavt skøn"), default=0)
    training_hours = models.PositiveSmallIntegerField(_("oplæring, sandsynligt skøn"), default=0)
    training_high_hours = models.PositiveSmallIntegerField(_("oplæring, højt skøn"), default=0)
    """Hours per employee who must learn it. What each unit must carry stands on its Impact."""
    investment_source = models.CharField(_("anlæg bygger på"), max_length=200, blank=True)
    running_source = models.CharField(_("drift bygger på"), max_length=200, blank=True)
    benefit_source = models.CharField(_("gevinst bygger på"), max_length=200, blank=True)
    training_source = models.CharField(_("oplæring bygger på"), max_length=200, blank=True)
    price_year = models.PositiveSmallIntegerField(_("prisniveau"))
    points_per_year = models.IntegerField(_("værdi, point pr. år"))
    earliest_start_month = models.DateField(_("tidligst start"), null=True, blank=True)
    """The first day of the month, as every month in the database."""
    latest_go_live_month = models.DateField(_("senest i drift"), null=True, blank=True)
    deadline_reason = models.CharField(_("hvorfor senest?"), max_length=200, blank=True)
    fixed_start_month = models.DateField(_("er startet"), null=True, blank=True)
    source = models.CharField(_("kilde"), max_length=200)
    """Of the whole, with months, value and deadline; each line has its own beside it."""
    estimated_at = models.DateTimeField(_("skønnet"))

    class Meta:
        verbose_name = _("skøn")
        constraints: ClassVar = [
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{what}_low_dkk__lte": F(f"{what}_dkk")})
                    & Q(**{f"{what}_dkk__lte": F(f"{what}_high_dkk")}),
                    name=f"{what}_low_likely_high_in_order",
                )
                for what in ("investment", "running", "benefit")
            ),
            models.CheckConstraint(
                condition=Q(training_low_hours__lte=F("training_hours"))
                & Q(training_hours__lte=F("training_high_hours")),
                name="training_low_likely_high_in_order",
            ),
        ]

    def __str__(self) -> str:
        return str(self.initiative)


class Effort(models.Model):
    """Person-days that one role spends on one initiative, evenly over preparation and roll-out.

    Three points; the planner, the case and Excel use the likely one (``days``).
    """

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="efforts")
    role = models.ForeignKey(StaffRole, models.PROTECT, verbose_name=_("rolle"))
    low_days = models.PositiveIntegerField(_("dage, lavt skøn"))
    days = models.PositiveIntegerField(_("dage i alt"))
    high_days = models.PositiveIntegerField(_("dage, højt skøn"))
    source = models.CharField(_("bygger på"), max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "role", name="an_effort_per_role"),
            models.CheckConstraint(
                condition=Q(low_days__lte=F("days")) & Q(days__lte=F("high_days")),
                name="days_low_likely_high_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.days} {self.role}"


class Impact(models.Model):
    """What one unit must carry: people, hours per person and intensity (see calculation/change_load)."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="impacts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="impacts", verbose_name=_("enhed"))
    people = models.PositiveIntegerField(_("berørte medarbejdere"))
    training_hours = models.PositiveSmallIntegerField(_("uddannelse, timer pr. medarbejder"))
    adaptation_hours = models.PositiveSmallIntegerField(_("omstilling, timer pr. medarbejder"))
    intensity = models.PositiveSmallIntegerField(_("intensitet"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "unit", name="an_impact_per_unit"),
            models.CheckConstraint(condition=Q(intensity__range=(1, 3)), name="intensity_is_1_2_or_3"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.unit}"


class Dependency(models.Model):
    """One initiative must be in use before another may start."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="requirements")
    requires = models.ForeignKey(Initiative, models.PROTECT, related_name="required_by")
    lag_months = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "requires", name="a_dependency_once"),
            models.CheckConstraint(condition=~Q(initiative=F("requires")), name="nothing_requires_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative} ← {self.requires}"

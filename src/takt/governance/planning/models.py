"""The four limits (money, staff, change, law and calendar) and the plans computed under them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.jobs.models import Job
from takt.foundation.people.models import Person, Unit
from takt.governance.clarifying.models import StaffRole
from takt.governance.flow.models import Initiative


class FrameKind(models.TextChoices):
    INVESTMENT = "investment", _("Anlæg")
    RUNNING = "running", _("Drift")


class Frame(models.Model):
    """Money for digital initiatives of one kind in one calendar year, in whole DKK."""

    kind = models.CharField(_("art"), max_length=10, choices=FrameKind)
    year = models.PositiveSmallIntegerField(_("år"))
    dkk = models.BigIntegerField(_("ramme, kr."))
    source = models.CharField(_("kilde"), max_length=200)

    class Meta:
        ordering: ClassVar = ["kind", "year"]
        constraints: ClassVar = [models.UniqueConstraint("kind", "year", name="a_frame_per_kind_and_year")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}"


class StaffMonth(models.Model):
    """Person-days that a role has for initiatives in a month, after holidays and daily work."""

    role = models.ForeignKey(StaffRole, models.CASCADE, related_name="months")
    month = models.DateField(_("måned"))
    days = models.PositiveIntegerField(_("dage"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("role", "month", name="a_role_has_days_once_a_month")
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.month:%Y-%m}"


class Ceiling(models.Model):
    """The most change a unit may be asked to carry; a unit without one inherits its parent's."""

    unit = models.OneToOneField(Unit, models.CASCADE, related_name="ceiling")
    hours_per_employee = models.DecimalField(
        _("loft, timer pr. medarbejder pr. måned"), max_digits=4, decimal_places=1
    )
    go_lives_per_quarter = models.PositiveSmallIntegerField(_("højst i drift pr. kvartal"), null=True)
    source = models.CharField(_("kilde"), max_length=200)

    def __str__(self) -> str:
        return str(self.unit)


class Freeze(models.Model):
    """Months in which nothing goes live, in some units or (none named) everywhere."""

    first_month = models.DateField(_("fra måned"))
    latest_month = models.DateField(_("til og med måned"))
    units = models.ManyToManyField(Unit, blank=True, verbose_name=_("enheder"))
    reason = models.CharField(_("hvorfor"), max_length=200)

    class Meta:
        ordering: ClassVar = ["first_month", "id"]

    def __str__(self) -> str:
        return self.reason


class PlanRun(models.Model):
    """One computation of a plan, kept with its question, its answer and the engine that gave it.

    ``problem`` and ``plan`` are the bytes of takt.problem/1 and takt.plan/1 (gzip), for recomputing it.
    """

    job = models.OneToOneField(Job, models.PROTECT, related_name="plan_run")
    effort = models.CharField(_("grundighed"), max_length=8)
    requested_by = models.ForeignKey(Person, models.SET_NULL, null=True)
    requested_at = models.DateTimeField()
    first_month = models.DateField()
    months = models.PositiveSmallIntegerField()
    problem = models.BinaryField()
    plan = models.BinaryField(null=True)
    status = models.CharField(max_length=10, blank=True)
    value = models.FloatField(null=True)
    value_bound = models.FloatField(null=True)
    engine = models.JSONField(default=dict)
    figures = models.JSONField(default=dict)
    """Load, staff, money and go-lives of the plan, worked out once when it is recorded (see figures.py)."""
    recorded_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"Plan {self.pk}"

    @property
    def reference(self) -> str:
        """What the ledger calls it."""
        return f"plan-{self.pk}"


class Placement(models.Model):
    """An initiative's place in one plan: the months it prepares, rolls out, goes live and settles."""

    run = models.ForeignKey(PlanRun, models.CASCADE, related_name="placements")
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="placements")
    start_month = models.DateField(_("start"), null=True)
    """Null: the wish was part of the question but is not in the plan."""
    roll_out_month = models.DateField(_("udrulning"), null=True)
    go_live_month = models.DateField(_("i drift"), null=True)
    settled_month = models.DateField(_("indkørt"), null=True)
    """The first month after settling in."""

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("run", "initiative", name="a_place_per_plan")]

    def __str__(self) -> str:
        return f"{self.initiative} {self.run}"


class WeighedYes(models.Model):
    """The latest reckoned consequences of a yes to an initiative beside a plan, for all hosts to show."""

    run = models.ForeignKey(PlanRun, models.CASCADE, related_name="weighed")
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="weighed")
    question_sha256 = models.CharField(max_length=64)
    """Of today's limits and estimates; with another one it is reckoned again."""
    weighed = models.JSONField()
    computed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "initiative"], name="weighed_once_beside_a_plan")
        ]

    def __str__(self) -> str:
        return f"{self.initiative} {self.run}"

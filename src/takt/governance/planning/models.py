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


class Committee(models.Model):
    """A political committee (udvalg) with frames of its own; the units it answers for, and all below them."""

    name = models.CharField(_("udvalg"), max_length=80, unique=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name


class CommitteeUnit(models.Model):
    """A unit belongs to one committee at most, its own or that of the nearest unit above it."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="units")
    unit = models.OneToOneField(Unit, models.CASCADE, related_name="committee_unit")

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.committee}: {self.unit}"


class Frame(models.Model):
    """Money for digital initiatives of one kind in one calendar year, in whole DKK."""

    kind = models.CharField(_("art"), max_length=10, choices=FrameKind)
    year = models.PositiveSmallIntegerField(_("år"))
    committee = models.ForeignKey(Committee, models.CASCADE, null=True, related_name="frames")
    """Null: of the whole municipality."""
    dkk = models.BigIntegerField(_("ramme, kr."))
    price_year = models.PositiveSmallIntegerField(_("prisniveau"), null=True)
    """The year whose prices the amount is in; null: those of the year itself."""
    is_service_frame = models.BooleanField(_("inden for servicerammen"), default=False)
    source = models.CharField(_("kilde"), max_length=200)

    class Meta:
        ordering: ClassVar = ["kind", "year", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("kind", "year", "committee", name="a_frame_per_kind_year_and_committee"),
            models.UniqueConstraint(
                "kind", "year", condition=models.Q(committee=None), name="a_frame_per_kind_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}"


class PriceRise(models.Model):
    """How much prices and wages rise from the year before (PL-fremskrivning), in per cent."""

    year = models.PositiveSmallIntegerField(_("år"), unique=True)
    running_percent = models.DecimalField(_("drift, pct."), max_digits=5, decimal_places=2)
    investment_percent = models.DecimalField(_("anlæg, pct."), max_digits=5, decimal_places=2)
    source = models.CharField(_("kilde"), max_length=200)

    class Meta:
        ordering: ClassVar = ["year"]

    def __str__(self) -> str:
        return str(self.year)


class StaffTerms(models.Model):
    """What part of a role's working days goes to initiatives."""

    role = models.OneToOneField(StaffRole, models.CASCADE, related_name="terms")
    share_percent = models.PositiveSmallIntegerField(_("til projekter, pct."))
    """The rest is daily work."""
    absence_percent = models.PositiveSmallIntegerField(_("ferie og fravær, pct."))
    """Of the working days, on average over a year."""

    def __str__(self) -> str:
        return str(self.role)


class StaffPost(models.Model):
    """Full-time equivalents that a role has, or (absence) lacks, over some months."""

    role = models.ForeignKey(StaffRole, models.CASCADE, related_name="posts")
    what = models.CharField(_("stilling eller hold"), max_length=80)
    """Never a name or the cause of an absence: versions are kept for good."""
    is_absence = models.BooleanField(_("fravær"), default=False)
    full_time_equivalents = models.DecimalField(_("årsværk"), max_digits=5, decimal_places=2)
    first_month = models.DateField(_("fra måned"))
    latest_month = models.DateField(_("til og med måned"), null=True)
    """Null: until further notice."""

    class Meta:
        ordering: ClassVar = ["role", "id"]

    def __str__(self) -> str:
        return f"{self.role}: {self.what}"


class StaffMonth(models.Model):
    """Person-days that a role has for initiatives in a month, after holidays and daily work.

    Only of roles without posts; with posts the days are reckoned from those.
    """

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
    """Months in which nothing goes live, in some units or (none named) everywhere; once or every year."""

    first_month = models.DateField(_("fra måned"))
    latest_month = models.DateField(_("til og med måned"))
    is_yearly = models.BooleanField(_("hvert år"), default=False)
    """In the same months of every later year too."""
    units = models.ManyToManyField(Unit, blank=True, verbose_name=_("enheder"))
    reason = models.CharField(_("hvorfor"), max_length=200)

    class Meta:
        ordering: ClassVar = ["first_month", "id"]

    def __str__(self) -> str:
        return self.reason


class LimitKind(models.TextChoices):
    """The four limits. Each is changed as a whole, and every version of it is kept."""

    MONEY = "money", _("Penge")
    STAFF = "staff", _("Bemanding")
    CEILINGS = "ceilings", _("Lofter")
    FREEZES = "freezes", _("Frysperioder")


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


class LimitVersion(models.Model):
    """One of the limits as it was from a moment on: what stood in it, who answers for it, and who changed it."""

    limit = models.CharField(_("grænse"), max_length=10, choices=LimitKind)
    number = models.PositiveIntegerField(_("version"))
    """From 1; 0 is what stood there before the first change that was written down."""
    content = models.JSONField()
    """Rows by section, as in ``limits.sections``."""
    owner = models.CharField(_("ejer"), max_length=120, blank=True)
    source = models.CharField(_("kilde"), max_length=200, blank=True)
    decided_by = models.CharField(_("besluttet af"), max_length=120, blank=True)
    decided_on = models.DateField(_("besluttet den"), null=True)
    reason = models.CharField(_("hvorfor"), max_length=500)
    changed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(_("ændret"))
    weighed_run = models.ForeignKey(PlanRun, models.SET_NULL, null=True, related_name="+")
    """The plan that ``broken`` is about; null: not reckoned."""
    broken = models.JSONField(default=list)
    """What of that plan breaks the four limits as they were from this version on."""

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [models.UniqueConstraint("limit", "number", name="a_limit_has_versions")]

    def __str__(self) -> str:
        return f"{self.get_limit_display()} {self.number}"

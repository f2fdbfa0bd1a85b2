"""Scenarios and sweeps, each computed beside the plan and kept with question and answer."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.jobs.models import Job
from takt.foundation.people.models import Person
from takt.governance.planning.models import PlanRun


class Scenario(models.Model):
    """Named changes to a question, by which the house can see another future before anybody decides it."""

    name = models.CharField(_("navn"), max_length=80)
    note = models.CharField(_("note"), max_length=1_000, blank=True)
    base = models.ForeignKey(PlanRun, models.PROTECT, null=True, related_name="scenarios")
    """The plan whose question is changed; None: the limits and wishes of the day on which it is computed."""
    changes = models.JSONField(default=list)
    """As ``calculation.scenarios.writing`` writes them."""
    edition = models.PositiveIntegerField(default=1)
    """Goes up at every edit, so that nobody overwrites what they have not seen."""
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    discarded_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> str:
        """What the ledger calls it."""
        return f"scenario-{self.pk}"


class ScenarioRun(models.Model):
    """One computation of a scenario as it stood then; bytes as in ``PlanRun``."""

    scenario = models.ForeignKey(Scenario, models.CASCADE, related_name="runs")
    edition = models.PositiveIntegerField()
    """Of the scenario when it was asked for."""
    base = models.ForeignKey(PlanRun, models.PROTECT, null=True, related_name="+")
    """The plan it is held against: the scenario's own, otherwise the newest that there was."""
    job = models.OneToOneField(Job, models.PROTECT, related_name="scenario_run")
    effort = models.CharField(max_length=8)
    requested_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    requested_at = models.DateTimeField()
    problem = models.BinaryField()
    """The changed question."""
    plan = models.BinaryField(null=True)
    status = models.CharField(max_length=10, blank=True)
    outcome = models.JSONField(default=dict)
    """The figures by which it is compared (``calculation.scenarios.outcome``)."""
    engine = models.JSONField(default=dict)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.scenario} {self.pk}"


class Sweep(models.Model):
    """A range over one or two limits, every point of which is computed."""

    name = models.CharField(_("navn"), max_length=80)
    base = models.ForeignKey(PlanRun, models.PROTECT, related_name="sweeps")
    """The plan whose question is changed, and which is the point of today."""
    axes = models.JSONField()
    """One or two, as ``calculation.scenarios.axes`` writes them."""
    effort = models.CharField(max_length=8)
    job = models.OneToOneField(Job, models.PROTECT, related_name="sweep")
    """The latest; a sweep that was stopped may be continued with another."""
    requested_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    requested_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> str:
        """What the ledger calls it."""
        return f"sweep-{self.pk}"


class SweepCell(models.Model):
    """One computed point. A row is there exactly when the point is done."""

    sweep = models.ForeignKey(Sweep, models.CASCADE, related_name="cells")
    x = models.IntegerField()
    y = models.IntegerField(default=0)
    """Points on the first and second axis; y is 0 where there is only one."""
    plan = models.BinaryField(null=True)
    """None: no plan is possible there."""
    engine = models.JSONField(default=dict)
    chosen = models.PositiveIntegerField(default=0)
    months_late = models.PositiveIntegerField(default=0)
    goal_shortfall = models.BigIntegerField(default=0)
    value_twelfths = models.BigIntegerField(default=0)
    value_bound_twelfths = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sweep", "x", "y"], name="a_point_is_computed_once")
        ]

    def __str__(self) -> str:
        return f"{self.sweep} ({self.x}, {self.y})"

"""What is reckoned beside a recorded plan: how sure it is, and what more of each limit is worth."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.jobs.models import Job
from takt.foundation.people.models import Person
from takt.governance.planning.models import PlanRun


class Kind(models.TextChoices):
    SURENESS = "sureness", _("Hvor sikkert?")
    WORTH = "worth", _("Hvad er det værd?")


class Reckoning(models.Model):
    """The latest of its kind beside one plan; what it told before stays until the next has been told."""

    run = models.ForeignKey(PlanRun, models.CASCADE, related_name="reckonings")
    kind = models.CharField(max_length=10, choices=Kind)
    job = models.OneToOneField(Job, models.PROTECT, related_name="reckoning")
    """The latest; a new one when it is reckoned again."""
    asked_sha256 = models.CharField(max_length=64)
    """Of plan, estimates and way of reckoning, as they were when it was asked for."""
    requested_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    """Null: by itself, because the plan or the estimates changed."""
    requested_at = models.DateTimeField()
    told = models.JSONField(default=dict)
    told_sha256 = models.CharField(max_length=64, blank=True)
    """What ``asked_sha256`` was for ``told``."""
    computed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint("run", "kind", name="reckoned_once_of_each_kind_beside_a_plan")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.run}"

"""Work that takes longer than a page may: asked for in a row, done by a worker, safe over a killed one."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person


class State(models.TextChoices):
    WAITING = "waiting", _("venter")
    RUNNING = "running", _("i gang")
    DONE = "done", _("færdig")
    FAILED = "failed", _("gik ikke")
    CANCELLED = "cancelled", _("stoppet")


class Job(models.Model):
    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    requested_by = models.ForeignKey(Person, models.SET_NULL, null=True)
    requested_at = models.DateTimeField()
    not_before = models.DateTimeField(null=True)
    """Null: at once."""
    finished_at = models.DateTimeField(null=True)
    progress = models.JSONField(default=dict)
    cancel_requested = models.BooleanField(default=False)
    error = models.TextField(blank=True)
    attempts = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    """A worker that has not said anything by then is taken for dead, and the job may be claimed anew."""
    fence = models.PositiveIntegerField(default=0)
    """Goes up at every claim; a worker with an older number can no longer write."""

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index("state", "lease_until", name="job_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_over(self) -> bool:
        return self.state in {State.DONE, State.FAILED, State.CANCELLED}


class DailyRun(models.Model):
    """What is done once a day has been asked for on that day; the first to write the row makes the job."""

    name = models.CharField(max_length=60)
    day = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("name", "day", name="once_a_day")]

    def __str__(self) -> str:
        return f"{self.name} {self.day}"

"""Starts that people have asked the planner to keep."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person
from takt.governance.flow.models import Initiative


class Pin(models.Model):
    """A wish that an initiative starts in one month, until it is withdrawn. It changes no plan by itself."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="pins")
    month = models.DateField(_("start i måned"))
    reason = models.CharField(_("hvorfor"), max_length=500)
    edition = models.PositiveIntegerField(default=1)
    """Goes up when it is moved, so that nobody overwrites what they have not seen."""
    pinned_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    pinned_at = models.DateTimeField()
    """When the month was last said."""
    withdrawn_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["initiative"],
                condition=models.Q(withdrawn_at=None),
                name="an_initiative_is_pinned_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.initiative} {self.month:%Y-%m}"

"""Which of the municipality's systems a case touches, and how."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from takt.governance.flow.models import Initiative
from takt.registers.systems.models import System


class Touch(models.TextChoices):
    """How a case touches a system."""

    REPLACES = "replaces", _("erstatter")
    CHANGES = "changes", _("ændrer eller udvider")
    INTEGRATES = "integrates", _("integrerer med")
    RETIRES = "retires", _("udfaser")
    NONE = "none", _("berører ingen")
    """Somebody has looked, and there is nothing to touch."""


class TouchedSystem(models.Model):
    """A system that a case touches; one without a system says that it touches none."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="touched_systems")
    system = models.ForeignKey(System, models.PROTECT, null=True, related_name="touched_by")
    how = models.CharField(_("hvordan?"), max_length=10, choices=Touch)
    note = models.CharField(_("bemærkning"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("berørt system")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "system", name="a_system_is_touched_once"),
            models.UniqueConstraint(
                "initiative", condition=Q(system=None), name="that_none_is_touched_is_said_once"
            ),
            models.CheckConstraint(
                condition=Q(how=Touch.NONE, system=None) | (~Q(how=Touch.NONE) & ~Q(system=None)),
                name="a_touch_has_a_system",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.how} {self.system_id}"

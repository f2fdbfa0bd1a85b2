"""Strategies that the municipality works under, and their goals."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Strategy(models.Model):
    key = models.SlugField(max_length=20, unique=True)
    title = models.CharField(_("titel"), max_length=200)
    kind = models.CharField(_("niveau"), max_length=40)
    """As the source says it: EU, national, fællesoffentlig, fælleskommunal or kommunal."""
    owner = models.CharField(_("ejer"), max_length=200)
    period = models.CharField(_("periode"), max_length=20)
    certainty = models.CharField(_("sikkerhed"), max_length=2)
    """A is the surer."""
    note = models.CharField(_("bemærkning"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("strategi")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.title


class Goal(models.Model):
    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="goals")
    position = models.PositiveSmallIntegerField(_("mål nr."))
    text = models.CharField(_("mål"), max_length=300)

    class Meta:
        verbose_name = _("mål")
        ordering: ClassVar = ["strategy_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint("strategy", "position", name="a_goal_has_its_own_number")
        ]

    def __str__(self) -> str:
        return self.text

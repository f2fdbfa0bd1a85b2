"""What the managers of receiving units say about their readiness, and which cases asked them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from takt.calculation.change_load.readiness import HIGHEST, LOWEST
from takt.foundation.people.models import Person, Unit
from takt.governance.flow.models import Initiative

FIELDS = ("capacity", "leadership", "settled", "skills", "meaning")
"""The five questions, in the order in which they are asked (see questions.py)."""


class Readiness(models.Model):
    """One unit's answers. A row is never changed: the newest of a unit holds, the earlier ones are evidence."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="readiness", verbose_name=_("enhed"))
    capacity = models.PositiveSmallIntegerField(_("tid"))
    leadership = models.PositiveSmallIntegerField(_("ledelse"))
    settled = models.PositiveSmallIntegerField(_("ro på"))
    skills = models.PositiveSmallIntegerField(_("kompetencer"))
    meaning = models.PositiveSmallIntegerField(_("mening"))
    note = models.TextField(_("bemærkning"), max_length=1_000, blank=True)
    percent = models.PositiveSmallIntegerField(_("loftet sænkes med"))
    """By the rule on the day of the answer, so that a later change of the rule changes no evidence."""
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    on_behalf_of = models.CharField(_("på vegne af"), max_length=120, blank=True)
    """The manager whose words they are, when a coordinator wrote them down."""
    answered_at = models.DateTimeField(_("besvaret"))
    first_month = models.DateField(_("gælder fra"))
    latest_month = models.DateField(_("gælder til og med"))
    """Both the first day of a month."""

    class Meta:
        verbose_name = _("parathed")
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(**{f"{field}__range": (LOWEST, HIGHEST)}), name=f"{field}_is_on_the_scale"
            )
            for field in FIELDS
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.pk}"

    @property
    def answers(self) -> tuple[int, ...]:
        return tuple(getattr(self, field) for field in FIELDS)


class Inquiry(models.Model):
    """One case asks one receiving unit. Without an answer it says just that: no answer."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="inquiries")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="inquiries", verbose_name=_("enhed"))
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("spurgt"))
    due_date = models.DateField(_("svar senest"), db_index=True)
    reminded_date = models.DateField(_("mindet om"), null=True)
    answer = models.ForeignKey(Readiness, models.PROTECT, null=True, related_name="inquiries")
    """The first answer given after the case asked; a later standing answer does not change this evidence."""

    class Meta:
        verbose_name = _("spørgsmål om parathed")
        ordering: ClassVar = ["unit__sort_key"]
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "unit", name="a_case_asks_a_unit_once")
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.unit}"

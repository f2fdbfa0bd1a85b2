"""How a person wants to be kept up to date: a daily e-mail, and a calendar that others cannot guess."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person


class Subscription(models.Model):
    person = models.OneToOneField(Person, models.CASCADE, related_name="subscription")
    wants_digest = models.BooleanField(_("daglig e-mail"), default=True)
    digest_date = models.DateField(null=True)
    """The latest day for which the daily e-mail was written, so that it is never written twice."""
    calendar_key_hash = models.CharField(max_length=64, blank=True, db_index=True)
    """SHA-256 of the secret in the calendar's address; empty: there is no calendar."""
    calendar_made_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("abonnement")
        constraints: ClassVar = [
            models.UniqueConstraint(
                "calendar_key_hash",
                condition=~models.Q(calendar_key_hash=""),
                name="a_calendar_address_is_one_persons",
            )
        ]

    def __str__(self) -> str:
        return str(self.person)

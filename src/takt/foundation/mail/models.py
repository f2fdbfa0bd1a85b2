"""What Takt writes to people. A letter is a row first and an e-mail afterwards, so none is lost or sent in vain."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person


class Letter(models.Model):
    """An e-mail to one person, written in the transaction of what it tells of."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="letters")
    subject = models.CharField(_("emne"), max_length=200)
    text = models.TextField(_("tekst"))
    link = models.CharField(_("side"), max_length=300, blank=True)
    """The page it is about, as a path in Takt."""
    written_at = models.DateTimeField(_("skrevet"))
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(_("sendt"), null=True)
    error = models.CharField(max_length=300, blank=True)
    """Why it could not be sent the latest time."""

    class Meta:
        verbose_name = _("e-mail")
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.pk}: {self.subject}"

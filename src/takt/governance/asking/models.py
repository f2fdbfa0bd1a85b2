"""A wish as the asker wrote it, those who stand behind it or follow it, and the documents that belong to it."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person, Unit
from takt.governance.asking.storage import a_random_place, private_files
from takt.governance.flow.models import Initiative


class Frequency(models.TextChoices):
    """How much the trouble fills (Hvor meget fylder det?)."""

    LITTLE = "little", _("Lidt")
    WEEKLY = "weekly", _("Hver uge")
    DAILY = "daily", _("Hver dag")
    UNKNOWN = "unknown", _("Ved ikke")


class Wish(models.Model):
    initiative = models.OneToOneField(Initiative, models.CASCADE, related_name="wish")
    trouble = models.TextField(_("hvad er besværligt i dag?"), max_length=4_000)
    helps_own_unit = models.BooleanField(_("os i afdelingen"), default=False)
    helps_citizens = models.BooleanField(_("borgere"), default=False)
    helps_other_units = models.BooleanField(_("andre afdelinger"), default=False)
    frequency = models.CharField(
        _("hvor meget fylder det?"), max_length=8, choices=Frequency, default=Frequency.UNKNOWN
    )
    wished_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="wishes")
    """Null when the person has asked to be forgotten, or the wish came from a list without names."""
    written_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    """Only when somebody wrote it for a colleague or, being the one who wished too, for a unit."""
    wished_for = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    """Only of a draft, which is its writer's own: the colleague whose wish it will be."""
    merged_into = models.ForeignKey(Initiative, models.PROTECT, null=True, related_name="gathered")
    """The case that this wish was the same as and is now part of."""
    submitted_at = models.DateTimeField(_("sendt"), null=True, db_index=True)
    answer_due_date = models.DateField(_("svar senest"), null=True)
    source = models.CharField(_("kilde"), max_length=200, blank=True)
    """Where the wish came from when nobody in the house typed it, for example a workbook."""

    class Meta:
        verbose_name = _("ønske")

    def __str__(self) -> str:
        return str(self.initiative)


class Supporter(models.Model):
    """Someone who joined a wish instead of sending the same one again."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="supporters")
    person = models.ForeignKey(Person, models.SET_NULL, null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    reason = models.CharField(_("hvorfor er det også jeres ønske?"), max_length=500, blank=True)
    joined_at = models.DateTimeField()

    class Meta:
        verbose_name = _("medunderskriver")
        constraints: ClassVar = [models.UniqueConstraint("wish", "person", name="a_person_joins_a_wish_once")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.wish}"


class Follower(models.Model):
    """Someone who wants to be told what happens to a case."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="followers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("følger")
        constraints: ClassVar = [
            models.UniqueConstraint("initiative", "person", name="a_person_follows_a_case_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.initiative}"


class Attachment(models.Model):
    """A document on a case. Whoever may see the case may see it."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="attachments")
    file = models.FileField(storage=private_files, upload_to=a_random_place, max_length=100)
    name = models.CharField(_("navn"), max_length=100)
    """As its owner calls it; the file itself lies under a random name."""
    kind = models.CharField(max_length=4)
    """A key of filetypes.KINDS: what the content is, not only what the name says."""
    size = models.PositiveIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(_("tilføjet"))

    class Meta:
        verbose_name = _("bilag")
        ordering: ClassVar = ["added_at", "id"]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.name}"


class ReceivedMail(models.Model):
    """An e-mail that somebody in the network has sent in and not yet made a wish of.

    The bytes as they came, in the database and not as a file, so that nothing is left behind.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.pk)

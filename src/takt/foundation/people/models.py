"""The municipality's units and the people who work in them."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.sorting import danish_sort_key


class Unit(models.Model):
    """An organisational unit; a tree under the whole municipality."""

    name = models.CharField(_("navn"), max_length=120, unique=True)
    sort_key = models.CharField(max_length=240, editable=False, db_index=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("hører under")
    )
    headcount = models.PositiveIntegerField(
        _("ansatte"), help_text=_("Medarbejdere i enheden og enheder under den.")
    )
    edition = models.PositiveIntegerField(default=1)
    """Goes up at every change; whoever saves against an older one is shown what stands there now."""

    class Meta:
        verbose_name = _("enhed")
        ordering: ClassVar = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = danish_sort_key(self.name)
        super().save(*args, **kwargs)


class Role(models.TextChoices):
    """What a person may do comes from the roles they hold; everyone signed in is an employee."""

    NETWORK_MEMBER = "network_member", _("medlem af digitaliseringsnetværket")
    COORDINATOR = "coordinator", _("digitaliseringskonsulent")
    COUNCIL_MEMBER = "council_member", _("rådsmedlem")
    DIRECTOR = "director", _("direktør")
    UNIT_MANAGER = "unit_manager", _("leder af enhed")
    PROJECT_LEADER = "project_leader", _("projektleder")
    ECONOMIST = "economist", _("økonom")
    DPO = "dpo", _("databeskyttelsesrådgiver")
    AUDITOR = "auditor", _("revisor")
    ADMINISTRATOR = "administrator", _("systemadministrator")


class People(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """``password`` None: the person cannot sign in with a password (demonstration, single sign-on)."""
        person = self.model(email=self.normalize_email(email), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone who uses Takt. The ledger knows them only by ``pseudonym``."""

    pseudonym = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("navn"), max_length=120)
    sort_key = models.CharField(max_length=360, editable=False, db_index=True)
    job_title = models.CharField(_("stilling"), max_length=120, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name=_("enhed"))
    language = models.CharField(_("sprog"), max_length=2, default="da")
    is_active = models.BooleanField(_("kan logge ind"), default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        verbose_name = _("person")
        ordering: ClassVar = ["sort_key", "id"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = danish_sort_key(self.name)
        super().save(*args, **kwargs)

    def holds(self, *roles: Role) -> bool:
        """Whether the person holds any of the roles, in any unit; asked once a request."""
        if not hasattr(self, "_roles"):
            self._roles = set(self.role_holdings.values_list("role", flat=True))
        return not self._roles.isdisjoint(roles)


class RoleHolding(models.Model):
    """A person holds a role, in one unit or in the whole municipality."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="role_holdings")
    role = models.CharField(_("rolle"), max_length=20, choices=Role)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name=_("gælder i"))

    class Meta:
        verbose_name = _("rolle")
        constraints: ClassVar = [
            models.UniqueConstraint("person", "role", "unit", name="a_role_is_held_once_in_a_unit"),
            models.UniqueConstraint(
                "person", "role", condition=models.Q(unit=None), name="a_role_is_held_once_everywhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"

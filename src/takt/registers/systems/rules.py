"""May the register of systems be changed, and if not, why not? No queries, no clock."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role, Unit
from takt.foundation.refusals import Refusal, not_yours
from takt.registers.systems.models import System

KEEPERS = (Role.COORDINATOR, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the register holds of a system."""

    name: str
    vendor: str = ""
    purpose: str = ""
    unit: Unit | None = None
    source: str = ""
    url: str = ""


def why_not_keep(by: Person) -> Refusal | None:
    if by.is_active and by.holds(*KEEPERS):
        return None
    return not_yours(
        _("Kun digitaliseringskonsulenter og systemadministratorer retter i registret over systemer."),
        _("Skriv til digitaliseringskonsulenten, hvis et system mangler eller er forkert."),
    )


def why_not_save(facts: Facts, *, has_namesake: bool) -> Refusal | None:
    if not facts.name.strip():
        return Refusal(_("Systemet har ikke noget navn."), _("Skriv det navn, kollegerne kender det under."))
    if has_namesake:
        return Refusal(
            _("Der findes allerede et system, der hedder “%(name)s”.") % {"name": facts.name},
            _("Ret det, der er der, eller skriv i navnet, hvad der adskiller de to."),
        )
    return None


def why_not_overwrite(now: System, edition: int) -> Refusal | None:
    """``edition``: of the system as the person last saw it."""
    if now.edition == edition:
        return None
    return Refusal(
        _("En kollega har rettet “%(name)s”, siden du åbnede siden.") % {"name": now.name},
        _("Intet er gået tabt. Se, hvad der står nu, ret dit, og gem igen."),
    )

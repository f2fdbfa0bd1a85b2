"""Wishes that somebody writes for a colleague or for a unit: whose they are, and for whom one may write."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.foundation.refusals import Refusal, not_yours, refuse_if
from takt.governance.asking.queries import with_descendants

WRITES_FOR_ALL = (Role.NETWORK_MEMBER, Role.COORDINATOR)
MOST_COLLEAGUES = 300


@dataclass(frozen=True, slots=True)
class Behalf:
    """Whose wish it is, when it is not the writer's own."""

    unit: Unit
    person: Person | None = None
    """The colleague; None: it is the unit's, and the writer gets the answers."""


@dataclass(frozen=True, slots=True)
class Circle:
    """For whom a person may write."""

    units: Sequence[Unit]
    colleagues: Sequence[Person]
    """Of those units, to choose among; empty for the network, which may write for anybody."""


def units_led_by(person: Person) -> set[int]:
    """The units whose manager the person is, and all below them. A role without a unit counts for one's own."""
    holdings = RoleHolding.objects.filter(person=person, role=Role.UNIT_MANAGER)
    roots = {unit or person.unit_id for unit in holdings.values_list("unit", flat=True)} - {None}
    units = list(Unit.objects.all()) if roots else []
    return {below for root in roots if root for below in with_descendants(root, units)}


def circle_of(person: Person) -> Circle | None:
    """None for those who write only for themselves."""
    if person.holds(*WRITES_FOR_ALL):
        return Circle(list(Unit.objects.all()), [])
    led = units_led_by(person)
    if not led:
        return None
    colleagues = Person.objects.filter(unit__in=led, is_active=True).exclude(pk=person.pk)
    return Circle(list(Unit.objects.filter(pk__in=led)), list(colleagues[:MOST_COLLEAGUES]))


def behalf_of(email: str, unit: str, *, by: Person) -> Behalf | None:
    """What a form says, looked up. None: the wish is the writer's own. Raises Refused for nobody we know."""
    if email.strip():
        colleague = Person.objects.filter(email__iexact=email.strip()).select_related("unit").first()
        refuse_if(why_not_know(colleague))
        assert colleague is not None  # noqa: S101 - the rule has said so
        assert colleague.unit is not None  # noqa: S101
        return None if colleague == by else Behalf(colleague.unit, colleague)
    chosen = Unit.objects.filter(pk=int(unit)).first() if unit.isdecimal() and len(unit) < 10 else None
    return Behalf(chosen) if chosen and chosen.pk != by.unit_id else None


def why_not_know(colleague: Person | None) -> Refusal | None:
    if colleague is not None and colleague.is_active and colleague.unit_id is not None:
        return None
    return Refusal(
        _("Takt kender ingen med den e-mail, som hører til en enhed."),
        _("Se efter, om adressen er rigtig, eller lad feltet stå tomt, og vælg enheden."),
    )


def why_not_write_for(by: Person, behalf: Behalf | None, *, led: Collection[int]) -> Refusal | None:
    """``led``: the keys of the units that the writer leads."""
    if behalf is None or by.holds(*WRITES_FOR_ALL) or behalf.unit.pk in led:
        return None
    if not led:
        return not_yours(
            _("Kun ledere og de, der kvalificerer ønsker, kan skrive et ønske for andre."),
            _("Bed kollegaen om at skrive det selv. Det tager to minutter."),
        )
    return not_yours(
        _("Du leder ikke %(unit)s, så du kan ikke skrive et ønske for nogen der.") % {"unit": behalf.unit},
        _("Bed lederen af enheden eller digitaliseringskonsulenten om det."),
    )

"""What a new municipality does first: shown to those who can do it, until it is done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person, Role, Unit
from takt.foundation.people.unit_rules import may_keep_units
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.deciding.models import ModelVersion


@dataclass(frozen=True, slots=True)
class Step:
    title: str | Promise
    text: str | Promise
    link: str
    is_done: bool


def first_steps(reader: Person) -> list[Step]:
    """Empty for those who cannot, and when a meeting has been called: then the municipality is on its way."""
    if not may_keep_units(reader) or Meeting.objects.exists():
        return []
    return list(_steps())


def _steps() -> Iterator[Step]:
    for title, text, address, is_done in _STEPS:
        yield Step(title, text, reverse(address), is_done())


def _has_areas() -> bool:
    return Unit.objects.filter(parent__isnull=False).exists()


def _has_coordinator() -> bool:
    can_clarify = Q(role_holdings__role=Role.COORDINATOR) | Q(role_holdings__role=Role.NETWORK_MEMBER)
    return Person.objects.filter(can_clarify, is_active=True).exists()


def _has_model() -> bool:
    return ModelVersion.objects.filter(number__isnull=False).exists()


_STEPS: tuple[tuple[str | Promise, str | Promise, str, Callable[[], bool]], ...] = (
    (
        _("Skriv kommunens enheder"),
        _("Områderne og enhederne under dem. De viser, hvem en sag rammer, og om den er tværgående."),
        "units",
        _has_areas,
    ),
    (
        _("Tilføj personer"),
        _(
            "De, der skal kvalificere, mødes og beslutte. Mindst én er digitaliseringskonsulent og tager ønskerne op."
        ),
        "people",
        _has_coordinator,
    ),
    (
        _("Skriv styringsmodellen"),
        _("Hvilke fora I har, hvem der sidder i dem, og hvad de må beslutte."),
        "governance",
        _has_model,
    ),
    (
        _("Indkald det første møde"),
        _("Det gør forummets sekretær eller formand. Sager, der er klar, kan så sættes på dagsordenen."),
        "meetings",
        lambda: False,
    ),
)

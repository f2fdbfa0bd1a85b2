"""Everything the rooms can say of a case before it is sent on, and what the receiving body requires of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from takt.governance.clarifying import checklist as clarifying
from takt.governance.clarifying.checklist import Item
from takt.governance.clarifying.readiness import checklist as readiness
from takt.governance.clarifying.scoring import checklist as scoring
from takt.governance.clarifying.screening import checklist as screening
from takt.governance.deciding.checklists.models import RequiredItem
from takt.governance.deciding.hearing import checklist as hearing
from takt.governance.deciding.receiving import receiving_body
from takt.governance.flow.models import Initiative


@dataclass(frozen=True, slots=True)
class Provider:
    """A room that knows something a body may require."""

    name: str | Promise
    items_of: Callable[[Initiative], Iterable[Item]]
    names: Mapping[str, str | Promise]
    """By key, every item it may give, as it is named when it is done."""


PROVIDERS: tuple[Provider, ...] = (
    Provider(_("Kvalificering"), clarifying.items_of, clarifying.NAMES),
    Provider(_("Lov og borgere"), screening.items_of, screening.NAMES),
    Provider(
        _("Bedømmelse"),
        scoring.items_of,
        {"assessed": _("Bedømt af mindst to"), "settled": _("Uenighed er afklaret")},
    ),
    Provider(
        _("Parathed"),
        readiness.items_of,
        {"readiness": _("De berørte ledere har svaret om parathed")},
    ),
    Provider(_("Høring"), hearing.items_of, {"hearing": _("De berørte enheder er hørt")}),
)
"""In the order in which the network works. A new room adds itself here."""

DEFAULT = ("need", "questions", "money", "value", "effort", "units", "deadline")
"""What is required while a body has not said anything else."""


@dataclass(frozen=True, slots=True)
class Gathered:
    body_key: str
    body: str
    """The name of the body that receives the case; empty while the way is not known."""
    required: Sequence[Item]
    others: Sequence[Item]
    """What is known but not required."""

    @property
    def done(self) -> int:
        return sum(item.is_done for item in self.required)

    @property
    def missing(self) -> list[str]:
        return clarifying.missing(self.required)


def gather(initiative: Initiative, *, at: datetime) -> Gathered:
    """An item that does not concern the case, as a deadline where there is none, is not there at all."""
    body = receiving_body(initiative, at=at)
    keys = required_keys(body.key if body else "")
    items = [item for provider in PROVIDERS for item in provider.items_of(initiative)]
    return Gathered(
        body.key if body else "",
        body.name if body else "",
        [item for item in items if item.key in keys],
        [item for item in items if item.key not in keys],
    )


def required_keys(body_key: str) -> frozenset[str]:
    rows = RequiredItem.objects.filter(checklist__body_key=body_key).values_list("key", flat=True)
    return frozenset(rows) or frozenset(DEFAULT)


def all_names() -> dict[str, str | Promise]:
    return {key: name for provider in PROVIDERS for key, name in provider.names.items()}

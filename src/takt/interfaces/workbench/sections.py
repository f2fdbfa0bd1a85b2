"""The sections of the workbench in the order of the page: where each is, and whether what it should give is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from takt.governance.clarifying.checklist import Item
from takt.governance.deciding.checklists.gathering import Gathered
from takt.governance.flow.models import Initiative

ON_CASE = {"oensket": "behandling"}
"""Sections that stand on the page of the case, and where."""
SECTIONS: tuple[tuple[str, str | Promise, tuple[str, ...]], ...] = (
    ("oensket", gettext_lazy("Ønsket"), ("need", "questions")),
    ("skoen", gettext_lazy("Skøn"), ("money", "deadline")),
    ("enheder", gettext_lazy("Enheder"), ("units",)),
    ("bedoemmelse", gettext_lazy("Bedømmelse"), ("assessed", "settled")),
    ("vaerdi", gettext_lazy("Værdi"), ("value",)),
    ("parathed", gettext_lazy("Parathed"), ("readiness",)),
    ("hoering", gettext_lazy("Høring"), ("hearing",)),
    ("roller", gettext_lazy("Roller"), ("effort",)),
    ("muligheder", gettext_lazy("Muligheder"), ("options",)),
    ("systemer", gettext_lazy("Systemer"), ("systems",)),
    ("risici", gettext_lazy("Risici"), ("risks",)),
    ("lov", gettext_lazy("Lov"), ("screening", "assessments")),
    ("borgere", gettext_lazy("Borgere"), ("inclusion",)),
    ("gevinstejer", gettext_lazy("Gevinstejer"), ("benefit_owner",)),
    ("strategi", gettext_lazy("Strategi"), ("strategy",)),
)
"""Anchor, name, and the keys of the items of the checklist that are supplied there."""


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    href: str
    missing: Sequence[Item]
    """What is required and not there."""
    is_required: bool
    is_done: bool
    """Everything it gives is there, required or not."""
    doubt: str = ""
    """What does not stop the case, but is seen by those who receive it."""

    @property
    def mark(self) -> str:
        if self.missing:
            return "bad"
        if self.doubt:
            return "warn"
        return "ok" if self.is_done else "none"

    @property
    def state(self) -> str:
        """For those who do not see the mark."""
        return {
            "bad": _("Mangler:"),
            "warn": _("Bemærk:"),
            "ok": _("På plads:"),
            "none": _("Kræves ikke:"),
        }[self.mark]


def sections_of(initiative: Initiative, gathered: Gathered, *, is_over: bool) -> list[Section]:
    """``is_over``: a unit would come over its ceiling."""
    case = initiative.get_absolute_url()
    doubts = (
        {"enheder": _("Belastningen er over loftet. Den, der modtager sagen, ser det.")} if is_over else {}
    )
    return list(_sections(case, gathered, doubts))


def _sections(case: str, gathered: Gathered, doubts: dict[str, str]) -> Iterator[Section]:
    for anchor, name, keys in SECTIONS:
        required = [item for item in gathered.required if item.key in keys]
        items = [*required, *(item for item in gathered.others if item.key in keys)]
        yield Section(
            name=str(name),
            href=f"{case}#{ON_CASE[anchor]}" if anchor in ON_CASE else f"#{anchor}",
            missing=[item for item in required if not item.is_done],
            is_required=bool(required),
            is_done=bool(items) and all(item.is_done for item in items),
            doubt=doubts.get(anchor, ""),
        )

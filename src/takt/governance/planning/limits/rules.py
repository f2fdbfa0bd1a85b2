"""May this person change a limit, and if not, why? No queries, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.planning.limits.sections import Content
from takt.governance.planning.models import LimitKind

MAY_CHANGE = {
    LimitKind.MONEY: (Role.ECONOMIST,),
    LimitKind.STAFF: (Role.COORDINATOR,),
    LimitKind.CEILINGS: (Role.COORDINATOR, Role.DIRECTOR),
    LimitKind.FREEZES: (Role.COORDINATOR,),
}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a change rests on."""

    owner: str = ""
    source: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One limit as someone wants it to be."""

    limit: LimitKind
    content: Content
    """Every section of that limit, read and found right."""
    edition: int
    """The number of the version that the person saw."""


def why_not_change_limit(by: Person, limit: LimitKind) -> Refusal | None:
    """Everyone may read the limits."""
    if by.is_active and by.holds(*MAY_CHANGE[limit]):
        return None
    who, whom = {
        LimitKind.MONEY: (_("Kun økonomer retter i rammerne."), _("Skriv til økonomiafdelingen.")),
        LimitKind.STAFF: (
            _("Kun digitaliseringskonsulenter retter i bemandingen."),
            _("Skriv til digitaliseringskonsulenten."),
        ),
        LimitKind.CEILINGS: (
            _(
                "Lofter besluttes af direktionen og skrives ind af digitaliseringskonsulenten eller en direktør."
            ),
            _("Tag ønsket om et andet loft op med din direktør."),
        ),
        LimitKind.FREEZES: (
            _("Kun digitaliseringskonsulenter retter i frysperioderne."),
            _("Skriv til digitaliseringskonsulenten."),
        ),
    }[limit]
    everyone = _("Alle kan læse dem her på siden.")
    return not_yours(who, f"{whom} {everyone}")


def why_not_replace(now: int, edition: int) -> Refusal | None:
    """``now``: the number of the newest version."""
    if now == edition:
        return None
    return Refusal(
        _("En kollega har gemt en ny version, siden du åbnede siden."),
        _("Intet er gået tabt. Se, hvad der er ændret, ret dit, og se igen, hvad der sker, før du gemmer."),
    )


def why_not_keep(limit: LimitKind, grounds: Grounds, *, changes: int) -> Refusal | None:
    if not changes:
        return Refusal(_("Der er ingen ændringer at gemme."), _("Ret noget, eller gå tilbage."))
    if not grounds.reason.strip():
        return Refusal(
            _("Der mangler en begrundelse."), _("Skriv, hvorfor grænsen ændres. Alle kan læse det.")
        )
    if not grounds.source.strip():
        return Refusal(_("Der mangler en kilde."), _("Skriv, hvor tallene kommer fra."))
    if limit == LimitKind.CEILINGS and not (grounds.decided_by.strip() and grounds.decided_on):
        return Refusal(
            _("Et loft gælder først, når det er besluttet."),
            _("Skriv, hvem der har besluttet det, og hvilken dag."),
        )
    return None


def why_not_decided_later(grounds: Grounds, today: date) -> Refusal | None:
    if grounds.decided_on is None or grounds.decided_on <= today:
        return None
    return Refusal(_("Beslutningen ligger i fremtiden."), _("Skriv den dag, den er truffet."))


def why_not_several(proposals: Sequence[Proposal]) -> Refusal | None:
    if proposals:
        return None
    return Refusal(_("Der er ingen ændringer at gemme."), _("Ret noget, eller gå tilbage."))


def why_not_change_any(by: Person) -> Refusal | None:
    """A workbook may hold all four; whoever may change one of them may send it."""
    if by.is_active and by.holds(*{role for roles in MAY_CHANGE.values() for role in roles}):
        return None
    return not_yours(
        _("Kun økonomer, digitaliseringskonsulenter og direktører kan ændre grænser."),
        _("Du kan læse dem og hente dem som Excel på siden Grænser."),
    )

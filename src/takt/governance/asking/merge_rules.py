"""May one wish be gathered into another, and if not, why not? No queries, no clock."""

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.rules import CAN_BE_JOINED
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

NETWORK = (Role.NETWORK_MEMBER, Role.COORDINATOR)
CAN_BE_MERGED = {Stage.SUBMITTED, Stage.CLARIFYING}
CAN_GATHER = CAN_BE_JOINED | {Stage.REALISING, Stage.IN_USE}


def why_not_merge_away(initiative: Initiative, by: Person) -> Refusal | None:
    """Whether this wish may become part of another, whichever."""
    if not by.is_active or not by.holds(*NETWORK):
        return not_yours(
            _("Kun de, der kvalificerer ønsker, samler dem, der er ens."),
            _("Skriv til digitaliseringskonsulenten, hvis to ønsker er det samme."),
        )
    if initiative.stage not in CAN_BE_MERGED:
        return Refusal(
            _("Sag %(number)s er på trinnet “%(stage)s” og kan ikke længere samles i en anden.")
            % {"number": initiative.number, "stage": initiative.get_stage_display()},
            _("Kun ønsker, der er modtaget eller kvalificeres, kan. Prøv den anden vej rundt."),
        )
    return None


def why_not_merge(initiative: Initiative, into: Initiative | None, by: Person) -> Refusal | None:
    """``into``: the case that it becomes part of; None when there is no case of that number."""
    if refusal := why_not_merge_away(initiative, by):
        return refusal
    if into is None or into.stage == Stage.DRAFT:
        return Refusal(
            _("Der er ingen sag med det nummer."), _("Se nummeret øverst på den sag, det er det samme som.")
        )
    if into.pk == initiative.pk:
        return Refusal(_("Et ønske kan ikke samles med sig selv."), _("Vælg en anden sag."))
    if into.stage not in CAN_GATHER:
        return Refusal(
            _("Sag %(number)s er på trinnet “%(stage)s”, så intet kan samles i den.")
            % {"number": into.number, "stage": into.get_stage_display()},
            _("Vælg en sag, der stadig lever, eller tag den op igen først."),
        )
    return None

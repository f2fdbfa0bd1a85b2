"""What may stand among options and risks, and who may answer for a benefit? No queries, no clock."""

from collections.abc import Container, Mapping

from django.utils.translation import gettext as _

from takt.foundation.people.forgetting import somebody_forgotten
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.rules import Answers, why_not_keep
from takt.governance.clarifying.models import BenefitOwner, OptionKind, OptionOutcome, OwnerAnswer
from takt.governance.clarifying.rules import MOST_DKK, why_not_say
from takt.governance.clarifying.weighing import RiskTold, Weighed
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

MOST_RISKS = 40
NO_LONGER_OPEN = {Stage.CLOSED, Stage.DECLINED, Stage.WITHDRAWN}


def why_not_weigh(wanted: Mapping[str, Weighed]) -> Refusal | None:
    """At most one option is chosen, and who chooses or rejects says why."""
    for kind, option in wanted.items():
        if refusal := _why_not_option(str(OptionKind(kind).label), option):
            return refusal
    if sum(option.outcome == OptionOutcome.CHOSEN for option in wanted.values()) > 1:
        return Refusal(
            _("Der er valgt mere end én mulighed."),
            _("Vælg netop én. Sæt de andre til fravalgt, og skriv hvorfor."),
        )
    return None


def _why_not_option(name: str, option: Weighed) -> Refusal | None:
    if not option.assessment.strip():
        return Refusal(
            _("“%(option)s” mangler en vurdering.") % {"option": name},
            _("Skriv kort, hvad den ville betyde, eller tøm rækken."),
        )
    if option.outcome != OptionOutcome.OPEN and not option.reason.strip():
        return Refusal(
            _("“%(option)s” mangler en grund til, at den er valgt eller fravalgt.") % {"option": name},
            _("Skriv hvorfor med en enkelt sætning. De, der skal behandle sagen, læser den."),
        )
    if option.cost_dkk is not None and not 0 <= option.cost_dkk <= MOST_DKK:
        return Refusal(
            _("Prisen kan ikke bruges."), _("Skriv et helt beløb i kroner, eller lad feltet stå tomt.")
        )
    return why_not_keep(Answers(trouble=f"{option.assessment} {option.reason}"))


def why_not_risk(wanted: Mapping[str, RiskTold]) -> Refusal | None:
    if len(wanted) > MOST_RISKS:
        return Refusal(
            _("Der er mere end 40 risici."), _("Saml dem, der hænger sammen, så de vigtigste kan ses.")
        )
    for risk in wanted.values():
        if not risk.text.strip():
            return Refusal(
                _("En risiko har ingen tekst."), _("Skriv, hvad der kan gå galt, eller tøm rækken.")
            )
        if not {risk.probability, risk.consequence} <= {1, 2, 3, 4, 5}:
            return Refusal(
                _("“%(risk)s” mangler sandsynlighed eller konsekvens.") % {"risk": risk.text},
                _("Vælg 1 til 5 for begge, hvor 5 er mest."),
            )
        if refusal := why_not_keep(Answers(trouble=f"{risk.text} {risk.response}")):
            return refusal
    return None


def why_not_link(wanted: Mapping[int, str], known: Container[int]) -> Refusal | None:
    """``wanted``: the sentence by goal; ``known``: goals that are there."""
    if not all(goal in known for goal in wanted):
        return Refusal(_("Målet findes ikke længere."), _("Vælg et af de mål, der står på listen."))
    refusals = (why_not_say(sentence) for sentence in wanted.values())
    return next((refusal for refusal in refusals if refusal), None)


def why_not_name(person: Person | None, owner: BenefitOwner | None) -> Refusal | None:
    """``owner``: the one named before."""
    if person is None or not person.is_active:
        return Refusal(
            _("Takt kender ikke den person, eller personen er stoppet."),
            _("Skriv navn eller e-mail på en, der kan logge ind. Gevinstejeren skal selv kunne svare."),
        )
    if owner and owner.person_id == person.pk and owner.answer != OwnerAnswer.DECLINED:
        return Refusal(
            _("%(person)s er allerede udpeget som gevinstejer.") % {"person": person},
            _("Vent på svaret, eller udpeg en anden."),
        )
    return None


def why_not_name_over(now: BenefitOwner | None, edition: int) -> Refusal | None:
    """``edition``: of the owner as the person last saw it, 0 when there was none."""
    if now is None or now.edition == edition:
        return None
    who = str(now.person or somebody_forgotten())
    return Refusal(
        _("Gevinstejeren er en anden, eller har svaret, siden du åbnede siden. Nu står der: %(now)s.")
        % {"now": ", ".join(part for part in (who, now.get_answer_display(), now.reason) if part)},
        _("Ingen er blevet spurgt af dig. Udpeg igen, hvis det stadig skal være en anden."),
    )


def why_not_answer_for_benefit(
    initiative: Initiative, owner: BenefitOwner | None, by: Person
) -> Refusal | None:
    if owner is None or owner.person_id != by.pk or not by.is_active:
        return not_yours(
            _("Kun den, der er udpeget som gevinstejer, kan sige ja eller nej."),
            _("Skriv til den, der har sagen, hvis det burde være dig."),
        )
    if owner.answer != OwnerAnswer.WAITING:
        return Refusal(
            _("Du har allerede svaret."),
            _("Bed den, der har sagen, om at udpege igen, hvis svaret skal være et andet."),
        )
    if initiative.stage in NO_LONGER_OPEN:
        return Refusal(
            _("Sagen er på trinnet “%(stage)s”.") % {"stage": initiative.get_stage_display()},
            _("Der er ikke længere en gevinst at svare for."),
        )
    return None

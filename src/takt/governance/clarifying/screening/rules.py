"""May this be said of law and citizens, and if not, why? No queries, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.rules import Answers, why_not_keep
from takt.governance.clarifying.rules import MOST_DKK, NETWORK
from takt.governance.clarifying.screening.catalogue import BY_KEY, DPO, DUTY
from takt.governance.clarifying.screening.concluding import meets_citizens
from takt.governance.clarifying.screening.models import AnswerValue, Assessment, AssessmentStatus
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

ASSESSED = {Stage.CLARIFYING, Stage.RECOMMENDED, Stage.APPROVED, Stage.REALISING}
SETTLED = (AssessmentStatus.APPROVED, AssessmentStatus.NOT_RELEVANT)
MOST_CITIZENS = 1_000_000


@dataclass(frozen=True, slots=True)
class AssessmentTold:
    status: str
    evidence: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class InclusionTold:
    citizens: int
    unable_percent: Decimal
    source: str
    channel: str
    channel_dkk: int
    follow_up_date: date


def why_not_answers(wanted: Mapping[str, str]) -> Refusal | None:
    if all(key in BY_KEY and value in AnswerValue.values for key, value in wanted.items()):
        return None
    return Refusal(
        _("Et af spørgsmålene findes ikke længere."), _("Hent siden igen, og svar på dem, der er.")
    )


def why_not_assess(initiative: Initiative, by: Person) -> Refusal | None:
    """Who may write what is under way: the network, and the data protection officer."""
    if not by.is_active or not by.holds(*NETWORK, Role.DPO):
        return not_yours(
            _("Kun de, der kvalificerer sager, og databeskyttelsesrådgiveren skriver på lovkravene."),
            _("Skriv til den, der har sagen, hvis du ved noget, der bør med."),
        )
    if initiative.stage not in ASSESSED:
        return Refusal(
            _("Sagen er på trinnet “%(stage)s”.") % {"stage": initiative.get_stage_display()},
            _("Lovkrav vurderes, fra sagen er taget op, til den er i drift."),
        )
    return None


def why_not_settle(key: str, by: Person) -> Refusal | None:
    """Who may approve or set aside: the officer for data protection; the coordinator for what others answer for."""
    if by.holds(Role.DPO) or (DUTY[key].responsible != DPO and by.holds(Role.COORDINATOR)):
        return None
    if DUTY[key].responsible == DPO:
        return not_yours(
            _("%(duty)s godkendes af databeskyttelsesrådgiveren.") % {"duty": DUTY[key].name},
            _("Sæt den til undervejs, og skriv, hvor udkastet ligger."),
        )
    return not_yours(
        _("%(duty)s afgøres af digitaliseringskonsulenten på vegne af den ansvarlige.")
        % {"duty": DUTY[key].name},
        _("Sæt den til undervejs, og skriv, hvem der har sagt god for den."),
    )


def why_not_told(told: AssessmentTold) -> Refusal | None:
    if told.status not in AssessmentStatus.values:
        return Refusal(
            _("Status er ikke valgt."), _("Vælg mangler, undervejs, godkendt eller ikke relevant.")
        )
    if told.status in SETTLED and not (told.evidence.strip() or told.link.strip()):
        return Refusal(
            _("Der mangler et bevis."),
            _(
                "Skriv, hvad der er godkendt eller hvorfor det ikke er relevant, eller giv et link til dokumentet."
            ),
        )
    if told.link and not told.link.startswith(("https://", "http://")):
        return Refusal(_("Linket kan ikke bruges."), _("Skriv hele adressen, begyndende med https://."))
    return why_not_keep(Answers(trouble=told.evidence))


def why_not_overwrite(now: Assessment, edition: int) -> Refusal | None:
    """``edition``: as the person last saw it."""
    if now.edition == edition:
        return None
    return Refusal(
        _("%(duty)s er ændret, siden du åbnede siden. Der står nu: %(status)s. %(evidence)s")
        % {
            "duty": DUTY[now.key].name,
            "status": AssessmentStatus(now.status).label,
            "evidence": now.evidence or now.link,
        },
        _("Intet er gået tabt. Gå tilbage, læs det, og gem igen, hvis dit skal gælde."),
    )


def why_not_include(answers: Mapping[str, str], told: InclusionTold, today: date) -> Refusal | None:
    if not meets_citizens(answers):
        return Refusal(
            _("Lovscreeningen siger ikke, at borgerne møder løsningen direkte."),
            _("Svar ja på spørgsmålet om borgere, hvis de gør."),
        )
    if not (1 <= told.citizens <= MOST_CITIZENS and 0 <= told.unable_percent <= 100):
        return Refusal(
            _("Tallene om borgerne kan ikke bruges."),
            _("Skriv mindst én borger og en andel fra 0 til 100 procent."),
        )
    if not told.source.strip():
        return Refusal(
            _("Andelen har ingen kilde."),
            _("Skriv, hvor tallet kommer fra, for eksempel Danmarks Statistik."),
        )
    if told.unable_percent and not told.channel.strip():
        return Refusal(
            _("Der står ikke, hvad de borgere får, som ikke kan bruge løsningen selv."),
            _("Skriv den anden vej ind, for eksempel telefon, fremmøde eller hjælp i Borgerservice."),
        )
    if not 0 <= told.channel_dkk <= MOST_DKK:
        return Refusal(
            _("Prisen kan ikke bruges."), _("Skriv et helt beløb i kroner. Skriv 0, hvis den er gratis.")
        )
    if told.follow_up_date <= today:
        return Refusal(_("Opfølgningen ligger ikke ude i fremtiden."), _("Vælg en dag efter i dag."))
    return why_not_keep(Answers(trouble=f"{told.source} {told.channel}"))

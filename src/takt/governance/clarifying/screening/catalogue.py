"""The questions of the law screening, and the assessments that their answers require. Data, no logic.

The law is named by its key in registers/law, where it says how sure Takt is of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Basis:
    act: str
    """Key in the law register."""
    where: str = ""
    """Article or paragraph."""


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    theme: str | Promise
    text: str | Promise
    why: str | Promise
    basis: Basis
    only_if: str = ""
    """The question that must have been answered with yes."""


PERSONAL, AI, CITIZENS = "personal_data", "ai", "citizens"

QUESTIONS: Sequence[Question] = (
    Question(
        PERSONAL,
        _("Persondata"),
        _("Behandler løsningen personoplysninger?"),
        _("Så skal formål, hjemmel og sikkerhed være på plads, før løsningen tages i brug."),
        Basis("GDPR", "art. 5, 6 og 30"),
    ),
    Question(
        "sensitive_data",
        _("Persondata"),
        _("Er der følsomme oplysninger, CPR-numre eller oplysninger om børn?"),
        _("Det øger risikoen for den enkelte, og høj risiko kræver en konsekvensanalyse."),
        Basis("GDPR", "art. 9 og 35"),
        only_if=PERSONAL,
    ),
    Question(
        "profiling",
        _("Persondata"),
        _("Vurderer, følger eller sorterer løsningen mennesker automatisk?"),
        _("Automatiske afgørelser og overvågning kræver særlig hjemmel og en konsekvensanalyse."),
        Basis("GDPR", "art. 22 og 35"),
        only_if=PERSONAL,
    ),
    Question(
        "supplier",
        _("Persondata"),
        _("Får en leverandør adgang til oplysningerne?"),
        _("Kommunen har ansvaret, også for det, leverandøren gør. Det skal stå i en aftale."),
        Basis("GDPR", "art. 28"),
        only_if=PERSONAL,
    ),
    Question(
        AI,
        _("Kunstig intelligens"),
        _("Bruger løsningen kunstig intelligens?"),
        _("Så skal risikoklassen kendes, og de, der bruger den, skal have lært det."),
        Basis("AIA", "art. 4 og 6"),
    ),
    Question(
        "ai_people",
        _("Kunstig intelligens"),
        _("Påvirker den afgørelser om borgere eller ansatte?"),
        _("Det kan være højrisiko og kræver en vurdering af grundlæggende rettigheder."),
        Basis("AIA", "art. 6, 26 og 27, bilag III"),
        only_if=AI,
    ),
    Question(
        "network",
        _("Sikkerhed"),
        _("Er løsningen på kommunens net, eller er en vigtig opgave afhængig af den?"),
        _("Kommunen skal styre risikoen for nedbrud og angreb, og ledelsen har ansvaret."),
        Basis("NIS2-DK", "§ 6"),
    ),
    Question(
        "website",
        _("Tilgængelighed"),
        _("Er der en hjemmeside eller en app, som borgere eller ansatte skal bruge?"),
        _("Alle skal kunne bruge den, også med skærmlæser eller tastatur alene."),
        Basis("WAD-DK"),
    ),
    Question(
        "records",
        _("Arkiv"),
        _("Opstår der dokumenter eller oplysninger, der hører til en sag?"),
        _("De skal journaliseres, kunne findes ved aktindsigt og afleveres til arkivet."),
        Basis("OFFL", "§ 15"),
    ),
    Question(
        CITIZENS,
        _("Borgere"),
        _("Møder borgerne løsningen direkte?"),
        _("Så skal I vide, hvor mange der ikke kan bruge den selv, og hvad de får i stedet."),
        Basis("FRAVIG"),
    ),
    Question(
        "self_service",
        _("Borgere"),
        _("Skal borgerne bruge den i stedet for at møde op, ringe eller skrive?"),
        _("Den, der ikke kan, skal have en anden vej. Den skal være beskrevet, før I går i gang."),
        Basis("FRAVIG"),
        only_if=CITIZENS,
    ),
)

DPO, SECURITY, LAWYER, DIGITAL = "dpo", "security", "lawyer", "digital"
RESPONSIBLE = {
    DPO: _("Databeskyttelsesrådgiver"),
    SECURITY: _("Informationssikkerhed"),
    LAWYER: _("Jura"),
    DIGITAL: _("Digitaliseringsafdelingen"),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """An assessment that a case may need."""

    key: str
    name: str | Promise
    basis: Basis
    responsible: str
    any_of: Sequence[str]
    """It is required when one of these questions is answered with yes."""


DUTIES: Sequence[Duty] = (
    Duty("processing", _("Fortegnelse og hjemmel"), Basis("GDPR", "art. 6 og 30"), DPO, (PERSONAL,)),
    Duty("dpia", _("Konsekvensanalyse"), Basis("GDPR", "art. 35"), DPO, ("sensitive_data", "profiling")),
    Duty("privacy_risk", _("Risikovurdering for borgerne"), Basis("GDPR", "art. 32"), SECURITY, (PERSONAL,)),
    Duty("processor", _("Databehandleraftale"), Basis("GDPR", "art. 28"), LAWYER, ("supplier",)),
    Duty("ai_class", _("Risikoklasse for AI"), Basis("AIA", "art. 6"), LAWYER, (AI,)),
    Duty("ai_rights", _("Grundlæggende rettigheder"), Basis("AIA", "art. 27"), DPO, ("ai_people",)),
    Duty(
        "security_risk", _("Risikovurdering af sikkerheden"), Basis("NIS2-DK", "§ 6"), SECURITY, ("network",)
    ),
    Duty("accessibility", _("Test og tilgængelighedserklæring"), Basis("WAD-DK"), DIGITAL, ("website",)),
    Duty("archive", _("Journalisering og arkivering"), Basis("OFFL", "§ 15"), LAWYER, ("records",)),
    Duty("exemption", _("Fravigelse for borgere"), Basis("FRAVIG"), LAWYER, ("self_service",)),
)
BY_KEY = {question.key: question for question in QUESTIONS}
DUTY = {duty.key: duty for duty in DUTIES}

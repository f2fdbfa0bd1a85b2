"""What the network of Fjordby wrote on the workbench. Every word and number is invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

NATIONAL = "Danmarks Statistik 2022 (hele landet)"


@dataclass(frozen=True, slots=True)
class Told:
    title: str
    system: str
    """What could be extended."""
    chosen: str
    reason: str
    left_out: str
    """The option nobody considered."""
    risks: Sequence[int]
    owner: str
    owner_says: str
    """yes, nothing yet, or the reason of a no."""
    profile: str
    goals: Sequence[tuple[str, int, str]]
    """Strategy, number of the goal, what the case does for it."""
    touches: Sequence[tuple[str, str, str]] = ()
    """Name of a system, how, and a note. None at all: somebody has looked, and there are none."""
    unsure: str = ""
    """A question nobody can answer yet."""
    citizens: int = 0
    unable_percent: Decimal = Decimal(18)
    inclusion_source: str = NATIONAL
    channel: str = "Telefon og fremmøde i Borgerservice, som i dag"
    channel_dkk: int = 0


ASSESSMENTS = {
    "nothing": "Vi fortsætter som i dag. Tiden går til dobbelt arbejde, og ventetiden vokser.",
    "join": "Flere kommuner går sammen om det. Vi deler udgiften, men følger deres tempo.",
    "extend": "%(system)s kan noget af det, hvis vi køber et modul til.",
    "buy": "Der findes færdige løsninger hos mindst to leverandører.",
    "build": "Vi bygger selv oven på det, vi har. Det binder vores få integrationsfolk.",
}
OUTCOMES = {
    "nothing": "Løser ikke behovet.",
    "join": "Fællesskabet er først klar om to år.",
    "extend": "Dækker under halvdelen af behovet.",
    "buy": "Dyrere end at bruge det, vi har.",
    "build": "Vi kan ikke drive det bagefter.",
}
RISKS = (
    ("Integrationen til fagsystemet trækker ud", 4, 3, "Begynd uden integration, og mål først gevinsten"),
    ("Medarbejderne bruger den gamle måde ved siden af", 3, 4, "Sæt en dato, hvor den gamle måde lukkes"),
    ("Leverandøren hæver licensprisen efter første år", 2, 3, "Lås prisen i fire år i aftalen"),
    ("Borgere uden MitID bliver væk", 3, 5, "Behold telefon og fremmøde, og følg tallene hver måned"),
    ("Oplysninger havner hos den forkerte", 2, 5, "Begræns adgangen, og gennemgå loggen hver uge"),
    ("Projektlederen bliver flyttet til en større sag", 3, 3, "Udpeg en stedfortræder fra start"),
    ("Data er for dårlige til at bygge på", 4, 4, "Ryd op i et udsnit, før I køber"),
    ("Oplæringen falder sammen med ferien", 2, 2, "Læg udrulningen efter uge 33"),
)
CASES: Sequence[Told] = (
    Told(
        "Talegenkendelse i sagsbehandlingen",
        "Det fælles jobsystem",
        "buy",
        "To tilbud viser, at det kan købes færdigt og tages i brug på et halvt år.",
        "join",
        (0, 1, 4),
        "jannik.bro",
        "yes",
        "staff_ai",
        (
            ("AIMAAL", 3, "Frigør tid fra journalen til samtalen med borgeren."),
            ("DK22", 3, "Fem timer om ugen pr. sagsbehandler i forsøget."),
        ),
        touches=(
            ("Sags- og Partsoverblik (SAPA)", "integrates", "Notatet lægges på sagen med det samme"),
            ("Kommunernes Sygedagpengesystem (KSD)", "integrates", ""),
        ),
    ),
    Told(
        "Borgerblikket",
        "Selvbetjeningsløsningen",
        "join",
        "Kommunerne ejer løsningen sammen, og borgeren møder den på borger.dk.",
        "build",
        (3, 4, 2),
        "poul.erik.juhl",
        "yes",
        "citizen",
        (("FOS2629", 1, "Borgeren ser sine sager ét sted i stedet for fire."),),
        citizens=21_000,
        channel_dkk=180_000,
        touches=(
            ("Borgerblikket / Mit Overblik", "changes", "Flere sagsområder vises for borgeren"),
            ("Støttesystem Sags- og Dokumentindeks", "integrates", "Herfra hentes sagerne"),
            ("Støttesystem Ydelsesindeks", "integrates", ""),
        ),
    ),
    Told(
        "Mere sammenhængende selvbetjening",
        "Selvbetjeningsløsningen",
        "extend",
        "Vi har licensen, og borgerne kender løsningen.",
        "nothing",
        (3, 0),
        "poul.erik.juhl",
        "",
        "citizen",
        (("FOS2629", 1, "Færre skift mellem løsninger og færre opkald."),),
        citizens=32_500,
        channel_dkk=240_000,
        touches=(
            ("OS2forms", "changes", "Fælles indgang og færre blanketter"),
            ("Digital Flytning", "integrates", ""),
            ("OS2web", "changes", "Hjemmesiden viser vej til løsningerne"),
        ),
    ),
    Told(
        "Generativ AI-chatbot",
        "Hjemmesidens søgning",
        "join",
        "Vi lærer sammen med de andre kommuner og deler regningen for test.",
        "extend",
        (4, 3, 6),
        "lene.abildtrup",
        "Jeg kan ikke se, hvor gevinsten skal hentes. Spørg Borgerservice først.",
        "citizen_ai",
        (("AIMAAL", 2, "Svar hele døgnet på de enkle spørgsmål."),),
        unsure="ai_people",
        citizens=40_000,
        channel_dkk=90_000,
        touches=(("OS2web", "integrates", "Svarer ud fra hjemmesidens tekster"),),
    ),
    Told(
        "Samlet patientoverblik",
        "Omsorgssystemet",
        "join",
        "Løsningen er national, og kommunerne tilslutter sig.",
        "build",
        (0, 4, 5),
        "kirsten.holmgaard",
        "yes",
        "care",
        (("DK22", 5, "Sygeplejersken ser hospitalets aftaler uden at ringe."),),
        citizens=3_100,
        unable_percent=Decimal("62.5"),
        inclusion_source="Opdigtet optælling i Sygeplejen, oktober 2026",
        channel="Sygeplejersken viser overblikket ved besøget",
        touches=(
            ("Serviceplatformen", "integrates", "Den nationale tilslutning går herigennem"),
            ("Adgangsstyring for brugere og systemer (Context Handler)", "integrates", ""),
        ),
    ),
    Told(
        "GPS med nødkald til demente",
        "Nødkaldsanlægget",
        "buy",
        "Plejecentret har prøvet to slags, og den ene virkede også i skoven.",
        "build",
        (4, 1, 2, 7),
        "kirsten.holmgaard",
        "",
        "care",
        (("KL2125", 3, "Færre eftersøgninger og mere frihed for beboeren."),),
        citizens=140,
        unable_percent=Decimal(100),
        inclusion_source="Plejecenter Åhaven: ingen skal betjene det selv (opdigtet)",
        channel="Personalet sætter den på og lader den op",
        channel_dkk=35_000,
        touches=(("OS2iot", "integrates", "Enhederne meldes til her"),),
    ),
    Told(
        "Algoritme til beskæftigelsesindsats",
        "Det fælles jobsystem",
        "nothing",
        "Hjemlen er ikke på plads, og gevinsten er ikke målt noget sted endnu.",
        "extend",
        (4, 6, 3),
        "jannik.bro",
        "",
        "citizen_ai",
        (("AIMAAL", 1, "Kan først bidrage, når hjemlen er afklaret."),),
        unsure="profiling",
        touches=(
            ("Kommunernes Ydelsessystem (KY)", "integrates", "Kun hvis hjemlen findes"),
            ("Kommunernes Sygedagpengesystem (KSD)", "integrates", "Kun hvis hjemlen findes"),
        ),
    ),
    Told(
        "Ny intranetplatform",
        "Det nuværende intranet",
        "buy",
        "Det gamle er uden support fra 2028, og to leverandører kan flytte indholdet.",
        "join",
        (1, 7, 5),
        "lene.abildtrup",
        "yes",
        "staff",
        (("KL2125", 6, "Et fundament, der virker på mobil for dem uden skrivebord."),),
        touches=(
            ("OS2rollekatalog", "integrates", "Styrer, hvem der ser hvad"),
            ("OS2sofd", "integrates", "Telefonbogen hentes herfra"),
            ("OS2display", "changes", "Nyheder vises fra det nye intranet"),
        ),
    ),
    Told(
        "Talebot til borgerservice",
        "Omstillingen",
        "buy",
        "Et forsøg på tre måneder kan købes uden binding.",
        "join",
        (3, 2),
        "poul.erik.juhl",
        "yes",
        "citizen_ai",
        (("AIMAAL", 2, "Kortere kø i telefonen om formiddagen."),),
        citizens=18_000,
        unable_percent=Decimal("10"),
        channel="Tast 0 for at tale med et menneske",
        channel_dkk=120_000,
    ),
    Told(
        "Genoptræning med app",
        "Omsorgssystemet",
        "join",
        "Regionen og kommunerne har en fælles aftale, vi kan træde ind i.",
        "build",
        (3, 1, 7),
        "troels",
        "yes",
        "care",
        (("KL2125", 3, "Flere træner hjemme og møder op til det svære."),),
        citizens=1_450,
        unable_percent=Decimal("33"),
        inclusion_source="Skøn fra Genoptræning og Hjælpemidler (opdigtet)",
        channel="Hold på træningscentret, som i dag",
        channel_dkk=410_000,
        touches=(("Støttesystem Sags- og Dokumentindeks", "integrates", ""),),
    ),
    Told(
        "Borgere kan få hurtigere visitering af rengøringshjælp",
        "Omsorgssystemet",
        "extend",
        "Modulet er med i den aftale, vi har, og visitatorerne kender skærmen.",
        "build",
        (6, 3),
        "vibeke",
        "yes",
        "citizen",
        (("DK22", 2, "Svar på to dage i stedet for to uger."),),
        citizens=2_300,
        unable_percent=Decimal("50"),
        inclusion_source="Danmarks Statistik 2022, 75-79 år (hele landet)",
        channel="Visitator ringer op og udfylder sammen med borgeren",
        channel_dkk=150_000,
        touches=(("OS2forms", "replaces", "Blanketten om rengøring bliver til et forløb i modulet"),),
    ),
    Told(
        "Automatisering af sagsbehandling",
        "Ydelsessystemet",
        "build",
        "Robotteamet har kapacitet, og reglerne er enkle.",
        "join",
        (0, 6, 4),
        "jannik.bro",
        "",
        "staff",
        (("FOS2225", 2, "Færre vikarer i spidsbelastningen."),),
        touches=(
            (
                "Kommunernes Ydelsessystem (KY)",
                "integrates",
                "Robotten taster det, en medarbejder taster i dag",
            ),
            ("OS2autoproces", "changes", "Processen beskrives her"),
            ("OS2indberetning", "retires", "Kørsel indberettes i den nye gang"),
        ),
    ),
)

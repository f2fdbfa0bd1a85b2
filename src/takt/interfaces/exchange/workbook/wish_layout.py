"""The columns of the sheet Ønsker: what, how big, when, what worth, what cost, which people, what first."""

from takt.interfaces.exchange.workbook.layout import DAYS_SUFFIX, FRAMES, REMARK, UNITS, Column, Format

_BEFORE_ROLES = (
    Column(
        "nr", "Nr.", 9, "Ønskets nummer. Tomt: vi nummererer selv.", aliases=("id", "nummer", "ønskenummer")
    ),
    Column(
        "title",
        "Titel",
        40,
        "Det eneste, du skal skrive.",
        aliases=("navn", "ønske", "projekt", "initiativ", "opgave"),
    ),
    Column("description", "Beskrivelse", 44, "Et par sætninger om behovet. Bruges ikke i beregningen."),
    Column(
        "units",
        "Enhed",
        26,
        "Den enhed, der skal ændre arbejdsgang. Flere enheder: skil dem med semikolon."
        " Tomt: den øverste enhed, hvis der kun er én; ellers belaster ønsket ingen.",
        choices=f"={UNITS}!$A$2:$A$300",
        aliases=("enheder", "område", "omraade", "forvaltning", "afdeling"),
        may_differ=True,
    ),
    Column(
        "obligation",
        "Skal/bør/kan",
        13,
        "skal: loven eller en aftale kræver det. bør: vigtigt. kan: godt at få. Tomt: kan.",
        choices='"skal,bør,kan"',
        aliases=("prioritet", "forpligtelse"),
    ),
    Column(
        "size",
        "Størrelse",
        12,
        "Bruges, hvor du ikke har skøn. Tallene bag står på arket Størrelser. Tomt: mellem.",
        choices='"lille,mellem,stor,meget stor"',
    ),
    Column(
        "prepare",
        "Forberedelse (mdr.)",
        13,
        "Måneder fra start, til udrulningen begynder. Tomt: efter størrelse.",
        Format.WHOLE,
    ),
    Column(
        "roll_out",
        "Udrulning (mdr.)",
        11,
        "Måneder med udrulning og uddannelse, mindst 1. Derefter går ønsket i drift. Tomt: efter størrelse.",
        Format.WHOLE,
    ),
    Column(
        "settle",
        "Indkøring (mdr.)",
        11,
        "Måneder efter idriftsættelse, hvor arbejdsgangen sætter sig. Tomt: efter størrelse.",
        Format.WHOLE,
    ),
    Column(
        "earliest",
        "Tidligst start",
        12,
        "Måned, fx 2027-04 eller 1-4-2027. Tomt: fra planens første måned.",
        Format.MONTH,
    ),
    Column(
        "latest",
        "Senest i drift",
        12,
        "Måned for lovfrist eller udløb. Tomt: ingen frist.",
        Format.MONTH,
        aliases=("lovfrist", "frist", "deadline"),
    ),
    Column(
        "fixed",
        "Fast start",
        12,
        "Kun for det, der er besluttet eller i gang: måneden, det starter. Vi flytter det ikke.",
        Format.MONTH,
    ),
    Column(
        "points",
        "Point pr. år",
        10,
        "Værdi pr. år i drift, hele tal. Tomt: 10 × (kan 1, bør 2, skal 3)"
        " × (lille 1, mellem 2, stor 3, meget stor 4) + 1 point pr. 10.000 kr. gevinst om året.",
        Format.WHOLE,
        aliases=("point", "værdi"),
    ),
    Column(
        "capital_dkk",
        "Anlæg (kr.)",
        13,
        "Engangsudgift i alt. Fordeles jævnt fra start til idriftsættelse."
        " Skriv 0, hvis det er gratis. Tomt: efter størrelse.",
        Format.WHOLE,
        aliases=("engangsudgift", "investering"),
    ),
    Column(
        "running_dkk",
        "Drift pr. år (kr.)",
        13,
        "Udgift pr. år fra idriftsættelse. Skriv 0, hvis der ingen er. Tomt: efter størrelse.",
        Format.WHOLE,
        aliases=("drift", "driftsudgift"),
    ),
    Column(
        "benefit_dkk",
        "Gevinst pr. år (kr.)",
        13,
        "Besparelse pr. år fra idriftsættelse; trækkes fra driften. Tomt: 0.",
        Format.WHOLE,
        aliases=("gevinst", "besparelse"),
    ),
    Column(
        "capital_frame",
        "Anlægsramme",
        14,
        "Rammen på arket Rammer. Tomt: »Anlæg«, ellers den eneste ramme.",
        choices=f"={FRAMES}!$A$2:$A$60",
    ),
    Column(
        "running_frame",
        "Driftsramme",
        14,
        "Rammen på arket Rammer. Tomt: »Drift«, ellers den eneste ramme.",
        choices=f"={FRAMES}!$A$2:$A$60",
    ),
)

_AFTER_ROLES = (
    Column(
        "people",
        "Berørte medarbejdere",
        13,
        "Antal, der skal arbejde på en ny måde. Tomt: en andel af enheden efter størrelse.",
        Format.WHOLE,
    ),
    Column(
        "hours_per_person",
        "Timer pr. medarbejder (uddannelse)",
        15,
        "Uddannelse pr. berørt medarbejder i alt. Tomt: efter størrelse.",
        Format.DECIMAL,
        aliases=("timer pr. medarbejder", "uddannelse"),
    ),
    Column(
        "intensity",
        "Intensitet 1–3",
        11,
        "1 et nyt skærmbillede. 2 et nyt system. 3 en ny måde at arbejde på. Tomt: efter størrelse.",
        Format.WHOLE,
        choices='"1,2,3"',
        aliases=("intensitet", "intensitet 1-3"),
    ),
    Column(
        "requires",
        "Kræver først",
        14,
        "Numre på ønsker, der skal være i drift, før dette kan starte. Skil dem med semikolon.",
        aliases=("afhænger af", "kræver"),
    ),
    Column(
        "excludes",
        "Udelukker",
        14,
        "Numre på ønsker, der ikke kan vælges sammen med dette. Skil dem med semikolon.",
    ),
    REMARK,
)


def role_column(role: str) -> Column:
    """The column of Ønsker that holds the days of ``role``."""
    note = (
        f"Dage i alt for {role}, fordelt jævnt fra start til idriftsættelse."
        " Tomt: den første rolle efter størrelse, de andre 0."
    )
    return Column(f"days:{role}", f"{role} {DAYS_SUFFIX}", 14, note, Format.WHOLE)


def wish_columns(roles: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns of Ønsker, with one for each role."""
    return (*_BEFORE_ROLES, *(role_column(role) for role in roles), *_AFTER_ROLES)

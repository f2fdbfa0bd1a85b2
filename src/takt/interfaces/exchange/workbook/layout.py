"""The sheets and columns of the wish workbook: the one place that template and reading agree on."""

from dataclasses import dataclass
from enum import StrEnum

from takt.calculation.planner.problem import Obligation


class Format(StrEnum):
    """Excel number formats."""

    TEXT = "@"
    WHOLE = "#,##0"
    DECIMAL = "#,##0.0"
    MONTH = "[$-406]mmm yyyy"
    """With the names of the months in Danish, whatever Excel speaks."""
    GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    header: str
    width: int
    """In characters, as Excel counts."""
    note: str
    """What to write and what an empty cell means; shown as the heading's comment."""
    format: Format = Format.TEXT
    choices: str = ""
    """The formula of a drop-down list."""
    aliases: tuple[str, ...] = ()
    """Other headings people use for the same thing."""
    may_differ: bool = False
    """The drop-down is a help, not a limit: the cell may hold several names."""


WISHES = "Ønsker"
UNITS = "Enheder"
ROLES = "Roller"
FRAMES = "Rammer"
FREEZES = "Frysperioder"
SIZES = "Størrelser"
SETTINGS = "Indstillinger"
GUIDE = "Vejledning"
PLAN = "Plan"

OBLIGATIONS = {"skal": Obligation.MUST, "bør": Obligation.SHOULD, "kan": Obligation.COULD}
SIZE_NAMES = ("lille", "mellem", "stor", "meget stor")
DAYS_SUFFIX = "(dage)"
"""Ends the heading of a column with the days of a role: »Projektleder (dage)«."""
EXAMPLE_MARK = "Eksempel"
"""Begins the remark of a row that is only there to show how."""

LAST_ROW = 2000
"""Drop-downs and number formats reach this far in the template."""

_REMARK = Column(
    "remark",
    "Bemærkning",
    24,
    f"Fri tekst. En række, hvor her står »{EXAMPLE_MARK}«, tæller kun, til arket har dine egne rækker.",
)

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
    _REMARK,
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


UNIT_COLUMNS = (
    Column("name", "Navn", 30, "Enhedens navn, kun én gang.", aliases=("enhed",)),
    Column(
        "parent",
        "Hører under",
        30,
        "Den enhed, den er en del af. Tomt: den øverste.",
        choices=f"={UNITS}!$A$2:$A$300",
    ),
    Column(
        "headcount",
        "Ansatte",
        10,
        "Ansatte i alt, også dem i enhederne under. Tomt: summen af enhederne under, ellers 100.",
        Format.WHOLE,
        aliases=("antal ansatte",),
    ),
    Column(
        "ceiling",
        "Loft (timer pr. medarbejder pr. måned)",
        18,
        "Forandringstimer, en medarbejder kan bære om måneden. Tomt: loftet i enheden over.",
        Format.DECIMAL,
        aliases=("loft",),
    ),
    Column(
        "max_go_lives",
        "Højst i drift pr. kvartal",
        14,
        "Så mange ønsker må gå i drift i enheden på et kvartal. Tomt: ingen grænse.",
        Format.WHOLE,
    ),
    _REMARK,
)
ROLE_COLUMNS = (
    Column(
        "name",
        "Navn",
        26,
        "Den rolle, I har for få af, står først. Giv den en kolonne på arket Ønsker: »Navn (dage)«.",
        aliases=("rolle",),
    ),
    Column("full_time", "Årsværk", 10, "Årsværk, der kan bruges på ønskerne.", Format.DECIMAL),
    Column(
        "days_per_month",
        "Dage pr. måned",
        13,
        "Dage pr. måned i alt. Skriv enten årsværk eller dage; står begge, gælder dagene.",
        Format.WHOLE,
    ),
    _REMARK,
)
FREEZE_COLUMNS = (
    Column(
        "first", "Fra", 12, "Første måned, hvor intet må gå i drift.", Format.MONTH, aliases=("fra måned",)
    ),
    Column(
        "latest",
        "Til",
        12,
        "Sidste måned, hvor intet må gå i drift. Tomt: samme måned.",
        Format.MONTH,
        aliases=("til måned",),
    ),
    Column(
        "units",
        "Enheder",
        30,
        "De enheder, det gælder, skilt med semikolon. Tomt: hele kommunen.",
        choices=f"={UNITS}!$A$2:$A$300",
        aliases=("enhed",),
        may_differ=True,
    ),
    Column("why", "Hvorfor", 34, "Til dem, der læser planen.", aliases=("årsag",)),
    _REMARK,
)
SIZE_COLUMNS = (
    Column("name", "Størrelse", 14, "De fire størrelser. Navnene kan ikke ændres, tallene kan."),
    Column("prepare", "Forberedelse (mdr.)", 13, "Måneder.", Format.WHOLE),
    Column("roll_out", "Udrulning (mdr.)", 12, "Måneder, mindst 1.", Format.WHOLE),
    Column("settle", "Indkøring (mdr.)", 12, "Måneder.", Format.WHOLE),
    Column("capital_dkk", "Anlæg (kr.)", 13, "Engangsudgift i alt.", Format.WHOLE),
    Column("running_dkk", "Drift pr. år (kr.)", 13, "Udgift pr. år i drift.", Format.WHOLE),
    Column(
        "days", "Dage, første rolle", 12, "Dage i alt for den første rolle på arket Roller.", Format.WHOLE
    ),
    Column(
        "share_of_unit", "Andel berørte (pct.)", 12, "Hvor mange pct. af enheden der berøres.", Format.WHOLE
    ),
    Column(
        "hours_per_person",
        "Timer pr. medarbejder",
        13,
        "Uddannelse pr. berørt medarbejder.",
        Format.DECIMAL,
    ),
    Column("intensity", "Intensitet 1–3", 11, "Hvor meget arbejdet ændrer sig.", Format.WHOLE),
)
SETTING_COLUMNS = (
    Column("name", "Indstilling", 46, "Navnene kan ikke ændres."),
    Column("value", "Værdi", 22, "Tomt: det, der står i forklaringen.", Format.GENERAL),
    Column("explanation", "Forklaring", 70, "Til dig; den læses ikke."),
)


def frame_columns(years: tuple[int, ...] = ()) -> tuple[Column, ...]:
    """The columns of Rammer, with one for each budget year."""
    return (
        Column(
            "name",
            "Navn",
            20,
            "»Anlæg« og »Drift« bruges, hvor ønsket ikke nævner en ramme.",
            aliases=("ramme",),
        ),
        *(
            Column(f"year:{year}", str(year), 14, "Kroner i året. Tomt: ingen grænse.", Format.WHOLE)
            for year in years
        ),
        _REMARK,
    )

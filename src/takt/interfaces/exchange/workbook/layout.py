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

    @classmethod
    def of_numbers(cls) -> "frozenset[Format]":
        """Those that Excel sets to the right."""
        return frozenset({cls.WHOLE, cls.DECIMAL, cls.MONTH})


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

REMARK = Column(
    "remark",
    "Bemærkning",
    24,
    f"Fri tekst. En række, hvor her står »{EXAMPLE_MARK}«, tæller kun, til arket har dine egne rækker.",
)

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
    REMARK,
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
    REMARK,
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
    REMARK,
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
        REMARK,
    )

"""What each of the four limits consists of: the one place that form, Excel sheet, history and reading agree on.

A row is a mapping from the key of its column to a plain value that JSON can hold: text, whole number, yes or
no, a list of names, None; a month is ``2027-07`` and a decimal number is text with a point.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from takt.governance.planning.models import LimitKind

Value: TypeAlias = str | int | bool | list[str] | None
Row: TypeAlias = Mapping[str, Any]
"""Each a Value, of the kind of its column."""
Content: TypeAlias = Mapping[str, Sequence[Row]]
"""Rows by the key of their section; of one limit or of all four."""

YEARS_AHEAD = 4
"""The budget year and three forecast years (overslagsår)."""

_COMMITTEE = pgettext_lazy("politisk", "Udvalg")  # elsewhere the word means what was selected


class Kind(StrEnum):
    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    MONTH = "month"
    YES = "yes"
    ART = "art"
    """Anlæg or drift."""
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    label: str | Promise
    note: str | Promise
    """What to write, and what an empty cell means."""
    kind: Kind = Kind.TEXT
    required: bool = False
    least: int = 0
    most: int = 120
    """Of a number; of a text, how many characters."""
    width: int = 14
    """In characters."""
    decimals: int = 2
    """At most, of a decimal number."""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    limit: LimitKind
    title: str | Promise
    sheet: str
    """In Danish whatever the reader speaks, so that a workbook can be read again by anyone."""
    columns: tuple[Column, ...]
    names_row: tuple[str, ...]
    """The columns that tell one row from another."""
    yearly: tuple[str | Promise, int] | None = None
    """The note and the most of an amount, for a section with one more column for every year."""

    def columns_for(self, years: Iterable[int]) -> tuple[Column, ...]:
        if self.yearly is None:
            return self.columns
        note, most = self.yearly
        return (
            *self.columns,
            *(Column(str(year), str(year), note, Kind.WHOLE, most=most, width=14) for year in years),
        )


MOST_DKK = 10**12
FRAMES = Section(
    "frames",
    LimitKind.MONEY,
    _("Rammer"),
    "Rammer",
    (
        Column("kind", _("Art"), _("Anlæg eller Drift."), Kind.ART, required=True, width=10),
        Column("committee", _COMMITTEE, _("Tomt: hele kommunen."), most=80, width=30),
        Column(
            "service", _("Serviceramme"), _("Ja, når beløbet tæller i servicerammen."), Kind.YES, width=13
        ),
        Column(
            "price_year",
            _("Prisniveau"),
            _("Det år, beløbenes priser er fra. Tomt: hvert års egne priser."),
            Kind.WHOLE,
            least=2000,
            most=2100,
            width=11,
        ),
    ),
    ("kind", "committee"),
    yearly=(_("Kroner i året. Tomt: ingen grænse det år."), MOST_DKK),
)
PRICES = Section(
    "prices",
    LimitKind.MONEY,
    _("PL-fremskrivning"),
    "PL-fremskrivning",
    (
        Column(
            "year",
            _("År"),
            _("Stigningen er fra året før."),
            Kind.WHOLE,
            required=True,
            least=2000,
            most=2100,
        ),
        Column("running", _("Drift, pct."), _("Fx 3,2."), Kind.DECIMAL, required=True, least=-50, most=50),
        Column("investment", _("Anlæg, pct."), _("Fx 2,9."), Kind.DECIMAL, required=True, least=-50, most=50),
        Column(
            "source",
            _("Kilde"),
            _("Hvor procenten står, fx KL's budgetvejledning."),
            required=True,
            most=200,
            width=44,
        ),
    ),
    ("year",),
)
COMMITTEES = Section(
    "committees",
    LimitKind.MONEY,
    _COMMITTEE,
    "Udvalg",
    (
        Column("name", _COMMITTEE, _("Det politiske udvalg."), required=True, most=80, width=34),
        Column(
            "units",
            _("Enheder"),
            _("De enheder, udvalget svarer for, skilt med semikolon. Enheder under dem følger med."),
            Kind.NAMES,
            required=True,
            width=60,
        ),
    ),
    ("name",),
)
ROLES = Section(
    "roles",
    LimitKind.STAFF,
    _("Roller"),
    "Roller",
    (
        Column("name", _("Rolle"), _("Som i skønnene."), required=True, most=60, width=30),
        Column(
            "share",
            _("Til projekter, pct."),
            _("Den del af tiden, der går til initiativer. Resten er daglig drift."),
            Kind.WHOLE,
            most=100,
        ),
        Column(
            "absence",
            _("Ferie og fravær, pct."),
            _("Af arbejdsdagene, i gennemsnit over året. Helligdage er trukket fra i forvejen."),
            Kind.WHOLE,
            most=100,
        ),
    ),
    ("name",),
)
POSTS = Section(
    "posts",
    LimitKind.STAFF,
    _("Årsværk og fravær"),
    "Årsværk",
    (
        Column("role", _("Rolle"), _("En af rollerne."), required=True, most=60, width=26),
        Column(
            "what",
            _("Stilling eller hold"),
            _("Skriv ikke navne, og aldrig årsagen til et fravær. Alle versioner gemmes."),
            required=True,
            most=80,
            width=30,
        ),
        Column("absence", _("Fravær"), _("Ja, når årsværkene mangler i perioden."), Kind.YES, width=9),
        Column("full_time", _("Årsværk"), _("Fx 2,5."), Kind.DECIMAL, required=True, most=1000, width=9),
        Column("first", _("Fra måned"), _("Fx 2027-01."), Kind.MONTH, required=True),
        Column("latest", _("Til og med"), _("Tomt: indtil videre."), Kind.MONTH),
    ),
    ("role", "what", "first"),
)
CEILINGS = Section(
    "ceilings",
    LimitKind.CEILINGS,
    _("Lofter"),
    "Lofter",
    (
        Column(
            "unit",
            _("Enhed"),
            _("Enheder, der ikke står her, arver loftet fra enheden over."),
            required=True,
            width=34,
        ),
        Column(
            "hours",
            _("Loft, timer pr. medarbejder pr. måned"),
            _("Fx 3,5."),
            Kind.DECIMAL,
            required=True,
            most=160,
            width=18,
            decimals=1,
        ),
        Column(
            "go_lives",
            _("Højst i drift pr. kvartal"),
            _("Tomt: ingen grænse. Arves ikke, men tæller alt under enheden med."),
            Kind.WHOLE,
            most=1000,
            width=16,
        ),
    ),
    ("unit",),
)
FREEZES = Section(
    "freezes",
    LimitKind.FREEZES,
    _("Frysperioder"),
    "Frysperioder",
    (
        Column("why", _("Hvorfor"), _("Til dem, der læser planen."), required=True, most=200, width=34),
        Column(
            "first", _("Fra måned"), _("Første måned, hvor intet går i drift."), Kind.MONTH, required=True
        ),
        Column("latest", _("Til og med"), _("Tomt: samme måned."), Kind.MONTH),
        Column("yearly", _("Hvert år"), _("Ja: i de samme måneder hvert år derefter."), Kind.YES, width=9),
        Column("units", _("Enheder"), _("Skilt med semikolon. Tomt: hele kommunen."), Kind.NAMES, width=50),
    ),
    ("why", "first"),
)
SECTIONS = (FRAMES, PRICES, COMMITTEES, ROLES, POSTS, CEILINGS, FREEZES)
SECTION = {section.key: section for section in SECTIONS}


def sections_of(limit: str) -> tuple[Section, ...]:
    return tuple(section for section in SECTIONS if section.limit == limit)


def part_of(content: Content, limit: str) -> dict[str, Sequence[Row]]:
    """The sections of one limit."""
    return {section.key: content.get(section.key, ()) for section in sections_of(limit)}


def years_of(rows: Iterable[Row], first_year: int) -> list[int]:
    """The budget year and the forecast years, and every other that the rows have."""
    said = {int(key) for row in rows for key in row if key.isdecimal()}
    return sorted(said | set(range(first_year, first_year + YEARS_AHEAD)))

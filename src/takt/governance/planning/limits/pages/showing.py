"""A limit as tables to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.money.price_level import at_prices_of
from takt.calculation.planner.problem import Month
from takt.calculation.working_days import working_days_in
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.limits.addresses import anchor
from takt.governance.planning.limits.asked import (
    House,
    asked,
    effective_ceilings,
    frame_id,
    years_in,
)
from takt.governance.planning.limits.cells import in_words
from takt.governance.planning.limits.months import month_of
from takt.governance.planning.limits.sections import (
    Column,
    Content,
    Kind,
    Row,
    Section,
    sections_of,
    years_of,
)
from takt.governance.planning.models import LimitKind

MONTHS_SHOWN = 12
Rises = Mapping[str, Mapping[int, Decimal]]
"""Per cent by kind of frame and year."""


@dataclass(frozen=True, slots=True)
class TableCell:
    label: str
    text: str
    is_number: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    id: str
    """So that a figure elsewhere can lead to it."""
    cells: Sequence[TableCell]


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    headings: Sequence[tuple[str, bool]]
    """Each with whether numbers stand below it."""
    rows: Sequence[TableRow]
    note: str = ""


def tables_of(limit: LimitKind, content: Content, first_year: int) -> list[Table]:
    """One for each section, as it is written."""
    return [_table(section, list(content.get(section.key, ())), first_year) for section in sections_of(limit)]


def _table(section: Section, rows: Sequence[Row], first_year: int) -> Table:
    columns = section.columns_for(years_of(rows, first_year) if section.yearly else ())
    return Table(
        str(section.title),
        [(str(column.label), _is_number(column)) for column in columns],
        [
            TableRow(
                _row_id(section, row),
                [TableCell(str(column.label), _said(row, column), _is_number(column)) for column in columns],
            )
            for row in rows
        ],
    )


def _said(row: Row, column: Column) -> str:
    """Of what is empty by right, what it means."""
    value = row.get(column.key)
    if value in (None, "", []) and column.key == "committee":
        return _("Hele kommunen")
    if value in (None, "", []) and column.key == "units":
        return _("Overalt")
    if column.key == "year" or column.key == "price_year":
        return str(value) if value else _("årets priser")
    return in_words(value, column)


def _is_number(column: Column) -> bool:
    return column.kind in (Kind.WHOLE, Kind.DECIMAL)


def _row_id(section: Section, row: Row) -> str:
    if section.key == "frames":
        return anchor(frame_id(str(row["kind"]), str(row["committee"] or "")))
    return f"{section.key}-{slugify('-'.join(str(row[name]) for name in section.names_row))}"


def details_of(limit: LimitKind, content: Content, house: House, first_year: int) -> list[Table]:
    """What follows from it: amounts in other prices, days, ceilings of all units."""
    match limit:
        case LimitKind.MONEY:
            return _prices(content, house, first_year)
        case LimitKind.STAFF:
            return [_days(content, house, Month(first_year, 1))]
        case LimitKind.CEILINGS:
            return [_effective(content, house)]
        case _:
            return []


def _prices(content: Content, house: House, first_year: int) -> list[Table]:
    """The same frames in one year's prices, as the plan reckons, and in those of each year, as the budget does."""
    if not content.get("prices"):
        return []
    rises = asked(content, house, first_month=Month(first_year, 1), months=1).rises
    rows = list(content["frames"])
    return [
        _priced(_("I %(year)s-priser, som planen regner i") % {"year": first_year}, rows, rises, first_year),
        _priced(_("I hvert års egne priser"), rows, rises, first_year, each_in_its_own=True),
    ]


def _priced(
    title: str, rows: Sequence[Row], rises: Rises, first_year: int, *, each_in_its_own: bool = False
) -> Table:
    """In the prices of the first year, or of each year."""
    years = years_of(rows, first_year)
    named = [
        column for column in sections_of(LimitKind.MONEY)[0].columns if column.key in ("kind", "committee")
    ]
    return Table(
        title,
        [*((str(column.label), False) for column in named), *((str(year), True) for year in years)],
        [
            TableRow(
                "",
                [
                    *(TableCell(str(column.label), _said(row, column)) for column in named),
                    *(_amount(row, year, rises, year if each_in_its_own else first_year) for year in years),
                ],
            )
            for row in rows
        ],
    )


def _amount(row: Row, year: int, rises: Rises, to_year: int) -> TableCell:
    """Of one year; an amount without a price level is in that year's own prices."""
    dkk = dict(years_in(row)).get(year)
    if dkk is None:
        return TableCell(str(year), "–", is_number=True)
    price_year = row["price_year"] if isinstance(row["price_year"], int) else None
    amount = at_prices_of(dkk, rises[str(row["kind"])], of_year=price_year or year, to_year=to_year)
    return TableCell(str(year), wording.kroner(amount, language()), is_number=True)


def _days(content: Content, house: House, first: Month) -> Table:
    """Days for initiatives in every month of the budget year."""
    horizon = [first.plus(offset) for offset in range(MONTHS_SHOWN)]
    roles = asked(content, house, first_month=first, months=MONTHS_SHOWN).roles
    with_posts = {str(post["role"]) for post in content.get("posts", ())}

    def row(id_: str, name: str, days: Sequence[int]) -> TableRow:
        cells = [
            TableCell(wording.month_name(month, language()), wording.number(count, 0, language()), True)
            for month, count in zip(horizon, days, strict=True)
        ]
        return TableRow(id_, [TableCell(_("Rolle"), name), *cells])

    written = [role.name for role in roles if role.name not in with_posts and any(role.days)]
    return Table(
        _("Persondage til initiativer i %(year)s") % {"year": first.year},
        [(_("Rolle"), False), *((wording.short_month(month, language()), True) for month in horizon)],
        [
            row("", _("Arbejdsdage"), [working_days_in(month) for month in horizon]),
            *(row(anchor(role.id), role.name, role.days) for role in roles),
        ],
        note=_("Dagene er skrevet måned for måned for %(roles)s, som ingen årsværk har.")
        % {"roles": wording.join_list(written, language())}
        if written
        else "",
    )


def _effective(content: Content, house: House) -> Table:
    """``4,0 t; arvet fra Sundhed; sænket til 3,2 af parathedssvar 3. december 2026``."""
    ceilings = effective_ceilings(list(content.get("ceilings", ())), house)
    rows = []
    for unit in house.units:
        ceiling, lowering = ceilings.get(unit.pk), house.lowerings.get(unit.pk)
        said: list[str] = []
        if ceiling is None:
            said.append(_("intet loft"))
        else:
            said.append(_("%(hours)s t") % {"hours": wording.number(ceiling.hours, 1, language())})
            if ceiling.unit != unit.name:
                said.append(_("arvet fra %(unit)s") % {"unit": ceiling.unit})
        if ceiling and lowering:
            said.append(
                _("sænket til %(hours)s i %(months)s af parathedssvar %(day)s")
                % {
                    "hours": wording.number(ceiling.hours * (100 - lowering.percent) / 100, 1, language()),
                    "months": wording.month_range(
                        month_of(lowering.first_month), month_of(lowering.latest_month), language()
                    ),
                    "day": wording.day(lowering.answered_at, language()),
                }
            )
        url = reverse("unit_readiness", args=[unit.pk]) if lowering else ""
        cells = [
            TableCell(_("Enhed"), unit.name),
            TableCell(_("Ansatte"), wording.number(unit.headcount, 0, language()), True),
            TableCell(_("Loft"), "; ".join(said), url=url),
        ]
        rows.append(TableRow(f"u{unit.pk}", cells))
    return Table(
        _("Loftet i hver enhed"), [(_("Enhed"), False), (_("Ansatte"), True), (_("Loft"), False)], rows
    )

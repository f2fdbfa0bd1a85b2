"""A plan as rows, one for each initiative it was asked about: the rows of the CSV and of the JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from takt.calculation.planner.problem import Initiative
from takt.foundation.danish_csv import Cell, danish_csv
from takt.governance.planning.findings import why_left_out
from takt.governance.planning.queries import Place
from takt.governance.planning.question import INVESTMENT, RUNNING
from takt.interfaces.exchange.plan_out.export import Export


@dataclass(frozen=True, slots=True)
class Row:
    """Months are written 2027-01, and empty where there are none; money is whole DKK in the plan's prices."""

    number: str
    title: str
    obligation: str
    unit: str
    area: str
    is_placed: bool
    start: str
    roll_out: str
    go_live: str
    settled: str
    """The first month after settling-in."""
    deadline: str
    deadline_reason: str
    points_per_year: int
    investment_dkk: int
    running_dkk_per_year: int
    change_hours: int
    """Of everybody, in all."""
    staff_days: Mapping[str, int]
    """By the id of the role."""
    requires: tuple[str, ...]
    why_not: str
    """Why it has no place."""


def rows_of(export: Export) -> Iterator[Row]:
    """By start; those without a place last."""
    for place in export.places:
        asked = export.problem.initiative.get(place.number)
        if asked is not None:
            yield _row(export, place, asked)


def _row(export: Export, place: Place, asked: Initiative) -> Row:
    def month(offset: int | None) -> str:
        return "" if offset is None else str(export.first.plus(offset))

    left_out = export.figures.left_out.get(place.number)
    return Row(
        place.number,
        place.title,
        place.obligation,
        export.unit_names.get(place.unit, ""),
        export.area_names.get(place.unit, ""),
        place.start is not None,
        month(place.start),
        month(place.roll_out),
        month(place.go_live),
        month(place.settled),
        month(asked.latest_go_live),
        place.deadline_reason,
        asked.points_per_year,
        sum(sum(one.dkk) for one in asked.money if one.frame == INVESTMENT),
        sum(12 * one.dkk_per_month_in_use for one in asked.money if one.frame == RUNNING),
        sum(sum(one.hours) for one in asked.change),
        {role: sum(days) for role, days in asked.staff.items()},
        tuple(one.id for one in asked.requires),
        why_left_out(left_out, export.first, export.language) if left_out else "",
    )


def csv_of(export: Export) -> str:
    """One row per initiative, under headings in the reader's language."""
    roles = [(role.id, _("%(role)s, dage") % {"role": role.name}) for role in export.problem.roles]
    heading = [*_headings(), *(name for _id, name in roles)]
    return danish_csv([heading, *(_cells(row, [id_ for id_, _name in roles]) for row in rows_of(export))])


def _headings() -> list[Cell]:
    return [
        *(_("Nummer"), _("Titel"), _("Skal/bør/kan"), _("Enhed"), _("Område"), _("I planen")),
        *(_("Starter"), _("Udrulning fra"), _("I drift"), _("Indkørt"), _("Frist"), _("Fristens grund")),
        *(_("Point pr. år"), _("Anlæg (kr.)"), _("Drift pr. år (kr.)"), _("Forandringstimer")),
        *(_("Kræver først"), _("Hvorfor ikke?")),
    ]


def _cells(row: Row, roles: list[str]) -> list[Cell]:
    obligations = {
        "must": pgettext("forpligtelse", "skal"),
        "should": pgettext("forpligtelse", "bør"),
        "could": pgettext("forpligtelse", "kan"),
    }
    return [
        *(row.number, row.title, obligations[row.obligation], row.unit, row.area),
        _("ja") if row.is_placed else _("nej"),
        *(row.start, row.roll_out, row.go_live, row.settled, row.deadline, row.deadline_reason),
        *(row.points_per_year, row.investment_dkk, row.running_dkk_per_year, row.change_hours),
        *(", ".join(row.requires), row.why_not),
        *(row.staff_days.get(role, 0) for role in roles),
    ]

"""The plan as tables: everything with a place, and everything without one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.governance.planning.figures import Figures
from takt.governance.planning.findings import area_of_each_unit, areas_of, why_left_out
from takt.governance.planning.pages.areas import Picture
from takt.governance.planning.queries import Place

_BY_OBLIGATION = {"must": 0, "should": 1, "could": 2}


@dataclass(frozen=True, slots=True)
class TableRow:
    place: Place
    area: str
    start: str
    roll_out: str
    go_live: str
    settled: str
    deadline: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    number: str
    title: str
    obligation: str
    reason: str


def table_rows(places: Sequence[Place], picture: Picture) -> list[TableRow]:
    """Those with a place, in the area the reader has chosen, by start."""
    names = {area.id: area.name for area in areas_of(picture.figures)}
    area_of = area_of_each_unit(picture.figures)
    rows = []
    for place in places:
        area = area_of.get(place.unit, "")
        if place.start is None or (picture.view.area in names and area != picture.view.area):
            continue
        deadline = picture.figures.deadlines.get(place.number)

        def month(offset: int | None) -> str:
            return "" if offset is None else wording.month_name(picture.first.plus(offset), picture.language)

        rows.append(
            TableRow(
                place,
                names.get(area, ""),
                month(place.start),
                month(place.roll_out),
                month(place.go_live),
                month(place.settled),
                month(deadline),
                is_late=deadline is not None and (place.go_live or 0) > deadline,
            )
        )
    return rows


def left_out_rows(
    places: Sequence[Place], figures: Figures, first: Month, language: wording.Language
) -> list[LeftOutRow]:
    """Duties first; then those the question itself had to leave out, with what they lack."""
    rows = [
        LeftOutRow(
            place.number,
            place.title,
            place.obligation,
            why_left_out(figures.left_out[place.number], first, language),
        )
        for place in places
        if place.number in figures.left_out
    ]
    rows.sort(key=lambda row: (_BY_OBLIGATION[row.obligation], row.number))
    rows += [
        LeftOutRow(number, "", "", _("Kræver %(other)s, som ikke er med i planen.") % {"other": other})
        for number, other in figures.waiting_for.items()
    ]
    return rows

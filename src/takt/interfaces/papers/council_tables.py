"""Who carries the change, and how full the frames are: two small tables with shades, for the council's page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.foundation.design.charts.heatmap import level
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning import findings as plan_findings
from takt.governance.planning.figures import Figures, UnitFigures

AREAS_SHOWN = 8
HALF_YEAR = 6


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    level: int
    """0 … 4, as in the heatmap: 4 is over the limit."""


@dataclass(frozen=True, slots=True)
class Shaded:
    """A table whose cells are the darker the nearer they are to the limit."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def areas_shaded(figures: Figures, first: Month, months: int) -> Shaded:
    """Change hours per employee in the fullest month of each half-year, of the areas that carry something."""
    spans = [range(begin, min(begin + HALF_YEAR, months)) for begin in range(0, months, HALF_YEAR)]
    rows = [unit for unit in plan_findings.areas_of(figures) if any(unit.load)]
    header = tuple(_half_year(first.plus(span[0])) for span in spans)
    return Shaded(
        (_("Område"), *header),
        tuple((unit.name, tuple(_fullest(unit, span) for span in spans)) for unit in rows[:AREAS_SHOWN]),
    )


def _half_year(begins: Month) -> str:
    """``jan 2027``, on one line."""
    return f"{wording.short_month(begins, language())}\N{NO-BREAK SPACE}{begins.year}"


def _fullest(unit: UnitFigures, span: range) -> Cell:
    month = max(span, key=lambda month: unit.load[month])
    load, ceiling = unit.load[month], unit.ceiling[month]
    return Cell(wording.number(load / max(1, unit.headcount), 1, language()), level(load, ceiling))


def money_shaded(figures: Figures) -> Shaded:
    """Of the frames of the whole municipality: what is used of each, in million kroner."""
    years = sorted({one.year for one in figures.money})
    there = {(one.frame, one.year): one for one in figures.money}
    rows = []
    for frame in plan_findings.frame_words():
        cells = []
        for year in years:
            one = there.get((frame, year))
            used = one.under_way_dkk + one.planned_dkk if one else 0
            cells.append(_of_frame(used, one.frame_dkk if one else None))
        rows.append((plan_findings.frame_name(frame), tuple(cells)))
    return Shaded((_("Ramme"), *map(str, years)), tuple(rows))


def _of_frame(used: int, frame: int | None) -> Cell:
    said = wording.number(used / 1_000_000, 1, language())
    if frame is None:
        return Cell(said, 0)
    words = {"used": said, "frame": wording.number(frame / 1_000_000, 1, language())}
    return Cell(_("%(used)s af %(frame)s") % words, level(used, frame))

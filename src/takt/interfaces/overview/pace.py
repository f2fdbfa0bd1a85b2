"""The pace of the next twelve months: load against ceilings by area, and what goes live."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.foundation.design.charts.heatmap import HeatRow, load_heatmap, ramp
from takt.governance.planning.figures import Figures, UnitFigures
from takt.governance.planning.findings import areas_of
from takt.interfaces.overview import findings

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Pace:
    finding: str
    heatmap: SafeString
    ramp: SafeString
    quarters: Sequence[tuple[str, int]]
    """Each quarter and how many go live in it; a quarter cut by the window counts the months inside."""


def pace(figures: Figures, first: Month, *, this_month: Month, language: wording.Language) -> Pace | None:
    """``first``: month of the plan. None when the plan ended before this month."""
    start = max(0, this_month.minus(first))
    window = range(start, min(start + MONTHS, len(figures.go_lives)))
    if not window:
        return None
    return Pace(
        finding=findings.pace(figures, window, first, language),
        heatmap=_heatmap(figures, window, first, language),
        ramp=ramp(),
        quarters=quarters(figures.go_lives, window, first),
    )


def quarters(go_lives: Sequence[int], window: range, first: Month) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for offset in window:
        month = first.plus(offset)
        name = _("%(number)s. kvartal %(year)s") % {"number": (month.number + 2) // 3, "year": month.year}
        counts[name] = counts.get(name, 0) + go_lives[offset]
    return list(counts.items())


def _heatmap(figures: Figures, window: range, first: Month, language: wording.Language) -> SafeString:
    areas = [unit for unit in areas_of(figures) if unit.parent]
    frozen = {
        month - window.start
        for earliest, latest, units in figures.freezes
        if units is None
        for month in range(earliest, latest + 1)
        if month in window
    }
    return load_heatmap(
        [_row(area, window, language) for area in areas or figures.units],
        [first.plus(month) for month in window],
        caption=_("Forandringstimer pr. medarbejder pr. måned i hvert område"),
        first_column=_("Område"),
        cap_column=_("Loft"),
        frozen=frozenset(frozen),
        language=language,
    )


def _row(unit: UnitFigures, window: range, language: wording.Language) -> HeatRow:
    limits = [unit.ceiling[month] for month in window]
    lowest = min((limit for limit in limits if limit is not None), default=None)
    cap = ""
    if lowest is not None and unit.headcount:
        cap = wording.number(lowest / unit.headcount, 1, language)
    return HeatRow(
        label=unit.name,
        used=[unit.load[month] for month in window],
        limits=limits,
        per=max(1, unit.headcount),
        url=f"{reverse('plan')}?omraade={unit.id}&enheder={unit.id}",
        cap=cap,
    )

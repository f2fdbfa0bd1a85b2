"""The frames, year by year: what is under way, what the plan adds, and what is left."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from takt.calculation import wording
from takt.foundation.design.charts.money_bars import MoneyYear, money_bars, money_key
from takt.governance.planning.figures import Figures
from takt.governance.planning.findings import frame_words, money_finding
from takt.interfaces.overview.queries import frame_source


@dataclass(frozen=True, slots=True)
class Frames:
    finding: str
    charts: Sequence[tuple[str, SafeString]]
    key: SafeString
    source: str


def frames(figures: Figures, *, language: wording.Language) -> Frames | None:
    """None when the plan knows of no money."""
    if not figures.money:
        return None
    charts = []
    for frame, name in frame_words().items():
        years = [
            MoneyYear(one.year, one.under_way_dkk, one.planned_dkk, one.frame_dkk)
            for one in figures.money
            if one.frame == frame
        ]
        charts.append((name, money_bars(years, label=name, language=language)))
    return Frames(money_finding(figures, language), charts, money_key(), frame_source())

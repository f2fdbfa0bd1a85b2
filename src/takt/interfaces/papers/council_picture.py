"""The roadmap of the few that are done first, as one drawing that stands alone: the same on the page and in print."""

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from takt.calculation.planner.problem import Month
from takt.interfaces.papers.council import First

WIDTH, LABELS, ROW, TOP = 660, 300, 20, 18
ACCENT, LIGHT, LINE, INK, QUIET = "#0e5a66", "#6798a2", "#d5dcde", "#1b2326", "#465257"


def roadmap_picture(rows: Sequence[First], first: Month, months: int) -> SafeString:
    """SVG with fixed sizes; lighter is preparation, darker roll-out, the dot the month of go-live."""
    height = TOP + ROW * len(rows) + 4
    body = "".join(
        [*_years(first, months, height), *(_row(one, index, months) for index, one in enumerate(rows))]
    )
    return mark_safe(  # noqa: S308 - the titles are escaped where they are drawn
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        f' font-family="IBM Plex Sans" font-size="11.5">{body}</svg>'
    )


def _x(month: int, months: int) -> float:
    return round(LABELS + (WIDTH - LABELS - 8) * min(max(month, 0), months) / max(1, months), 1)


def _years(first: Month, months: int, height: int) -> list[str]:
    drawn = []
    for month in range(months):
        if month == 0 or first.plus(month).number == 1:
            x = _x(month, months)
            drawn.append(f'<path d="M{x} {TOP - 4}V{height}" stroke="{LINE}" stroke-width="1"/>')
            drawn.append(f'<text x="{x + 3}" y="11" fill="{QUIET}">{first.plus(month).year}</text>')
    return drawn


def _row(one: First, index: int, months: int) -> str:
    top = TOP + ROW * index
    start, roll_out, live = (_x(month, months) for month in (one.start, one.roll_out, one.go_live))
    return (
        f'<text x="0" y="{top + 13}" fill="{INK}">{escape(_label(one.title))}</text>'
        f'<rect x="{start}" y="{top + 5}" width="{max(0.0, roll_out - start):.1f}" height="9" fill="{LIGHT}"/>'
        f'<rect x="{roll_out}" y="{top + 5}" width="{max(0.0, live - roll_out):.1f}" height="9" fill="{ACCENT}"/>'
        f'<circle cx="{live}" cy="{top + 9.5}" r="4.5" fill="{INK}"/>'
    )


def _label(title: str) -> str:
    return title if len(title) <= 46 else title[:45].rstrip() + "…"

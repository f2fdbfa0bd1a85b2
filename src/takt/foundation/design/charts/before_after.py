"""One amount before and after, against its limit: what was, what comes, and what is too much."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from takt.foundation.design.charts import svg

HEADROOM = 1.1
"""The scale ends a little above the highest amount, so that the end of the bar and the limit are seen."""
HEIGHT, TOP, THICK = 30, 7, 16


def before_after_bar(before: int, after: int, limit: int | None) -> SafeString:
    """For a table row whose cells say the same in figures, so it is drawn for the eye only.

    A saving draws what remains. Amounts below zero draw nothing.
    """
    was, now = max(0, before), max(0, after)
    most = max(was, now, limit or 0) * HEADROOM or 1
    stays, edge = min(was, now), max(was, now) if limit is None else limit
    parts = [
        _bar("c-grey", 0, min(stays, edge), most),
        _bar("c-breach", edge, stays, most),
        _bar("c-solid", stays, min(now, edge), most),
        _bar("c-bad", max(stays, edge), now, most),
    ]
    if limit is not None:
        parts.append(svg.line("c-frame", x=(limit / most, limit / most), y=(2, HEIGHT - 2)))
    return format_html(
        '<svg class="chart" height="{}" aria-hidden="true">{}</svg>',
        HEIGHT,
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )


def _bar(css: str, first: int, end: int, most: float) -> SafeString:
    return svg.rect(css, x=first / most, width=(end - first) / most, y=TOP, height=THICK)

"""The dot plot of a criterion: one dot for each assessor on the scale from 1 to 5."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from takt.calculation.scoring import HIGHEST, LOWEST
from takt.foundation.design.charts import svg

LEFT, STEP = 0.06, 0.22
DOT, BETWEEN, LEAST_HEIGHT = 4.5, 10, 34


def dot_plot(scores: Sequence[int]) -> SafeString:
    """Dots of the same score stand above each other. Which dot is whose cannot be seen."""
    tallest = max((list(scores).count(score) for score in scores), default=0)
    height = max(LEAST_HEIGHT, BETWEEN * tallest + 14)
    parts: list[SafeString] = []
    for score in range(LOWEST, HIGHEST + 1):
        parts.append(svg.line("c-grid", x=(_x(score), _x(score)), y=(2, height - 2)))
        parts += _dots(score, list(scores).count(score), height)
    return format_html(
        '<svg class="chart" height="{}" role="img" aria-label="{}">{}</svg>',
        height,
        _("Bedømmelser: %(scores)s") % {"scores": ", ".join(str(score) for score in scores)},
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )


def scale() -> SafeString:
    """1 to 5, above the plots."""
    parts = [
        svg.text(str(score), x=_x(score), y=12, css="t-meta", anchor="middle")
        for score in range(LOWEST, HIGHEST + 1)
    ]
    return format_html(
        '<svg class="chart" height="14" role="img" aria-label="{}">{}</svg>',
        _("Fra 1 til 5"),
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )


def _x(score: int) -> float:
    return LEFT + STEP * (score - LOWEST)


def _dots(score: int, count: int, height: int) -> list[SafeString]:
    top = height / 2 + BETWEEN * (count - 1) / 2
    return [
        format_html(
            '<circle class="c-solid" cx="{}" cy="{}" r="{}"/>',
            svg.percent(_x(score)),
            top - BETWEEN * index,
            DOT,
        )
        for index in range(count)
    ]

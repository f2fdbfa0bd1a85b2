"""The two small drawings of the workbench: how wide an estimate is, and what a unit carries month by month."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.money.three_point import weighted
from takt.calculation.planner.problem import Month
from takt.foundation.design.charts import svg
from takt.foundation.design.charts.heatmap import OVER, level

HEADROOM = 1.1
"""The scale ends a little above the highest number, so that the end of the bar is seen."""


def spread_chart(low: int, likely: int, high: int, *, say: Callable[[int | Fraction], str]) -> SafeString:
    """A bar from low to high, a dot at the likely and a tick at the weighted amount, on a scale from zero.

    ``say``: an amount in words.
    """
    middle = weighted(low, likely, high)
    most = high * HEADROOM or 1
    spoken = _("Fra %(low)s til %(high)s, vægtet %(weighted)s") % {
        "low": say(low),
        "high": say(high),
        "weighted": say(middle),
    }
    parts = (
        svg.line("c-grid", x=(0, 1), y=(12, 12)),
        svg.rect("c-mid", x=low / most, width=(high - low) / most, y=9, height=6),
        format_html('<circle class="c-solid" cx="{}" cy="12" r="5"/>', svg.percent(likely / most)),
        svg.line("c-frame", x=(float(middle) / most,) * 2, y=(4, 20)),
    )
    return format_html(
        '<svg class="chart" height="24" role="img" aria-label="{}">{}</svg>',
        spoken,
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )


def strip_chart(
    used: Sequence[int],
    ceilings: Sequence[int | None],
    *,
    headcount: int,
    first: Month,
    language: wording.Language,
) -> SafeString:
    """One cell a month, the darker the nearer the ceiling; only what is over it has its number."""
    parts, spoken, width = [], [], 1 / len(used)
    decimal = "," if language == "da" else "."
    for index, (hours, ceiling) in enumerate(zip(used, ceilings, strict=True)):
        step = level(hours, ceiling)
        per_employee = wording.number(hours / headcount if headcount else 0, 1, language)
        parts.append(svg.rect(f"c-load-{step}", x=(index + 0.03) * width, width=0.94 * width, y=1, height=24))
        if step == OVER:
            in_cell = per_employee.split(decimal)[0] if len(per_employee) > 3 else per_employee
            parts.append(
                svg.text(in_cell, x=(index + 0.5) * width, y=17, css="t-inv t-cell", anchor="middle")
            )
        spoken.append(f"{wording.short_month(first.plus(index), language)} {per_employee}")
    return format_html(
        '<svg class="chart" height="26" role="img" aria-label="{}">{}</svg>',
        _("Timer pr. medarbejder fra %(month)s: %(hours)s")
        % {"month": wording.month_name(first, language), "hours": "; ".join(spoken)},
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )

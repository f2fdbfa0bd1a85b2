"""The small drawings of the workbench: how wide an estimate is, what a unit carries, and where the risks lie."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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


def month_scale(first: Month, months: int, language: wording.Language) -> SafeString:
    """The first letter of each month, above the cells of a strip, which says the months itself when it is read out."""
    letters = [
        svg.text(
            wording.short_month(first.plus(index), language)[:1],
            x=(index + 0.5) / months,
            y=13,
            css="t-meta",
            anchor="middle",
        )
        for index in range(months)
    ]
    return format_html(
        '<svg class="chart" height="16" aria-hidden="true">{}</svg>',
        mark_safe("".join(letters)),  # noqa: S308 - every part is escaped where it is made
    )


@dataclass(frozen=True, slots=True)
class RiskPoint:
    number: int
    """As in the list beside the matrix."""
    probability: int
    consequence: int


CELL = 34
"""Pixels; a cell holds the numbers of its risks."""


def risk_matrix(risks: Sequence[RiskPoint]) -> SafeString:
    """Probability upwards, consequence to the right, 1 to 5; the darker, the greater. Numbers as in the list."""
    parts = []
    for probability in range(1, 6):
        y = (5 - probability) * CELL
        parts.append(svg.text(str(probability), x=0.06, y=y + 22, css="t-meta", anchor="middle"))
        for consequence in range(1, 6):
            x = 0.12 + (consequence - 1) * 0.176
            step = (probability * consequence + 4) // 7
            parts.append(svg.rect(f"c-risk-{step}", x=x, width=0.168, y=y + 1, height=CELL - 2))
            here = [
                str(one.number)
                for one in risks
                if (one.probability, one.consequence) == (probability, consequence)
            ]
            if here:
                css = "t-inv" if step > 2 else "t-strong"
                parts.append(svg.text(", ".join(here[:3]), x=x + 0.084, y=y + 22, css=css, anchor="middle"))
    parts += [
        svg.text(str(number), x=0.204 + (number - 1) * 0.176, y=5 * CELL + 16, css="t-meta", anchor="middle")
        for number in range(1, 6)
    ]
    spoken = "; ".join(
        _("risiko %(number)d: sandsynlighed %(probability)d, konsekvens %(consequence)d")
        % {"number": one.number, "probability": one.probability, "consequence": one.consequence}
        for one in risks
    )
    return format_html(
        '<svg class="chart" height="{}" role="img" aria-label="{}">{}</svg>',
        5 * CELL + 22,
        spoken,
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )

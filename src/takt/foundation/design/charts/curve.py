"""How something varies along one limit: a line through the points computed, with the point of today marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from takt.foundation.design.charts import svg

HEIGHT = 240
"""Pixels; the words along the foot take the last of them."""
_TOP, _FOOT = 26, 34
_LEFT, _RIGHT = 0.06, 0.96
"""Shares of the width, so that the words at both ends are not cut."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    label: str
    """Along the foot."""
    value: float
    said: str
    """The value in words, over the point."""
    is_today: bool = False


def curve(points: Sequence[CurvePoint], *, label: str, today: str) -> SafeString:
    """Evenly spread points. Read out as one sentence; the table below has the figures."""
    spoken = "; ".join(f"{one.label}: {one.said}" + (f" ({today})" if one.is_today else "") for one in points)
    places = [(_x(index, len(points)), _y(one.value, points)) for index, one in enumerate(points)]
    parts = [svg.line("c-axis", x=(_LEFT, _RIGHT), y=(HEIGHT - _FOOT, HEIGHT - _FOOT))]
    parts += [
        svg.line("c-frame", x=(x, x), y=(_TOP - 8, HEIGHT - _FOOT))
        for one, (x, _) in zip(points, places, strict=True)
        if one.is_today
    ]
    parts += [svg.line("c-curve", x=(a[0], b[0]), y=(a[1], b[1])) for a, b in pairwise(places)]
    parts += [
        part
        for index, (one, place) in enumerate(zip(points, places, strict=True))
        for part in _point(one, place, today, worded=_has_words(index, len(points)) or one.is_today)
    ]
    return format_html(
        '<svg class="chart curve" height="{}" role="img" aria-label="{}">{}</svg>',
        HEIGHT,
        f"{label}. {spoken}",
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )


def _point(one: CurvePoint, place: tuple[float, float], today: str, *, worded: bool) -> list[SafeString]:
    x, y = place
    dot = format_html(
        '<circle class="c-solid" cx="{}" cy="{}" r="{}"/>', svg.percent(x), y, 6 if one.is_today else 4
    )
    if not worded:
        return [dot]
    foot = f"{one.label}, {today}" if one.is_today else one.label
    return [
        dot,
        svg.text(one.said, x=x, y=y - 10, css="t-strong" if one.is_today else "t-meta", anchor="middle"),
        svg.text(foot, x=x, y=HEIGHT - 14, css="t-strong" if one.is_today else "t-meta", anchor="middle"),
    ]


def _has_words(index: int, many: int) -> bool:
    """At most about nine points have room for words."""
    return index % max(1, -(-many // 9)) == 0


def _x(index: int, many: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * (index / (many - 1) if many > 1 else 0.5)


def _y(value: float, points: Sequence[CurvePoint]) -> float:
    values = [one.value for one in points]
    least, most = min(values), max(values)
    share = (value - least) / (most - least) if most > least else 0.5
    return round(HEIGHT - _FOOT - 14 - share * (HEIGHT - _FOOT - 14 - _TOP), 1)

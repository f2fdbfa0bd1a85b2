"""What a limit will probably be used for, and when an initiative will probably be in use."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from takt.foundation.design.charts import svg

HEADROOM = 1.1
"""The scale ends a little above the highest amount, so that the end of the bar and the limit are seen."""
HEIGHT, TOP, THICK = 30, 7, 16
_DOT = SafeString('<circle class="c-solid" r="5"/>')


def spread_bar(p50: int, p80: int, limit: int) -> SafeString:
    """Dark to what is not exceeded in 50 of 100 cases, lighter to 80 of 100, red beyond the limit.

    For a table row whose cells say the same in figures, so it is drawn for the eye only.
    """
    half, most = max(0, p50), max(0, p80)
    scale = max(most, limit) * HEADROOM or 1
    parts = [
        _bar("c-solid", 0, min(half, limit), scale),
        _bar("c-bad", limit, half, scale),
        _bar("c-mid", half, min(most, limit), scale),
        _bar("c-breach", max(half, limit), most, scale),
        svg.line("c-frame", x=(max(0, limit) / scale,) * 2, y=(2, HEIGHT - 2)),
    ]
    return _drawn(parts)


def spread_key() -> SafeString:
    """The key, for the foot of the block."""
    shapes = (
        (14, '<rect class="c-solid" width="14" height="12"/>', _("bruges i 50 af 100 tilfælde")),
        (14, '<rect class="c-mid" width="14" height="12"/>', _("bruges i 80 af 100 tilfælde")),
        (4, '<line class="c-frame" x1="2" x2="2" y1="0" y2="14"/>', _("grænse")),
        (14, '<rect class="c-bad" width="14" height="12"/>', _("over grænsen")),
    )
    return svg.key(shapes)


def go_live_ticks(planned: int, p80: int, deadline: int | None, months: int) -> SafeString:
    """Along the months of the plan: where it is planned, how far 80 of 100 cases reach, and the deadline.

    For a table row that says the same in words. What lies outside the plan is drawn at its edge.
    """

    def at(month: int) -> float:
        return min(max(month, 0), months) / max(1, months)

    late = deadline is not None and p80 > deadline
    parts = [
        svg.line("c-axis", x=(0, 1), y=(HEIGHT // 2,) * 2),
        svg.rect(
            "c-bad" if late else "c-mid", x=at(planned), width=at(p80) - at(planned), y=TOP + 4, height=8
        ),
        svg.line("c-tick", x=(at(p80),) * 2, y=(TOP, TOP + THICK)),
        svg.placed(_DOT, x=at(planned), y=HEIGHT // 2),
    ]
    if deadline is not None:
        parts.append(svg.line("c-frame", x=(at(deadline),) * 2, y=(2, HEIGHT - 2)))
    return _drawn(parts)


def go_live_key() -> SafeString:
    shapes = (
        (12, '<circle class="c-solid" cx="6" cy="7" r="5"/>', _("planlagt i drift")),
        (14, '<rect class="c-mid" width="14" height="8" y="2"/>', _("til og med 80 af 100 tilfælde")),
        (4, '<line class="c-frame" x1="2" x2="2" y1="0" y2="14"/>', _("frist")),
    )
    return svg.key(shapes)


def range_bar(least: int, up_to: int, most: int) -> SafeString:
    """Dark to what was found, lighter to what is estimated; ``most``: the end of the scale."""
    scale = max(up_to, most) * HEADROOM or 1
    return _drawn([_bar("c-solid", 0, least, scale), _bar("c-mid", least, up_to, scale)])


def range_key() -> SafeString:
    shapes = (
        (
            14,
            '<rect class="c-solid" width="14" height="12"/>',
            _("mindst: en plan med så meget mere er fundet"),
        ),
        (14, '<rect class="c-mid" width="14" height="12"/>', _("op til: et skøn")),
    )
    return svg.key(shapes)


def _bar(css: str, first: int, end: int, scale: float) -> SafeString:
    return svg.rect(css, x=first / scale, width=(end - first) / scale, y=TOP, height=THICK)


def _drawn(parts: list[SafeString]) -> SafeString:
    return format_html(
        '<svg class="chart" height="{}" aria-hidden="true">{}</svg>',
        HEIGHT,
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )

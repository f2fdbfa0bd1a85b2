"""The little grammar all drawings share: x in per cent, y in pixels."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


def percent(share: float) -> str:
    """``12.5%`` of a share 0 … 1."""
    return f"{100 * share:.3f}".rstrip("0").rstrip(".") + "%"


def rect(css: str, *, x: float, width: float, y: float, height: float) -> SafeString:
    """x and width are shares of the drawing's width; nothing is drawn when there is no width."""
    if width <= 0:
        return SafeString("")
    return format_html(
        '<rect class="{}" x="{}" width="{}" y="{}" height="{}"/>', css, percent(x), percent(width), y, height
    )


def line(css: str, *, x: tuple[float, float], y: tuple[float, float]) -> SafeString:
    return format_html(
        '<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>', css, percent(x[0]), percent(x[1]), y[0], y[1]
    )


def text(words: str, *, x: float, y: float, css: str = "", anchor: str = "start", dx: int = 0) -> SafeString:
    return format_html(
        '<text class="{}" x="{}" y="{}" dx="{}" text-anchor="{}">{}</text>',
        css,
        percent(x),
        y,
        dx,
        anchor,
        words,
    )


def placed(shape: SafeString, *, x: float, y: float) -> SafeString:
    """A small shape drawn around (0, 0), put where it belongs."""
    return format_html('<svg x="{}" y="{}" overflow="visible">{}</svg>', percent(x), y, shape)


def key(shapes: Iterable[tuple[int, str, str]]) -> SafeString:
    """The shapes that repeat and their words. (width, our own markup 14 pixels high, word)."""
    return format_html(
        '<span class="key">{}</span>',
        format_html_join(
            "",
            '<span><svg width="{}" height="14" aria-hidden="true">{}</svg>{}</span>',
            ((width, mark_safe(shape), word) for width, shape, word in shapes),  # noqa: S308 - our own shapes
        ),
    )

"""The roadmap: what is prepared, rolled out and settled in, month by month, on one shared axis.

An axis and any number of fields below it, each drawn for itself so that parts can be folded, and all with the
same grid. Months are offsets from the first month shown; what lies outside the window is cut off.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.foundation.design.charts import svg

ROW = 26
"""Pixels; the list of labels beside the drawing has the same."""
AXIS, AXIS_WITH_MONTHS = 40, 54
MOST_MONTHS_NAMED = 24

_DIAMOND = mark_safe(
    '<path class="c-ink" d="M0 -8L7 0L0 8L-7 0z"/><path class="c-white" d="M0 -3.5L3 0L0 3.5L-3 0z"/>'
)
_MISSED = mark_safe(
    '<path class="c-bad" d="M0 -8L7 0L0 8L-7 0z"/><path class="c-white" d="M0 -3.5L3 0L0 3.5L-3 0z"/>'
)
_HEAD_DOWN = mark_safe('<path class="c-dep-head" d="M0 0L-4 -7H4z"/>')
_HEAD_UP = mark_safe('<path class="c-dep-head" d="M0 0L-4 7H4z"/>')
_PIN = mark_safe(
    '<path class="c-pin" d="M0 8V-2"/><circle class="c-pin-head" cy="-5" r="4.5"/>'
    '<circle class="c-white" cy="-5" r="1.5"/>'
)
_STUB = mark_safe('<path class="c-dep" d="M-16 0H-6"/><path class="c-dep-head" d="M0 0L-7 -4V4z"/>')


@dataclass(frozen=True, slots=True)
class Window:
    """The months that are shown."""

    first: Month
    months: int

    def x(self, month: float) -> float:
        """Where a month begins: 0 … 1."""
        return min(max(month, 0), self.months) / self.months

    def shows(self, first: float, end: float) -> bool:
        return first < self.months and end > 0


@dataclass(frozen=True, slots=True)
class Bar:
    """One initiative. Each phase lasts until the next begins; ``settled`` is the first month after."""

    id: str
    start: int
    roll_out: int
    go_live: int
    settled: int
    title: str
    """What one sees when pointing at it; the words are in the table as well."""
    deadline: int | None = None
    can_move: bool = False
    """It may be tried in another month: see ``move.js``."""
    pinned: int | None = None
    """The month in which somebody has asked that it starts."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far bars may be moved, in months of the window: a start from ``first``, and in use before ``end``."""

    first: int
    end: int
    label: str
    """What the bars are, to those who listen."""


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where an initiative would lie that has no place. Each from its start to its go-live."""

    missed: tuple[int, int] | None
    """Where least is missing, though something is."""
    free: tuple[int, int] | None
    """Where there is room."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """``after`` may not start before ``before`` is in use."""

    before: str
    after: str


def axis(window: Window, *, language: wording.Language = "da") -> SafeString:
    """Years, quarters and, up to two years, months."""
    height = AXIS_WITH_MONTHS if window.months <= MOST_MONTHS_NAMED else AXIS
    parts = [
        svg.text(str(year), x=window.x(run[0]), y=13, css="t-strong", dx=6) for year, run in _years(window)
    ]
    for quarter, run in _quarters(window):
        parts.append(svg.line("c-grid", x=(window.x(run[0]),) * 2, y=(0 if quarter == 1 else 20, height)))
        if len(run) == 3:
            words = _("%(n)s. kvt.") % {"n": quarter}
            parts.append(svg.text(words, x=window.x(run[0] + 1.5), y=32, css="t-meta", anchor="middle"))
    if window.months <= MOST_MONTHS_NAMED:
        parts += [_month(window, month, language) for month in range(window.months)]
    return _drawing(parts, height, "chart roadmap-axis")


def _month(window: Window, month: int, language: wording.Language) -> SafeString:
    name = wording.short_month(window.first.plus(month), language)
    letters = name if window.months <= 12 else name[0].lower()
    return svg.text(letters, x=window.x(month + 0.5), y=49, css="t-meta", anchor="middle")


def field(
    rows: Sequence[Bar | Ghost],
    window: Window,
    *,
    arrows: Sequence[Arrow] = (),
    frozen: Collection[tuple[int, int]] = (),
    over: Collection[int] = (),
    reach: Reach | None = None,
) -> SafeString:
    """The rows of one area.

    ``frozen``: (first, latest) months without go-lives; ``over``: months over a limit. An arrow from a row
    that is not here is drawn as a short one at the row that waits. Hidden from screen readers: the labels
    beside it are links, and the table view says the same in words. With a ``reach`` a script makes the bars
    that can move into sliders, and these are heard.
    """
    height = ROW * len(rows)
    at = {row.id: (index * ROW + ROW / 2, row) for index, row in enumerate(rows) if isinstance(row, Bar)}
    parts = [_band("c-freeze", window, first, latest + 1, height) for first, latest in frozen]
    parts += [_breach(window, months, height) for months in _neighbours(over)]
    parts += [
        svg.line("c-grid", x=(window.x(run[0]),) * 2, y=(0, height)) for _quarter, run in _quarters(window)
    ]
    parts.append(svg.line("c-grid", x=(1, 1), y=(0, height)))
    parts += [_arrow(arrow, at, window) for arrow in arrows]
    parts += [_row(row, window, index * ROW + ROW / 2) for index, row in enumerate(rows)]
    return _drawing(parts, height, "chart roadmap", _reaching(reach, window) if reach else "")


def _reaching(reach: Reach, window: Window) -> SafeString:
    return format_html(
        ' data-months="{}" data-from="{}" data-first="{}" data-end="{}" data-label="{}"',
        window.months,
        str(window.first),
        reach.first,
        reach.end,
        reach.label,
    )


def key() -> SafeString:
    """The shapes that repeat, drawn as they are."""
    return svg.key(shapes())


def shapes() -> tuple[tuple[int, str, str], ...]:
    """Width, markup 14 pixels high and word of each shape that repeats."""
    return (
        (26, '<rect class="c-prep" x="1" y="3" width="24" height="8"/>', _("forberedelse")),
        (26, '<rect class="c-solid" width="26" height="14"/>', _("udrulning")),
        (26, '<rect class="c-settle" width="26" height="14"/>', _("indkøring")),
        (16, f'<svg x="8" y="7" overflow="visible">{_DIAMOND}</svg>', _("frist")),
        (12, f'<svg x="6" y="7" overflow="visible">{_PIN}</svg>', _("fastholdt start")),
        (
            18,
            '<path class="c-dep" d="M0 7H11"/><path class="c-dep-head" d="M17 7L10 3V11z"/>',
            _("kræver først"),
        ),
        (14, '<rect class="c-freeze" width="14" height="14"/>', _("frysperiode")),
        (14, '<rect class="c-breach" width="14" height="14"/>', _("over loftet")),
    )


def _years(window: Window) -> list[tuple[int, list[int]]]:
    """The months shown, by calendar year."""
    runs = groupby(range(window.months), key=lambda month: window.first.plus(month).year)
    return [(year, list(run)) for year, run in runs]


def _quarters(window: Window) -> list[tuple[int, list[int]]]:
    """The months shown, by quarter (1-4)."""
    runs = groupby(range(window.months), key=lambda month: (window.first.plus(month).number + 2) // 3)
    return [(quarter, list(run)) for quarter, run in runs]


def _neighbours(months: Collection[int]) -> list[list[int]]:
    in_order = sorted(set(months))
    return [
        [month for _, month in run] for _, run in groupby(enumerate(in_order), key=lambda at: at[1] - at[0])
    ]


def _band(css: str, window: Window, first: int, end: int, height: float) -> SafeString:
    x = window.x(first)
    return svg.rect(css, x=x, width=window.x(end) - x, y=0, height=height)


def _breach(window: Window, months: Sequence[int], height: float) -> SafeString:
    band = _band("c-breach", window, months[0], months[-1] + 1, height)
    x = (window.x(months[0]), window.x(months[-1] + 1))
    return band + svg.line("c-breach-edge", x=x, y=(1, 1)) if x[0] < x[1] else SafeString("")


def _row(row: Bar | Ghost, window: Window, middle: float) -> SafeString:
    return _bar(row, window, middle) if isinstance(row, Bar) else _ghost(row, window, middle)


def _bar(bar: Bar, window: Window, middle: float) -> SafeString:
    def phase(css: str, first: int, end: int, height: int) -> SafeString:
        x = window.x(first)
        return svg.rect(css, x=x, width=window.x(end) - x, y=middle - height / 2, height=height)

    mark = SafeString("")
    if bar.deadline is not None and 0 <= bar.deadline <= window.months:
        shape = _MISSED if bar.go_live > bar.deadline else _DIAMOND
        mark = svg.placed(shape, x=window.x(bar.deadline), y=middle)
    if bar.pinned is not None and 0 <= bar.pinned < window.months:
        mark += svg.placed(_PIN, x=window.x(bar.pinned), y=middle - 2)
    moves = format_html(
        ' class="bar" data-bar="{}" data-phases="{}"',
        bar.id,
        " ".join(map(str, (bar.start, bar.roll_out, bar.go_live, bar.settled))),
    )
    return format_html(
        "<g{}><title>{}</title>{}{}{}</g>{}",
        moves if bar.can_move else "",
        bar.title,
        phase("c-prep", bar.start, bar.roll_out, 8),
        phase("c-settle", bar.go_live, bar.settled, 16),
        phase("c-solid", bar.roll_out, bar.go_live, 16),
        mark,
    )


def _ghost(ghost: Ghost, window: Window, middle: float) -> SafeString:
    parts = []
    for span, css, text_css, words in (
        (ghost.missed, "c-ghost", "t-bad", _("mangler plads")),
        (ghost.free, "c-prep", "t-accent", _("ledigt vindue")),
    ):
        if span and window.shows(*span):
            x, end = window.x(span[0]), window.x(span[1])
            parts.append(svg.rect(css, x=x, width=end - x, y=middle - 8, height=16))
            parts.append(svg.text(words, x=(x + end) / 2, y=middle + 4.5, css=text_css, anchor="middle"))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped where it is made


def _arrow(arrow: Arrow, at: dict[str, tuple[float, Bar]], window: Window) -> SafeString:
    if arrow.after not in at:
        return SafeString("")
    y_after, after = at[arrow.after]
    if not window.shows(after.start, after.start + 1):
        return SafeString("")
    x_after = window.x(after.start)
    if arrow.before not in at:
        return svg.placed(_STUB, x=x_after, y=y_after)
    y_before, before = at[arrow.before]
    down = y_after > y_before
    end = y_after - 8 if down else y_after + 8
    return (
        svg.line("c-dep", x=(window.x(before.go_live), x_after), y=(y_before, y_before))
        + svg.line("c-dep", x=(x_after, x_after), y=(y_before, end + (-4 if down else 4)))
        + svg.placed(_HEAD_DOWN if down else _HEAD_UP, x=x_after, y=end)
    )


def _drawing(parts: Sequence[SafeString], height: float, css: str, attributes: str = "") -> SafeString:
    return format_html(
        '<svg class="{}" height="{}" aria-hidden="true" focusable="false"{}>{}</svg>',
        css,
        height,
        attributes,
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )

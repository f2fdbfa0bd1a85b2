"""Use against a limit, month by month: a table with numbers, whose lightness is how near the limit is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.problem import Month

OVER = 4
"""The step of the ramp that means over the limit."""
NEAR = 3
"""From 90 % of the limit up to the limit itself."""


class Axis(Enum):
    """How the months are written above the cells."""

    NAMES = "names"
    """Years, and jan feb mar: for a table that stands alone."""
    INITIALS = "initials"
    """j f m: under an axis that has the years."""
    HIDDEN = "hidden"
    """For screen readers only: under a table that has shown them."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One unit, role or other thing with a limit. Whole numbers, so that a limit is exactly kept or not."""

    label: str
    used: Sequence[int]
    """One per month, for example change hours."""
    limits: Sequence[int | None]
    """One per month; None = no limit."""
    per: int = 1
    """Numbers are shown divided by this, for example the headcount."""
    note: str = ""
    """Beside the label, for example “loft 3,5”."""
    url: str = ""
    cap: str = ""
    """The limit in words for the last column, when the table has one."""


def level(used: int, limit: int | None) -> int:
    """The step of the ramp: 0 below 30 % of the limit, 1 below 60, 2 below 90, 3 up to it, 4 over it."""
    if limit is None or used <= 0:
        return 0
    if used > limit:
        return OVER
    return sum(100 * used >= share * limit for share in (30, 60, 90))


def tightest(row: HeatRow, span: range) -> int:
    """The month of the span where the row comes nearest to its limit (furthest over it)."""

    def share(month: int) -> float:
        limit = row.limits[month]
        return row.used[month] / limit if limit else float(bool(row.used[month] and limit == 0))

    return max(span, key=lambda month: (share(month), row.used[month], -month))


def load_heatmap(
    rows: Sequence[HeatRow],
    months: Sequence[Month],
    *,
    caption: str,
    first_column: str,
    axis: Axis = Axis.NAMES,
    step: int = 1,
    decimals: int = 1,
    cap_column: str = "",
    frozen: frozenset[int] = frozenset(),
    language: wording.Language = "da",
) -> SafeString:
    """A table with one row per thing and one column per ``step`` months.

    ``months`` are those of the rows' lists, in order. With a step above 1 a cell shows the month that is
    nearest to the limit. ``caption`` and ``first_column`` are read out, not shown; ``cap_column`` heads a
    last column with each row's ``cap``. ``frozen`` are month offsets to be underlined. Put the table in a
    ``scroll-x`` region: on a phone its labels stay while the months scroll.
    """
    spans = tuple(range(first, min(first + step, len(months))) for first in range(0, len(months), step))
    body = _joined(_row(row, spans, months, decimals, frozen, language) for row in rows)
    return format_html(
        '<table class="load-heatmap"><caption class="sr-only">{}</caption>'
        '<colgroup><col class="col-label">{}{}</colgroup>{}<tbody>{}</tbody></table>',
        caption,
        mark_safe("<col>" * len(spans)),  # noqa: S308 - no input
        mark_safe('<col class="col-cap">') if cap_column else "",
        _head(spans, tuple(months), axis, first_column, cap_column, language),
        body,
    )


def ramp() -> SafeString:
    """The key to the steps, for the foot of the block."""
    steps = (
        (0, _("god plads")),
        (2, _("over 60 %")),
        (NEAR, _("nær loftet")),
        (OVER, _("over loftet")),
    )
    return format_html(
        '<span class="ramp">{}</span>',
        format_html_join("", '<span><i class="l{}"></i>{}</span>', steps),
    )


@lru_cache(maxsize=64)  # a page of many tables has the same months above them all
def _head(
    spans: tuple[range, ...],
    months: tuple[Month, ...],
    axis: Axis,
    first_column: str,
    cap_column: str,
    language: wording.Language,
) -> SafeString:
    css = {Axis.NAMES: "", Axis.INITIALS: "is-main", Axis.HIDDEN: "is-quiet"}[axis]
    names = format_html_join(
        "", '<th scope="col">{}</th>', ((_month_heading(span, months, axis, language),) for span in spans)
    )
    cap = format_html('<th scope="col" class="num">{}</th>', cap_column) if cap_column else ""
    years = _years(spans, months, cap_column=cap_column) if axis is Axis.NAMES else ""
    return format_html(
        '<thead class="{}">{}<tr><th scope="col"><span class="sr-only">{}</span></th>{}{}</tr></thead>',
        css,
        years,
        first_column,
        names,
        cap,
    )


def _years(spans: Sequence[range], months: Sequence[Month], *, cap_column: str) -> SafeString:
    runs = [(year, len(list(run))) for year, run in groupby(months[span[0]].year for span in spans)]
    return format_html(
        "<tr><td></td>{}{}</tr>",
        format_html_join(
            "", '<th class="yr" colspan="{}" scope="colgroup">{}</th>', ((n, y) for y, n in runs)
        ),
        mark_safe("<td></td>") if cap_column else "",
    )


def _month_heading(
    span: range, months: Sequence[Month], axis: Axis, language: wording.Language
) -> SafeString | str:
    full = wording.month_range(months[span[0]], months[span[-1]], language)
    if axis is Axis.NAMES and len(span) == 1:
        short = wording.short_month(months[span[0]], language)
        return format_html('<span aria-hidden="true">{}</span><span class="sr-only">{}</span>', short, full)
    initials = "".join(wording.short_month(months[month], language)[0] for month in span).lower()
    return format_html('<span aria-hidden="true">{}</span><span class="sr-only">{}</span>', initials, full)


def _row(
    row: HeatRow,
    spans: Sequence[range],
    months: Sequence[Month],
    decimals: int,
    frozen: frozenset[int],
    language: wording.Language,
) -> SafeString:
    label = (
        format_html('<a class="quiet-link" href="{}">{}</a>', row.url, row.label) if row.url else row.label
    )
    note = format_html(' <span class="meta">{}</span>', row.note) if row.note else ""
    cells = _joined(_cell(row, span, months, decimals, frozen, language) for span in spans)
    cap = format_html('<td class="cap">{}</td>', row.cap) if row.cap else ""
    return format_html('<tr><th scope="row">{}{}</th>{}{}</tr>', label, note, cells, cap)


def _cell(
    row: HeatRow,
    span: range,
    months: Sequence[Month],
    decimals: int,
    frozen: frozenset[int],
    language: wording.Language,
) -> str:
    """Plain markup: there are thousands on a page."""
    month = tightest(row, span)
    used = row.used[month]
    step = level(used, row.limits[month])
    frz = " frz" if frozen.issuperset(span) else ""
    title = f' title="{escape(wording.month_name(months[month], language))}"' if len(span) > 1 else ""
    over = f'<span class="sr-only"> {escape(_("over loftet"))}</span>' if step == OVER else ""
    return f'<td class="l{step}{frz}"{title}>{short(used / row.per, decimals, language)}{over}</td>'


def _joined(parts: Iterable[str]) -> SafeString:
    """Each part has escaped what it holds; escaping them again costs more than drawing them."""
    return mark_safe("".join(parts))  # noqa: S308 - made here


def short(value: float, decimals: int, language: wording.Language) -> str:
    """What rounds to nothing is a plain nought, so that the eye finds the rest."""
    return wording.number(value, decimals, language) if abs(value) * 10**decimals >= 0.5 else "0"

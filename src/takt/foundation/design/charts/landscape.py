"""How something varies along two limits: a table with numbers, darker where there is more, with today marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

STEPS = 4
"""Of lightness."""


@dataclass(frozen=True, slots=True)
class Spot:
    said: str
    """What stands in the cell."""
    value: float
    is_today: bool = False
    remark: str = ""
    """Why the spot is not to be wished for; drawn as an objection and read out."""


def landscape(
    spots: Mapping[tuple[int, int], Spot],
    *,
    columns: Sequence[tuple[int, str]],
    rows: Sequence[tuple[int, str]],
    caption: str,
    corner: str,
) -> SafeString:
    """``columns`` and ``rows``: (point, words), rows from the top. A spot that is not there is shown as a dash."""
    values = [spot.value for spot in spots.values() if not spot.remark]
    ends = (min(values, default=0.0), max(values, default=0.0))
    head = format_html_join("", '<th scope="col">{}</th>', ((words,) for _, words in columns))
    body = format_html_join(
        "",
        '<tr><th scope="row">{}</th>{}</tr>',
        (
            (
                words,
                format_html_join("", "{}", ((_cell(spots.get((x, y)), ends),) for x, _ in columns)),
            )
            for y, words in rows
        ),
    )
    return format_html(
        '<table class="load-heatmap landscape"><caption class="sr-only">{}</caption>'
        '<thead><tr><th scope="col"><span class="meta">{}</span></th>{}</tr></thead><tbody>{}</tbody></table>',
        caption,
        corner,
        head,
        body,
    )


def _cell(spot: Spot | None, ends: tuple[float, float]) -> SafeString:
    if spot is None:
        return format_html('<td class="is-missing">–<span class="sr-only"> {}</span></td>', _("ikke regnet"))
    notes = [words for words in (_("i dag") if spot.is_today else "", spot.remark) if words]
    return format_html(
        '<td class="l{}{}"{}>{}{}</td>',
        STEPS if spot.remark else _step(spot.value, ends),
        " is-today" if spot.is_today else "",
        format_html(' title="{}"', ", ".join(notes)) if notes else "",
        spot.said,
        format_html('<span class="sr-only"> {}</span>', ", ".join(notes)) if notes else "",
    )


def _step(value: float, ends: tuple[float, float]) -> int:
    least, most = ends
    return min(STEPS - 1, int(STEPS * (value - least) / (most - least))) if most > least else 1

"""The roadmap as one drawing that stands alone: axis, areas and their load, bars, staff and key, with its styles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from takt.calculation import wording
from takt.foundation.design.charts import roadmap, svg
from takt.foundation.design.charts.heatmap import NEAR, OVER, HeatRow, level, short, tightest
from takt.governance.planning import findings
from takt.governance.planning.pages.areas import Area, Label, Picture
from takt.governance.planning.pages.view import View
from takt.interfaces.exchange.plan_out.export import Export
from takt.interfaces.exchange.plan_out.styles import HATCH, chart_styles

WIDTH, MARGIN, LABELS = 1600, 24, 440
FIELD_X = MARGIN + LABELS
FIELD = WIDTH - FIELD_X - MARGIN
STRIP, GAP, KEY = 24, 14, 40
LONGEST_TITLE, LETTER = 56, 7.2
MOST_SINGLE = 24
"""Months; with more of them a cell of the load is a quarter."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something drawn across the page, and how high it is."""

    height: float
    drawing: SafeString


def svg_of(export: Export, view: View) -> str:
    """What ``view`` shows, with every area open. 1600 pixels wide."""
    window = view.window(export.first, export.run.months)
    picture = Picture(
        export.places,
        export.figures,
        export.first,
        window,
        replace(view, units_of="", wish=""),
        None,
        export.language,
        is_unfolded=True,
    )
    pieces = [_head(export, window), _axis(window, export.language)]
    units = {unit.id: unit for unit in export.figures.units}
    for area in picture.areas():
        pieces.append(Piece(STRIP, _strip(picture.heat_row(units[area.id]), 1, export.language)))
        pieces += _bars(area)
    pieces += [*_staff(picture), _key()]
    return _whole(pieces, findings.headline(export.places, export.figures, export.first, export.language))


def _whole(pieces: Sequence[Piece], title: str) -> str:
    y, parts = float(MARGIN), []
    for piece in pieces:
        parts.append(
            format_html(
                '<svg y="{}" width="{}" height="{}" overflow="visible">{}</svg>',
                y,
                WIDTH,
                piece.height,
                piece.drawing,
            )
        )
        y += piece.height + (GAP if piece.height else 0)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="{0}" height="{1}" viewBox="0 0 {0} {1}"'
        ' role="img">'
        '<title>{2}</title>{3}<rect width="{0}" height="{1}" fill="#ffffff"/>{4}</svg>',
        WIDTH,
        round(y + MARGIN),
        title,
        mark_safe(f"<style>{chart_styles()}</style>{HATCH}"),  # noqa: S308 - our own style sheet
        _joined(parts),
    )


def _head(export: Export, window: roadmap.Window) -> Piece:
    title = findings.headline(export.places, export.figures, export.first, export.language)
    months = wording.month_range(window.first, window.first.plus(window.months - 1), export.language)
    about = _("%(municipality)s, planversion %(number)s, %(months)s") % {
        "municipality": settings.MUNICIPALITY,
        "number": export.run.pk,
        "months": months,
    }
    return Piece(
        52,
        format_html(
            '<text class="t-strong" x="{0}" y="20" style="font-size:20px">{1}</text>'
            '<text class="t-meta" x="{0}" y="44">{2}</text>',
            MARGIN,
            title,
            about,
        ),
    )


def _axis(window: roadmap.Window, language: wording.Language) -> Piece:
    height = roadmap.AXIS_WITH_MONTHS if window.months <= roadmap.MOST_MONTHS_NAMED else roadmap.AXIS
    return Piece(height, _in_field(roadmap.axis(window, language=language), height))


def _bars(area: Area) -> Iterator[Piece]:
    if area.labels:
        height = roadmap.ROW * len(area.labels)
        labels = _joined([_label(label, row) for row, label in enumerate(area.labels)])
        yield Piece(height, labels + _in_field(area.roadmap, height))


def _staff(picture: Picture) -> Iterator[Piece]:
    rows = picture.staff_rows()
    if rows:
        words = _("Bemanding: bundne persondage pr. måned")
        yield Piece(16, format_html('<text class="t-meta" x="{}" y="13">{}</text>', MARGIN, words))
    for row in rows:
        yield Piece(STRIP, _strip(row, 0, picture.language))


def _strip(row: HeatRow, decimals: int, language: wording.Language) -> SafeString:
    """The name, and a cell for each month, or each quarter in a long plan."""
    months, step = len(row.used), 1 if len(row.used) <= MOST_SINGLE else 3
    cells = []
    for first in range(0, months, step):
        span = range(first, min(first + step, months))
        month = tightest(row, span)
        number = level(row.used[month], row.limits[month])
        x, width = first / months, len(span) / months
        words = short(row.used[month] / row.per, decimals, language)
        css = {OVER: "t-inv", NEAR: "t-strong"}.get(number, "t-meta")
        cells.append(svg.rect(f"c-load-{number}", x=x, width=width - 1 / FIELD, y=0, height=STRIP))
        cells.append(svg.text(words, x=x + width / 2, y=16, css=css, anchor="middle"))
    name = format_html(
        '<text class="t-strong" x="{}" y="17">{}</text><text class="t-meta" x="{}" y="17" text-anchor="end">{}</text>',
        MARGIN,
        _short(row.label),
        FIELD_X - 12,
        row.note,
    )
    return name + _in_field(_joined(cells), STRIP)


def _label(label: Label, row: int) -> SafeString:
    words = {
        "must": pgettext("forpligtelse", "skal"),
        "should": pgettext("forpligtelse", "bør"),
        "could": pgettext("forpligtelse", "kan"),
    }
    return format_html(
        '<text x="{0}" y="{3}">{2}</text><text class="t-meta" x="{1}" y="{3}" text-anchor="end">{4}</text>',
        MARGIN,
        FIELD_X - 12,
        _short(label.title),
        roadmap.ROW * row + 17,
        words[label.obligation],
    )


def _key() -> Piece:
    x, parts = float(MARGIN), []
    for width, shape, word in roadmap.shapes():
        drawn = mark_safe(f'<svg x="{x}" y="12" overflow="visible">{shape}</svg>')  # noqa: S308 - our own shapes
        parts.append(drawn + format_html('<text class="t-meta" x="{}" y="24">{}</text>', x + width + 8, word))
        x += width + 32 + LETTER * len(word)
    return Piece(KEY, _joined(parts))


def _in_field(drawing: SafeString, height: float) -> SafeString:
    return format_html(
        '<svg x="{}" width="{}" height="{}" overflow="visible">{}</svg>', FIELD_X, FIELD, height, drawing
    )


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def _joined(parts: Sequence[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped where it is made

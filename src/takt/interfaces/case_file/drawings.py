"""The two drawings of a case file: money year by year, and a unit's hours against its ceiling."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.money.returns import YearOfMoney
from takt.foundation.design.charts import svg
from takt.interfaces.case_file.change import ChangeBlock, UnitLoad

TOP, PLOT, FOOT = 14, 196, 26
"""Pixels above, of and below the field where the money is drawn."""
LEFT, RIGHT = 0.06, 0.84
"""Shares of the width: the amounts stand left of the field, the words right of it."""
BAR = 0.4
"""Width of a bar as a share of its year's."""


def money_chart(years: Sequence[YearOfMoney], *, language: wording.Language) -> SafeString:
    """Costs below zero and benefits above it, with the result since the start as a line."""
    scale = _Scale(years)
    parts = [*_grid(scale, language)]
    for index, year in enumerate(years):
        parts += _bars(scale, index, year)
        parts.append(
            svg.text(
                str(year.year), x=scale.middle(index), y=scale.height - 6, css="t-strong", anchor="middle"
            )
        )
    parts.append(_line(scale, years))
    parts += [_dot(scale, index, year) for index, year in enumerate(years)]
    parts += _words(scale, years, language)
    return format_html(
        '<svg class="chart" height="{}" role="img" aria-label="{}">{}</svg>',
        scale.height,
        _spoken(years, language),
        mark_safe("".join(parts)),  # noqa: S308 - every part is escaped where it is made
    )


class _Scale:
    """From kroner and years to places in the drawing."""

    height = TOP + PLOT + FOOT

    def __init__(self, years: Sequence[YearOfMoney]) -> None:
        heights = [max(year.benefit_dkk, year.since_start_dkk) for year in years]
        depths = [max(year.investment_dkk + year.running_dkk, -year.since_start_dkk) for year in years]
        self.most, self.least = max(0, *heights), max(0, *depths)
        self.dkk_per_pixel = (self.most + self.least) / PLOT or 1
        self.zero = TOP + self.most / self.dkk_per_pixel
        self.width = (RIGHT - LEFT) / len(years)

    def y(self, dkk: float) -> float:
        return round(self.zero - dkk / self.dkk_per_pixel, 1)

    def middle(self, index: int) -> float:
        return LEFT + (index + 0.5) * self.width


def _grid(scale: _Scale, language: wording.Language) -> list[SafeString]:
    step = _round_step(scale.most + scale.least)
    lines = [
        amount
        for amount in range(-8 * step, 9 * step, step)
        if amount and -scale.least <= amount <= scale.most
    ]
    parts = [svg.line("c-axis", x=(LEFT, RIGHT), y=(scale.zero, scale.zero))]
    parts.append(svg.text("0", x=0, y=scale.zero + 4, css="t-meta"))
    for amount in lines:
        decimals = 0 if step >= 1_000_000 else 1 if step >= 100_000 else 2
        words = ("+" if amount > 0 else "") + wording.number(amount / 1_000_000, decimals, language)
        parts.append(svg.line("c-grid", x=(LEFT, RIGHT), y=(scale.y(amount), scale.y(amount))))
        parts.append(svg.text(words, x=0, y=scale.y(amount) + 4, css="t-meta"))
    return parts


def _round_step(span: float) -> int:
    """A step of 1, 2 or 5 that gives about four lines."""
    magnitude = 1_000
    while True:
        for step in (magnitude, 2 * magnitude, 5 * magnitude):
            if span / step <= 5:
                return step
        magnitude *= 10


def _bars(scale: _Scale, index: int, year: YearOfMoney) -> list[SafeString]:
    left, width = scale.middle(index) - scale.width * BAR / 2, scale.width * BAR
    investment = year.investment_dkk / scale.dkk_per_pixel
    running = year.running_dkk / scale.dkk_per_pixel
    benefit = year.benefit_dkk / scale.dkk_per_pixel

    def bar(css: str, top: float, height: float) -> SafeString:
        if height <= 0:
            return SafeString("")
        return svg.rect(css, x=left, width=width, y=round(top, 1), height=round(height, 1))

    return [
        bar("c-solid", scale.zero, investment),
        bar("c-grey", scale.zero + investment, running),
        bar("c-mid", scale.zero - benefit, benefit),
    ]


def _line(scale: _Scale, years: Sequence[YearOfMoney]) -> SafeString:
    points = " ".join(
        f"{100 * scale.middle(index):.2f},{scale.y(year.since_start_dkk)}" for index, year in enumerate(years)
    )
    return format_html(
        '<svg x="0" y="0" width="100%" height="{0}" viewBox="0 0 100 {0}" preserveAspectRatio="none">'
        '<polyline class="c-halo" points="{1}"/><polyline class="c-line" points="{1}"/></svg>',
        scale.height,
        points,
    )


def _dot(scale: _Scale, index: int, year: YearOfMoney) -> SafeString:
    return format_html(
        '<circle class="c-ink" cx="{}" cy="{}" r="4"/>',
        svg.percent(scale.middle(index)),
        scale.y(year.since_start_dkk),
    )


def _words(scale: _Scale, years: Sequence[YearOfMoney], language: wording.Language) -> list[SafeString]:
    """Direct labels to the right, kept apart when they would stand on top of each other."""
    last = years[-1]
    total = wording.number(last.since_start_dkk / 1_000_000, 1, language)
    plus = "+" if last.since_start_dkk > 0 else ""
    labels = [
        (scale.y(last.since_start_dkk), _("I alt %(amount)s") % {"amount": plus + total}, "t-strong"),
    ]
    if last.benefit_dkk:
        labels.append((scale.y(last.benefit_dkk / 2), _("Gevinst"), ""))
    if last.running_dkk:
        labels.append((scale.y(-last.running_dkk / 2), _("Drift"), ""))
    placed: list[SafeString] = []
    lowest = -100.0
    for y, words, css in sorted(labels):
        lowest = max(y, lowest + 18)
        placed.append(svg.text(words, x=RIGHT, y=lowest + 4, css=css, dx=10))
    first = years[0]
    if first.investment_dkk:
        above = scale.y(first.benefit_dkk) - 7
        placed.append(svg.text(_("Anlæg"), x=scale.middle(0), y=above, anchor="middle"))
    return placed


def _spoken(years: Sequence[YearOfMoney], language: wording.Language) -> str:
    values = ", ".join(f"{year.year}: {wording.mio_kroner(year.since_start_dkk, language)}" for year in years)
    return _("Samlet resultat siden start ved udgangen af hvert år: %(values)s") % {"values": values}


def unit_bars(block: ChangeBlock, *, language: wording.Language) -> list[tuple[UnitLoad, SafeString]]:
    """Each unit with its bar; all drawn to the same scale, hours per employee."""
    most = max(
        (max(unit.per_employee(unit.used), unit.per_employee(unit.ceiling or 0)) for unit in block.units),
        default=0,
    )
    return [(unit, _unit_bar(unit, (most or 1) * 1.06, language)) for unit in block.units]


def _unit_bar(unit: UnitLoad, most: float, language: wording.Language) -> SafeString:
    others, used = unit.per_employee(unit.others) / most, unit.per_employee(unit.used) / most
    parts = [
        svg.rect("c-grey", x=0, width=others, y=6, height=14),
        svg.rect("c-solid", x=others, width=used - others, y=6, height=14),
    ]
    if unit.ceiling is not None:
        ceiling = unit.per_employee(unit.ceiling) / most
        if unit.used > unit.ceiling:
            parts.append(svg.rect("c-bad", x=ceiling, width=used - ceiling, y=6, height=14))
        parts.append(svg.line("c-frame", x=(ceiling, ceiling), y=(1, 25)))
    return format_html(
        '<svg class="chart" height="26" role="img" aria-label="{}">{}</svg>',
        _unit_spoken(unit, language),
        format_html_join("", "{}", ((part,) for part in parts)),
    )


def _unit_spoken(unit: UnitLoad, language: wording.Language) -> str:
    def hours(amount: int) -> str:
        return wording.number(unit.per_employee(amount), 1, language)

    words = {"unit": unit.name, "used": hours(unit.used), "mine": hours(unit.mine)}
    if unit.ceiling is None:
        return _("%(unit)s: %(used)s timer, heraf %(mine)s fra denne sag; intet loft") % words
    return _("%(unit)s: %(used)s timer, heraf %(mine)s fra denne sag, mod et loft på %(ceiling)s") % {
        **words,
        "ceiling": hours(unit.ceiling),
    }


def unit_key() -> SafeString:
    return svg.key(
        (
            (18, '<rect class="c-grey" y="1" width="18" height="12"/>', _("øvrige initiativer")),
            (18, '<rect class="c-solid" y="1" width="18" height="12"/>', _("denne sag")),
            (4, '<line class="c-frame" x1="2" x2="2" y1="0" y2="14"/>', _("loft")),
        )
    )

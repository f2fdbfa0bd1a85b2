"""Money against its frame, year by year: what is bound, what the plan adds, and what is left or too much."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.design.charts import svg

ROW = 24
"""Pixels."""
_YEARS, _BARS = 0.12, 0.64
"""Shares of the width: the column of years, and the field of bars beside it."""


@dataclass(frozen=True, slots=True)
class MoneyYear:
    """One year on one frame, whole DKK. Negative sums (savings) draw no bar but count in the words."""

    year: int
    started_dkk: int
    """Bound by what has started or been decided."""
    planned_dkk: int
    """What the plan adds."""
    frame_dkk: int | None
    """None: no frame was set."""

    @property
    def used_dkk(self) -> int:
        return self.started_dkk + self.planned_dkk


def money_bars(years: Sequence[MoneyYear], *, label: str, language: wording.Language = "da") -> SafeString:
    """One bar per year with the frame as a black tick. ``label`` names the frame, for example Anlæg.

    The whole is read out as one sentence with the values; a table beside it is not needed.
    """
    most = max((max(one.used_dkk, one.frame_dkk or 0) for one in years), default=0) or 1
    rows = [_bar(one, index, most, language) for index, one in enumerate(years)]
    spoken = "; ".join(f"{one.year}: {_in_words(one, language)}" for one in years)
    return format_html(
        '<svg class="chart money-bars" height="{}" role="img" aria-label="{}">{}</svg>',
        ROW * len(years) + 4,
        f"{label}. {spoken}",
        mark_safe("".join(rows)),  # noqa: S308 - every part is escaped where it is made
    )


def money_key() -> SafeString:
    """The key, for the foot of the block."""
    shapes = (
        (14, '<rect class="c-solid" width="14" height="12"/>', _("allerede i gang")),
        (14, '<rect class="c-mid" width="14" height="12"/>', _("i planen")),
        (4, '<line class="c-frame" x1="2" x2="2" y1="0" y2="14"/>', _("ramme")),
    )
    return svg.key(shapes)


def _bar(one: MoneyYear, index: int, most: int, language: wording.Language) -> SafeString:
    top = 4 + index * ROW

    def share(dkk: int) -> float:
        return max(0, dkk) / most * _BARS

    started, used = share(one.started_dkk), share(one.used_dkk)
    parts = [
        svg.text(str(one.year), x=0, y=top + 12, css="t-strong"),
        svg.rect("c-solid", x=_YEARS, width=min(started, used), y=top + 1, height=14),
        svg.rect("c-mid", x=_YEARS + started, width=used - started, y=top + 1, height=14),
    ]
    over = False
    if one.frame_dkk is not None:
        frame = share(one.frame_dkk)
        over = one.used_dkk > one.frame_dkk
        if over:
            parts.append(svg.rect("c-bad", x=_YEARS + frame, width=used - frame, y=top + 1, height=14))
        parts.append(svg.line("c-frame", x=(_YEARS + frame, _YEARS + frame), y=(top - 2, top + 18)))
    words = _left(one, language)
    parts.append(svg.text(words, x=1, y=top + 12, css="t-bad" if over else "", anchor="end"))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped where it is made


def _left(one: MoneyYear, language: wording.Language) -> str:
    if one.frame_dkk is None:
        return _("ingen ramme")
    left = one.frame_dkk - one.used_dkk
    amount = wording.number(abs(left) / 1_000_000, 1, language)
    return _("%(mio)s over") % {"mio": amount} if left < 0 else _("%(mio)s ledig") % {"mio": amount}


def _in_words(one: MoneyYear, language: wording.Language) -> str:
    used = wording.mio_kroner(one.used_dkk, language)
    if one.frame_dkk is None:
        return _("%(used)s, ingen ramme") % {"used": used}
    words = {"used": used, "frame": wording.mio_kroner(one.frame_dkk, language)}
    if one.used_dkk > one.frame_dkk:
        return _("%(used)s, over rammen på %(frame)s") % words
    return _("%(used)s af rammen på %(frame)s") % words

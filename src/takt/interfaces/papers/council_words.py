"""Planen på én side as a paper: the same words and pictures as on the screen, on one A4."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import day, language
from takt.interfaces.papers.council import CouncilPage
from takt.interfaces.papers.council_picture import roadmap_picture
from takt.interfaces.papers.council_tables import Shaded
from takt.interfaces.papers.framing import framed, newest_event
from takt.interfaces.papers.rendering import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Picture,
    Table,
    Tone,
)


def council_paper(page: CouncilPage, *, today: date) -> Document:
    title = _("Planen på én side: %(municipality)s, planversion %(version)s") % {
        "municipality": page.municipality,
        "version": page.version,
    }
    return framed(
        title,
        list(_blocks(page)),
        publisher=page.municipality,
        language=language(),
        written=today,
        ledger=newest_event(),
        is_one_page=True,
    )


def picture_in_words(page: CouncilPage) -> str:
    """For those who listen."""
    return "; ".join(
        _("%(title)s i drift %(month)s") % {"title": one.title, "month": one.when} for one in page.first
    )


def _blocks(page: CouncilPage) -> Iterator[Block]:
    yield Paragraph(f"{_('Planen på én side')}\n{page.municipality}, {day(page.computed_at)}", Tone.EYEBROW)
    yield Heading(page.headline, 1)
    yield Paragraph(page.lede)
    yield Heading(_("Det gør vi først, og hvorfor"), 2)
    if page.first:
        yield Picture(roadmap_picture(page.first, page.first_month, page.months), picture_in_words(page))
        yield Bullets(tuple(f"{one.title}: {_small(one.why)}" for one in page.first))
    yield Heading(_("Det bærer forandringen: %(finding)s") % {"finding": page.carried}, 2)
    yield _shaded(page.areas, 3)
    yield Paragraph(hours_note(), Tone.QUIET)
    yield Heading(page.money_finding, 2)
    yield _shaded(page.money, 2)
    yield Heading(page.waiting, 2)
    if page.waits:
        yield Bullets(tuple(f"{title}: {why}" for title, why in page.waits))
    yield Heading(_("Det kan gå galt"), 2)
    if page.risks:
        yield Bullets(page.risks)
    yield Paragraph(page.risk_source, Tone.QUIET)


def hours_note() -> str:
    return _(
        "Forandringstimer pr. medarbejder i den fuldeste måned i hvert halvår. Mørkere er nærmere loftet."
    )


def _small(words: str) -> str:
    """To stand after a colon."""
    return words[:1].lower() + words[1:]


def _shaded(table: Shaded, first: int) -> Table:
    return Table(
        "",
        table.header,
        tuple((name, *(cell.text for cell in cells)) for name, cells in table.rows),
        numeric=frozenset(range(1, len(table.header))),
        widths=(first, *(1 for _column in table.header[1:])),
        levels=tuple((0, *(cell.level for cell in cells)) for _name, cells in table.rows),
    )

"""Consequences of a yes on paper: the table, what would be broken, and which plan it was held against."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import clock, day, language
from takt.governance.planning.consequences import Consequences
from takt.interfaces.papers.meeting_paper import ConsequenceLine, ConsequencesPaper
from takt.interfaces.papers.rendering import Block, Bullets, Paragraph, Table, Tone


def consequences_paper(said: Consequences) -> ConsequencesPaper:
    """As plain values, in the language that is active."""
    if said.missing or said.start is None or said.computed_at is None:
        return ConsequencesPaper("", source=said.missing)
    start = wording.month_name(said.start, language())
    source = _("Planversion %(number)s, beregnet %(when)s %(time)s.") % {
        "number": said.plan_number,
        "when": day(said.computed_at),
        "time": clock(said.computed_at),
    }
    if not said.is_placed:
        source += " " + _(
            "Sagen har ingen plads i planen. Den er prøvet i %(month)s, hvor den støder på mindst."
        ) % {"month": start}
    return ConsequencesPaper(
        start=start,
        lines=tuple(
            ConsequenceLine(row.name, row.detail, row.before, row.after, row.limit, row.word)
            for row in said.rows
        ),
        breaches=said.breaches,
        obstacles=said.obstacles,
        source=source,
    )


def consequences_blocks(paper: ConsequencesPaper) -> Iterator[Block]:
    if paper.lines:
        start = _("Start %(month)s") % {"month": paper.start}
        rows = tuple(
            (f"{one.name}\n{one.detail}", one.before, one.after, one.limit or "–", one.verdict)
            for one in paper.lines
        )
        yield Table(
            "",
            (start, _("I dag"), _("Med et ja"), _("Loft"), _("Vurdering")),
            rows,
            numeric=frozenset({1, 2, 3}),
            widths=(8, 3, 3, 3, 5),
        )
    for heading, sentences in (
        (_("Et ja bryder"), paper.breaches),
        (_("Det står også i vejen"), paper.obstacles),
    ):
        if sentences:
            yield Paragraph(heading, Tone.STRONG)
            yield Bullets(sentences)
    if paper.source:
        yield Paragraph(paper.source, Tone.QUIET)

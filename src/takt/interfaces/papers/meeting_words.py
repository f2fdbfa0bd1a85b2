"""Agenda and minutes of a meeting, put in the order a civil servant expects."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from takt.calculation import wording
from takt.interfaces.papers.consequences_words import consequences_blocks
from takt.interfaces.papers.framing import framed
from takt.interfaces.papers.hearing_words import hearing_blocks
from takt.interfaces.papers.meeting_paper import (
    ItemPaper,
    MeetingPaper,
    Member,
    OutcomePaper,
)
from takt.interfaces.papers.rendering import Block, Bullets, Document, Facts, Heading, Paragraph, Table, Tone
from takt.interfaces.papers.rendering.document import paragraphs, titled


def agenda(paper: MeetingPaper) -> Document:
    """What the body is called to: every item with what its members need to have read."""
    with override(paper.language):
        return _document(paper, _("Dagsorden"), _agenda_blocks(paper))


def minutes(paper: MeetingPaper) -> Document:
    """What came of it: who was there, and of every item outcome, reason and conditions."""
    with override(paper.language):
        name = _("Referat") if paper.approved_at else _("Udkast til referat")
        return _document(paper, name, _minutes_blocks(paper))


def _document(paper: MeetingPaper, name: str, blocks: Iterator[Block]) -> Document:
    day = wording.day(paper.starts_at.date(), paper.language)
    title = f"{name}: {paper.body}, {day}"
    return framed(
        title,
        [*_head(paper, name, day), *blocks],
        publisher=paper.municipality,
        language=paper.language,
        written=paper.starts_at.date(),
        ledger=paper.ledger,
    )


def _head(paper: MeetingPaper, name: str, day: str) -> Iterator[Block]:
    yield Paragraph(f"{name}\n{paper.municipality}", Tone.EYEBROW)
    yield Heading(f"{paper.body}, {day}", 1)
    if any(item.is_closed and not item.is_hidden for item in paper.items):
        yield Paragraph(_("Indeholder lukkede punkter og må ikke gives videre."), Tone.STRONG)


def _agenda_blocks(paper: MeetingPaper) -> Iterator[Block]:
    yield Facts((*_when_and_where(paper), (_("Medlemmer"), _named(paper.members, paper)), *_quorum(paper)))
    yield from _list_of_items(paper.items)
    for item in paper.items:
        yield from _heading(item)
        if not item.is_hidden:
            yield from _prepared(item)


def _minutes_blocks(paper: MeetingPaper) -> Iterator[Block]:
    there = [one for one in paper.members if one.is_present]
    absent = [one for one in paper.members if one.is_present is False]
    facts = [*_when_and_where(paper), (_("Til stede"), _named(there, paper))]
    if absent:
        facts.append((_("Fraværende"), _named(absent, paper)))
    yield Facts((*facts, *_quorum(paper), *_approved(paper)))
    for item in paper.items:
        yield from _heading(item)
        if not item.is_hidden:
            yield from _came_of_it(item, paper.language)
    yield from titled(_("Tilføjet efter godkendelsen"), 2, [Bullets(paper.addenda)] if paper.addenda else [])


def _when_and_where(paper: MeetingPaper) -> Iterator[tuple[str, str]]:
    day = wording.day(paper.starts_at.date(), paper.language)
    if paper.is_written:
        yield _("Skriftlig behandling"), _("Åbnet %(day)s") % {"day": day}
        return
    begins, ends = paper.opened_at or paper.starts_at, paper.closed_at
    when = f"{day} {wording.clock(begins, paper.language)}"
    if ends and ends.date() == begins.date():
        when += f"–{wording.clock(ends, paper.language).removeprefix('kl. ')}"
    yield _("Tid"), when
    if paper.place:
        yield _("Sted"), paper.place


def _named(members: Sequence[Member], paper: MeetingPaper) -> str:
    named = [f"{one.name} ({one.role})" for one in members]
    return wording.join_list(named, paper.language) or _("Ingen")


def _quorum(paper: MeetingPaper) -> Iterator[tuple[str, str]]:
    if not paper.quorum:
        return
    voters = [one for one in paper.members if one.has_vote]
    needed = {"needed": paper.quorum, "all": len(voters)}
    if all(one.is_present is None for one in voters):
        words = _("Ved %(needed)s af %(all)s med stemme") % needed
    else:
        present = sum(one.is_present is True for one in voters)
        words = _("%(present)s af %(all)s med stemme er til stede; der kræves %(needed)s") % {
            **needed,
            "present": present,
        }
    yield _("Beslutningsdygtigt"), words


def _approved(paper: MeetingPaper) -> Iterator[tuple[str, str]]:
    if paper.approved_at is None:
        yield _("Status"), _("Udkast, ikke godkendt endnu")
        return
    day = wording.day(paper.approved_at.date(), paper.language)
    yield _("Godkendt"), _("%(day)s; aftryk %(hash)s") % {"day": day, "hash": paper.minutes_hash[:16]}


def _list_of_items(items: Sequence[ItemPaper]) -> Iterator[Block]:
    """What is on, at a glance."""
    if not items:
        yield Paragraph(_("Der er ingen punkter endnu."), Tone.QUIET)
        return
    yield Heading(_("Punkter"), 2)
    rows = tuple(
        (f"{item.number}. {_title(item)}", "" if item.is_hidden else item.kind, _minutes(item))
        for item in items
    )
    yield Table(
        "", (_("Punkt"), _("Behandling"), _("Minutter")), rows, numeric=frozenset({2}), widths=(10, 4, 2)
    )


def _title(item: ItemPaper) -> str:
    return _("Lukket punkt") if item.is_hidden else item.title


def _minutes(item: ItemPaper) -> str:
    return "" if item.is_hidden or not item.minutes else str(item.minutes)


def _heading(item: ItemPaper) -> Iterator[Block]:
    yield Heading(f"{item.number}. {_title(item)}", 2)
    if item.is_hidden:
        yield Paragraph(_("Punktet er lukket og står kun i forummets eget eksemplar."), Tone.QUIET)
        return
    length = (
        ngettext("%(minutes)s minut", "%(minutes)s minutter", item.minutes) % {"minutes": item.minutes}
        if item.minutes
        else ""
    )
    case = _("Sag %(number)s") % {"number": item.case_number} if item.case_number else ""
    closed = _("Lukket punkt") if item.is_closed else ""
    about = [part for part in (closed, item.kind, length, case) if part]
    if about:
        yield Paragraph(" · ".join(about), Tone.UNDER)


def _prepared(item: ItemPaper) -> Iterator[Block]:
    yield from _in_short(item)
    yield from paragraphs(item.presentation)
    yield from titled(_("Vejen til en beslutning"), 3, list(paragraphs(item.path)))
    yield from titled(_("Skøn"), 3, [Facts(item.estimates)] if item.estimates else [])
    if item.consequences:
        yield from titled(_("Følger af et ja"), 3, list(consequences_blocks(item.consequences)))
    yield from titled(_("Høring"), 3, list(hearing_blocks(item.hearing)))
    yield from _recused(item)


def _in_short(item: ItemPaper) -> Iterator[Block]:
    """What nobody may miss: what the units said, and what law still wants."""
    rows = ((_("Høring"), item.hearing_finding), (_("Lov"), item.lacking))
    told = tuple(row for row in rows if row[1])
    if told:
        yield Facts(told)


def _recused(item: ItemPaper) -> Iterator[Block]:
    if item.recused:
        names = wording.join_list(item.recused)
        yield Paragraph(_("Deltager ikke i punktet på grund af inhabilitet: %(names)s.") % {"names": names})


def _came_of_it(item: ItemPaper, language: wording.Language) -> Iterator[Block]:
    yield from _recused(item)
    yield from paragraphs(item.notes)
    if item.outcome:
        yield from _outcome(item.outcome, language)
    elif not item.notes:
        yield Paragraph(_("Der er ikke ført noget til referat."), Tone.QUIET)
    yield from titled(_("Høring"), 3, list(hearing_blocks(item.hearing)))
    yield from titled(_("Tilføjet efter godkendelsen"), 3, [Bullets(item.addenda)] if item.addenda else [])


def _outcome(outcome: OutcomePaper, language: wording.Language) -> Iterator[Block]:
    yield Paragraph(outcome.word, Tone.STRONG)
    yield from paragraphs(outcome.reason)
    if outcome.until_date:
        day = wording.day(outcome.until_date, language)
        yield Paragraph(_("Tages op igen %(day)s.") % {"day": day})
    yield from titled(_("Spørgsmål"), 3, list(paragraphs(outcome.questions)))
    if outcome.conditions:
        yield Heading(_("Betingelser"), 3)
        rows = tuple(
            (f"{number}. {one.text}", one.owner, wording.day(one.due_date, language), one.proof_wanted)
            for number, one in enumerate(outcome.conditions, start=1)
        )
        yield Table("", (_("Betingelse"), _("Ansvarlig"), _("Senest"), _("Bevis")), rows, widths=(5, 3, 3, 3))
    yield from titled(_("Ja ud over en grænse"), 3, [Bullets(outcome.exceeded)] if outcome.exceeded else [])

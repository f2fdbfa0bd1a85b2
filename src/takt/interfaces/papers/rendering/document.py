"""What a paper consists of, whatever the file: headings, paragraphs, facts, lists and tables.

Every text is data. Nothing in it is ever read as markup.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from takt.calculation.wording import Language


class Tone(StrEnum):
    PLAIN = "plain"
    LEDE = "lede"
    """The first lines, which say the most."""
    QUIET = "quiet"
    """Sources and notes."""
    EYEBROW = "eyebrow"
    """A few words above a heading that name its subject; kept on the page of the heading."""
    UNDER = "under"
    """A few words under a heading, kept on the page of what follows."""
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int
    """1: the paper; 2: its items; 3: the parts of an item."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    """May hold line breaks."""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Term and text, one under the other."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False


MOST_LETTERS = 1_200
"""Of a table that stays on one page."""


@dataclass(frozen=True, slots=True)
class Table:
    """The first column names its row; lines after the first of such a cell are small print."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    """Columns that are set to the right."""
    widths: tuple[int, ...] = ()
    """Shares of the width; empty: all alike."""
    levels: tuple[tuple[int, ...], ...] = ()
    """Of every cell, 0 … 4: how near it is to its limit, drawn as a shade in a PDF; empty: no shades."""

    @property
    def stays_whole(self) -> bool:
        """A small table stays on one page; a long one goes on, with its header repeated."""
        return sum(len(words) for row in self.rows for words in row) <= MOST_LETTERS


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that stands alone (SVG), and what it shows in words. In a Word file the words alone."""

    svg: str
    words: str


Block: TypeAlias = Heading | Paragraph | Facts | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    publisher: str
    """The municipality."""
    language: Language
    written: date
    running_foot: str
    """At the foot of every page, before the page number."""
    evidence: str
    """At the foot of every page: the newest hash of the ledger."""
    page_words: tuple[str, str]
    """Around the two page numbers: (``Side``, ``af``)."""
    blocks: tuple[Block, ...] = field(default=())
    is_one_page: bool = False
    """Set so small and close that a page of about 400 words and two tables holds it."""


def sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """What stands before the first heading of level 2, and then each of those headings with what is under it."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            found.append([])
        found[-1].append(block)
    return found


def stays_together(section: Sequence[Block]) -> bool:
    """An item with parts of its own is read as one, so it stays on one page when a page can hold it."""
    return any(isinstance(block, Heading) and block.level == 3 for block in section)


MOST_LINES = 22
"""Half a page, roughly."""


def is_long(section: Sequence[Block]) -> bool:
    """Of one that stays together, where the file cannot be measured: it begins on a page of its own."""
    return stays_together(section) and sum(map(_lines, section)) > MOST_LINES


def _lines(block: Block) -> int:
    match block:
        case Facts(rows):
            return len(rows)
        case Bullets(items):
            return len(items)
        case Table():
            return 2 * len(block.rows)
        case Heading(text) | Paragraph(text) | Picture(_, text):
            return 1 + len(text) // 90


def paragraphs(text: str, tone: Tone = Tone.PLAIN) -> Iterator[Paragraph]:
    """What people wrote, an empty line between paragraphs."""
    for part in text.replace("\r\n", "\n").split("\n\n"):
        if part.strip():
            yield Paragraph(part.strip("\n"), tone)


def titled(text: str, level: int, blocks: Sequence[Block]) -> Iterator[Block]:
    """A heading with what stands under it; nothing when nothing does."""
    if blocks:
        yield Heading(text, level)
        yield from blocks

"""A Word file with real headings, lists, table headers, page numbers and language."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from takt.interfaces.papers.rendering.document import (
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Table,
    Tone,
    is_long,
    sections,
)
from takt.interfaces.papers.rendering.printable import printable

FONT = "Arial"
QUIET = RGBColor(0x46, 0x52, 0x57)
ACCENT = RGBColor(0x0E, 0x5A, 0x66)
_LANGUAGES = {"da": "da-DK", "en": "en-GB"}
RULE = "B9C3C6"
_SIZES = {"Title": 20, "Heading 1": 20, "Heading 2": 14, "Heading 3": 11, "Normal": 10.5, "Footer": 8}
_SPACES = {"Heading 1": (0, 10), "Heading 2": (20, 5), "Heading 3": (10, 3), "Normal": (0, 6)}
"""Points above and below."""
_TERM = Mm(42)
"""How wide the terms of facts are."""


def docx_of(document: Document) -> bytes:
    """Any text is shown as it is, less what no document can hold."""
    file = docx.Document()
    _set_up(file, document)
    for section in sections(document.blocks):
        first = len(file.paragraphs)
        for block, following in pairwise([*section, None]):
            _WRITERS[type(block)](file, block)
            if isinstance(block, Paragraph) and isinstance(following, Table):
                file.paragraphs[-1].paragraph_format.keep_with_next = True
        if is_long(section):
            file.paragraphs[first].paragraph_format.page_break_before = True
    saved = BytesIO()
    file.save(saved)
    return saved.getvalue()


def _set_up(file: Any, document: Document) -> None:
    language = _LANGUAGES[document.language]
    about = file.core_properties
    about.title, about.author, about.language = printable(document.title), document.publisher, language
    about.comments, about.keywords = "", ""
    about.created = about.modified = datetime.combine(document.written, datetime.min.time(), UTC)
    for name, points in _SIZES.items():
        _style(file.styles[name], points, language)
    for name, (above, below) in _SPACES.items():
        spaced = file.styles[name].paragraph_format
        spaced.space_before, spaced.space_after = Pt(above), Pt(below)
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    _foot(page.footer, document)


def _style(style: Any, points: float, language: str) -> None:
    style.font.name, style.font.size = FONT, Pt(points)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:hAnsi"), FONT)
    if style.name not in ("Normal", "Footer"):
        style.font.color.rgb, style.font.bold = RGBColor(0x1B, 0x23, 0x26), True
    said = properties.find(qn("w:lang"))
    if said is None:
        said = OxmlElement("w:lang")
        properties.append(said)
    said.set(qn("w:val"), language)


def _foot(footer: Any, document: Document) -> None:
    line = footer.paragraphs[0]
    _quiet(line.add_run(f"{printable(document.running_foot)}   {document.page_words[0]} "))
    _field(line, "PAGE")
    _quiet(line.add_run(f" {document.page_words[1]} "))
    _field(line, "NUMPAGES")
    if document.evidence:
        _quiet(footer.add_paragraph().add_run(printable(document.evidence)), 6.5)


def _quiet(run: Any, points: float = 8) -> None:
    run.font.size, run.font.color.rgb = Pt(points), QUIET


def _field(paragraph: Any, instruction: str) -> None:
    """A number that Word itself keeps up to date."""
    run = paragraph.add_run()
    _quiet(run)
    for kind, text in (("begin", ""), ("", instruction), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        run._r.append(element)  # noqa: SLF001 - python-docx has no fields of its own


def _heading(file: Any, block: Heading) -> None:
    file.add_heading(printable(block.text), level=block.level)


def _paragraph(file: Any, block: Paragraph) -> None:
    paragraph = file.add_paragraph()
    run = paragraph.add_run(printable(block.text))
    if block.tone is Tone.LEDE:
        run.font.size = Pt(12)
    elif block.tone in (Tone.QUIET, Tone.UNDER):
        _quiet(run, 9)
        paragraph.paragraph_format.keep_with_next = block.tone is Tone.UNDER
    elif block.tone in (Tone.STRONG, Tone.EYEBROW):
        run.bold = True
        paragraph.paragraph_format.keep_with_next = True
        if block.tone is Tone.EYEBROW:
            run.font.size, run.font.color.rgb = Pt(9), ACCENT
            paragraph.paragraph_format.space_after = Pt(8)


def _facts(file: Any, block: Facts) -> None:
    for term, words in block.rows:
        paragraph = file.add_paragraph()
        shape = paragraph.paragraph_format
        shape.space_after, shape.left_indent, shape.first_line_indent = Pt(2), _TERM, -_TERM
        shape.tab_stops.add_tab_stop(_TERM)
        paragraph.add_run(f"{printable(term)}\t").font.color.rgb = QUIET
        paragraph.add_run(printable(words))


def _bullets(file: Any, block: Bullets) -> None:
    """Numbers are written out, so that a second list does not go on counting from the first."""
    for number, item in enumerate(block.items, start=1):
        if block.numbered:
            paragraph = file.add_paragraph(f"{number}. {printable(item)}")
            paragraph.paragraph_format.space_after = Pt(3)
            paragraph.paragraph_format.left_indent = Mm(6)
            paragraph.paragraph_format.first_line_indent = Mm(-6)
        else:
            file.add_paragraph(printable(item), style="List Bullet")


def _table(file: Any, block: Table) -> None:
    if block.caption:
        caption = file.add_paragraph()
        _quiet(caption.add_run(printable(block.caption)), 9)
        caption.paragraph_format.keep_with_next = True
    table = file.add_table(rows=1, cols=len(block.header))
    table.autofit = False
    _ruled(table)
    shares = block.widths or (1,) * len(block.header)
    widths = [Mm(160 * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for words in (block.header, *block.rows):
        cells = table.rows[0].cells if words is block.header else table.add_row().cells
        for column, (cell, text) in enumerate(zip(cells, words, strict=True)):
            cell.width, cell.vertical_alignment = widths[column], WD_ALIGN_VERTICAL.CENTER
            _cell(cell, printable(text), is_name=column == 0, is_header=words is block.header)
            if column in block.numeric:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for row in table.rows:
        _row_property(row, "w:cantSplit")
    _row_property(table.rows[0], "w:tblHeader")
    if block.stays_whole:
        for row in table.rows[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    after = file.add_paragraph().paragraph_format  # without it Word joins two tables
    after.space_after, after.line_spacing = Pt(0), Pt(4)


def _ruled(table: Any) -> None:
    """Hairlines between the rows, and air around the words, as in the PDF."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no word for it
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    for side, twentieths in (("top", "50"), ("left", "0"), ("bottom", "50"), ("right", "160")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), twentieths)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(borders)
    properties.append(margins)


def _cell(cell: Any, text: str, *, is_name: bool, is_header: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    name, *rest = text.split("\n")
    first = paragraph.add_run(name)
    first.bold, first.font.size = is_name and not is_header, Pt(9)
    if is_header:
        _quiet(first, 8.5)
    for line in rest:
        first.add_break()
        first = paragraph.add_run(line)
        _quiet(first)


def _row_property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no word for it


def _picture(file: Any, picture: Picture) -> None:
    """What it shows, in words."""
    file.add_paragraph(printable(picture.words))


_WRITERS: dict[type, Callable[[Any, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Facts: _facts,
    Bullets: _bullets,
    Table: _table,
    Picture: _picture,
}

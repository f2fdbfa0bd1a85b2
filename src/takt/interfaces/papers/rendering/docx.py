"""A Word file with real headings, lists, table headers, page numbers and language."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
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
    Table,
    Tone,
)
from takt.interfaces.papers.rendering.printable import printable

FONT = "Arial"
QUIET = RGBColor(0x46, 0x52, 0x57)
ACCENT = RGBColor(0x0E, 0x5A, 0x66)
_LANGUAGES = {"da": "da-DK", "en": "en-GB"}
_SIZES = {"Title": 20, "Heading 1": 20, "Heading 2": 14, "Heading 3": 11, "Normal": 10.5}


def docx_of(document: Document) -> bytes:
    """Any text is shown as it is, less what no document can hold."""
    file = docx.Document()
    _set_up(file, document)
    for block in document.blocks:
        _WRITERS[type(block)](file, block)
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
    if style.name != "Normal":
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
            paragraph.paragraph_format.space_after = Pt(0)


def _facts(file: Any, block: Facts) -> None:
    for term, words in block.rows:
        paragraph = file.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(3)
        paragraph.add_run(f"{printable(term)}: ").bold = True
        paragraph.add_run(printable(words))


def _bullets(file: Any, block: Bullets) -> None:
    """Numbers are written out, so that a second list does not go on counting from the first."""
    for number, item in enumerate(block.items, start=1):
        if block.numbered:
            paragraph = file.add_paragraph(f"{number}. {printable(item)}")
            paragraph.paragraph_format.left_indent = Mm(6)
            paragraph.paragraph_format.first_line_indent = Mm(-6)
        else:
            file.add_paragraph(printable(item), style="List Bullet")


def _table(file: Any, block: Table) -> None:
    if block.caption:
        caption = file.add_paragraph()
        _quiet(caption.add_run(printable(block.caption)), 9)
        caption.paragraph_format.keep_with_next = True
    table = file.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.autofit = False
    widths = block.widths or (1,) * len(block.header)
    for words in (block.header, *block.rows):
        cells = table.rows[0].cells if words is block.header else table.add_row().cells
        for column, (cell, text) in enumerate(zip(cells, words, strict=True)):
            cell.width = Mm(160 * widths[column] / sum(widths))
            _cell(cell, printable(text), is_name=column == 0 or words is block.header)
            if column in block.numeric:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for row in table.rows:
        _row_property(row, "w:cantSplit")
    _row_property(table.rows[0], "w:tblHeader")
    file.add_paragraph().paragraph_format.space_after = Pt(0)


def _cell(cell: Any, text: str, *, is_name: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    name, *rest = text.split("\n")
    first = paragraph.add_run(name)
    first.bold, first.font.size = is_name, Pt(9)
    for line in rest:
        first.add_break()
        first = paragraph.add_run(line)
        _quiet(first)


def _row_property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no word for it


_WRITERS: dict[type, Callable[[Any, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Facts: _facts,
    Bullets: _bullets,
    Table: _table,
}

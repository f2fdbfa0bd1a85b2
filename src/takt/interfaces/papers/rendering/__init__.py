"""From a paper as plain values to a file: PDF for reading and archiving, DOCX for working on."""

from takt.interfaces.papers.rendering.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Table,
    Tone,
)
from takt.interfaces.papers.rendering.docx import docx_of
from takt.interfaces.papers.rendering.pdf import pdf_of

__all__ = [
    "Block",
    "Bullets",
    "Document",
    "Facts",
    "Heading",
    "Paragraph",
    "Picture",
    "Table",
    "Tone",
    "docx_of",
    "pdf_of",
]

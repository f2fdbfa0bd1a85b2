"""What a reader, or a screen reader, finds in a rendered paper."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pypdfium2
from django.conf import settings

FONTS = Path(settings.NODE_MODULES) / "dkfds/dist/fonts/IBMPlexSans/complete/ttf"


def pages_of(pdf: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for index in range(len(file)):
            page = file[index]
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
        return texts
    finally:
        file.close()


def words_of(pdf: bytes) -> str:
    """Lines joined, hyphens at line ends taken away."""
    text = " ".join(pages_of(pdf)).replace("\ufffe", "").replace("\r\n", " ").replace("\n", " ")
    return " ".join(text.split())


def tags_of(pdf: bytes) -> list[str]:
    """Every structure element, in the order of reading."""
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for one in node:
                walk(one)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S))
            if "/K" in node:
                walk(node.K)

    with pikepdf.open(BytesIO(pdf)) as file:
        walk(file.Root.StructTreeRoot.K)
    return found


def docx_words(made: bytes) -> str:
    file = docx.Document(BytesIO(made))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    foot = [line.text for line in file.sections[0].footer.paragraphs]
    return "\n".join([*(line.text for line in file.paragraphs), *cells, *foot])

"""An accessible PDF (PDF/UA-1: tagged, with title, language and bookmarks), set by Typst.

The paper goes in as JSON and the template shows it as text, so what people wrote cannot become markup.
"""

import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import typst

from takt.interfaces.papers.rendering.document import Block, Document, Table, sections, stays_together
from takt.interfaces.papers.rendering.printable import plain_letters, printable

HERE = Path(__file__).parent
TEMPLATE = HERE / "paper.typ"
_AMOUNT = re.compile(r"(\d) (kr\.|mio\.)")
"""A number and its unit stay on one line."""


def pdf_of(document: Document, *, fonts: Path) -> bytes:
    """``fonts``: a folder with IBM Plex Sans; no other font of the machine is used. About 0.1 s."""
    shown = printable(_as_json(document))
    try:
        return _set(shown, fonts)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return _set(plain_letters(shown), fonts)  # an accessible PDF may not hold a letter without a shape


def _set(shown: dict[str, Any], fonts: Path) -> bytes:
    made: bytes = typst.compile(
        TEMPLATE,
        root=HERE,
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs={"paper": _AMOUNT.sub("\\1\N{NO-BREAK SPACE}\\2", json.dumps(shown, ensure_ascii=False))},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    return made


def _as_json(document: Document) -> dict[str, Any]:
    written = document.written
    return {
        **asdict(replace(document, blocks=())),
        "written": [written.year, written.month, written.day],
        "sections": [
            {"stays_together": stays_together(section), "blocks": [_block(block) for block in section]}
            for section in sections(document.blocks)
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    shown = {"kind": type(block).__name__.lower(), **asdict(block)}
    if isinstance(block, Table):
        shown |= {"numeric": sorted(block.numeric), "stays_whole": block.stays_whole}
    return shown

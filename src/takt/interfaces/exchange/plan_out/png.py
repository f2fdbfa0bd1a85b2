"""A drawing as dots, set by the same Typst that sets the papers."""

import math
import re
from pathlib import Path

import typst

TEMPLATE = Path(__file__).parent / "picture.typ"
MOST_DOTS = 24_000_000
"""Some 300 MB while they are drawn; a plan of a thousand initiatives is better taken as SVG."""
FINEST, COARSEST = 192, 48
"""Dots per inch; 96 is one for every pixel of the drawing."""
_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


def png_of(drawing: str, *, fonts: Path) -> bytes:
    """Twice as fine as the drawing, or coarser when there is very much of it. ``fonts``: as for the papers."""
    made: bytes = typst.compile(
        TEMPLATE,
        format="png",
        ppi=_fineness(drawing),
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs={"drawing": drawing},
    )
    return made


def _fineness(drawing: str) -> float:
    size = _SIZE.search(drawing)
    if size is None:
        raise ValueError("the drawing does not say how large it is")
    pixels = int(size[1]) * int(size[2])
    return max(COARSEST, min(FINEST, 96 * math.sqrt(MOST_DOTS / pixels)))

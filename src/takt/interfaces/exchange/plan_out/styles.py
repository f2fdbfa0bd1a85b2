"""What makes a drawing look as on the page, so that it can stand alone: read from the style sheet of the pages."""

import re
from functools import lru_cache
from pathlib import Path

from takt.foundation import design

SHEET = Path(design.__file__).parent / "static" / "takt" / "takt.css"
_RULE = re.compile(r"((?:\.c-[\w-]+|\.hatch-line|\.chart(?: [\w.-]+)?))\s*\{([^}]*)\}")
_AT_TIMES = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""For narrow or high-contrast screens only."""
_NAMED = re.compile(r"(--[\w-]+):\s*([^;]+);")
_USED = re.compile(r"var\((--[\w-]+)\)")

HATCH = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="5" height="5" fill="#ffffff"/><path class="hatch-line" d="M0 0V5"/></pattern></defs>'
)
"""The pattern of settling-in."""


@lru_cache(maxsize=1)
def chart_styles() -> str:
    """The rules of the drawings, with every colour written out."""
    sheet = _AT_TIMES.sub("", SHEET.read_text(encoding="utf-8"))
    named = dict(_NAMED.findall(sheet.partition("}")[0]))
    rules = (
        f"{selector}{{{body.strip()}}}" for selector, body in _RULE.findall(sheet) if selector != ".chart"
    )
    return _USED.sub(lambda used: named[used[1]].strip(), "".join(rules))

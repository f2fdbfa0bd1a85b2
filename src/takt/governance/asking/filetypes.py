"""What a document is, by its content and by its name, which must agree. Nothing is unpacked or run. Pure."""

import io
import re
import zipfile
from pathlib import PurePath

KINDS = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain; charset=utf-8",
}
"""Each kind that is taken, and the content type it is handed out with."""

_BEGINNINGS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}
_HEART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_CODE = re.compile(r"vbaproject\.bin$|/macrosheets/|/activex/", re.IGNORECASE)
"""Names of parts with something in them that runs; Office reads names without regard to capitals."""


def short_name(name: str) -> str:
    """The last part of the name, printable and cut to size from the front, so that the ending is kept."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[-100:].strip()


def kind_of(name: str, data: bytes) -> str | None:
    """A key of KINDS when content and ending agree, else None."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    kind = "jpg" if ending == "jpeg" else ending
    if kind in _BEGINNINGS:
        return kind if data.startswith(_BEGINNINGS[kind]) else None
    if kind in _HEART:
        return kind if _is_office(data, _HEART[kind]) else None
    return "txt" if kind == "txt" and _is_text(data) else None


def _is_office(data: bytes, heart: str) -> bool:
    """Only the archive's table of contents is read, so a bomb stays packed. Documents with macros are not taken."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, OverflowError):
        return False
    has_code = any(_CODE.search(part) for part in parts)
    return heart in parts and "[Content_Types].xml" in parts and not has_code


def _is_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return all(word.isprintable() for word in text.split())

"""Is a file safe to open? Looked at before anything parses it.

Standard library only: the child process imports it.
"""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

MOST_BYTES = 20_000_000
MOST_UNPACKED_BYTES = 150_000_000
MOST_RATIO = 150
"""Unpacked to packed. Real workbooks stay below 40; a bomb starts at several hundred."""
RATIO_COUNTS_FROM_BYTES = 5_000_000
"""A small file of repeated cells packs very well and does no harm."""
MOST_PARTS = 2_000
_CHUNK = 1 << 18

_BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(EOFError, OSError, ValueError, RuntimeError, NotImplementedError, OverflowError),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FORBIDDEN_XML = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LOCKED = "Filen er beskyttet med adgangskode. Fjern den i Excel (Filer, Oplysninger), og gem igen."
_DAMAGED = "Filen er beskadiget eller ikke hentet helt ned. Hent eller gem den igen."
_AS_XLSX = "Åbn filen i Excel, vælg Gem som, og gem den som Excel-projektmappe (.xlsx)."


def why_not_open(data: bytes) -> str | None:
    """The reason in Danish why these bytes must not be parsed, or None."""
    if not data:
        return "Filen er tom. Vælg en Excel-projektmappe (.xlsx) eller en CSV-fil."
    if len(data) > MOST_BYTES:
        return too_large(len(data))
    if data.startswith(_OLE):
        return _why_not_ole(data)
    if is_zip(data):
        return _why_not_zip(data)
    if b"\0" in data[:4096] or data.startswith((b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf")):
        return f"Filen er hverken Excel eller CSV. {_AS_XLSX}"
    if re.match(rb"\s*<(?:!DOCTYPE|\?xml|html)", data[:512], re.IGNORECASE):
        return f"Filen er en webside eller XML, ikke Excel eller CSV. {_AS_XLSX}"
    return None


def is_zip(data: bytes) -> bool:
    """Whether it says it is a zip archive, as every .xlsx is."""
    return data.startswith(b"PK")


def too_large(size: int, most: int = MOST_BYTES) -> str:
    """What to say of a file of ``size`` bytes that is over the limit."""
    return (
        f"Filen er {size / 1e6:.0f} MB. Vi læser højst {most // 1_000_000} MB."
        " Slet billeder og ark, der ikke hører til skabelonen."
    )


def _why_not_ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _LOCKED
    return f"Filen er i det gamle Excel-format (.xls) eller et andet ældre Office-format. {_AS_XLSX}"


def _why_not_zip(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return (
                _why_not_parts(archive.infolist(), len(data))
                or _why_not_kind(set(archive.namelist()))
                or _why_not_content(archive)
            )
    except _BROKEN_ZIP:
        return _DAMAGED


def _why_not_parts(parts: list[zipfile.ZipInfo], packed: int) -> str | None:
    if len(parts) > MOST_PARTS:
        return f"Filen indeholder {len(parts)} dele; en projektmappe har højst {MOST_PARTS}. {_AS_XLSX}"
    if any(part.flag_bits & 0x1 for part in parts):
        return _LOCKED
    if len({part.filename for part in parts}) < len(parts):
        return f"Filen indeholder den samme del flere gange. {_AS_XLSX}"
    if len({part.header_offset for part in parts}) < len(parts):
        return f"Filens dele ligger oven i hinanden. {_AS_XLSX}"
    unpacked = sum(part.file_size for part in parts)
    bomb = unpacked > RATIO_COUNTS_FROM_BYTES and unpacked > MOST_RATIO * packed
    if unpacked > MOST_UNPACKED_BYTES or bomb:
        return (
            f"Filen fylder {packed / 1e6:.0f} MB og bliver til {unpacked / 1e6:.0f} MB, når den pakkes ud."
            " Det åbner vi ikke. Kopiér tallene over i en ny skabelon."
        )
    return None


def _why_not_kind(names: set[str]) -> str | None:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return "Filen indeholder makroer, og dem åbner vi ikke. Gem den som .xlsx uden makroer."
    if "xl/workbook.bin" in names:
        return f"Filen er en binær projektmappe (.xlsb). {_AS_XLSX}"
    if "mimetype" in names:
        return f"Filen er fra LibreOffice eller OpenOffice (.ods). {_AS_XLSX}"
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        return f"Filen er et zip-arkiv, men ikke en Excel-projektmappe. {_AS_XLSX}"
    return None


def _why_not_content(archive: zipfile.ZipFile) -> str | None:
    """Unpack every part once, which also proves sizes and checksums, and look for entity definitions."""
    for part in archive.infolist():
        is_xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
        for piece in _pieces(archive, part):
            if is_xml and _FORBIDDEN_XML.search(piece.replace(b"\0", b"")):
                return f"Filen indeholder XML-definitioner, som Excel aldrig skriver. {_AS_XLSX}"
        if part.filename == "[Content_Types].xml" and b"macroEnabled" in archive.read(part):
            return "Filen kan indeholde makroer, og dem åbner vi ikke. Gem den som .xlsx uden makroer."
    return None


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes in pieces that overlap, so that a word cut in two is still found."""
    with archive.open(part) as stream:
        tail = b""
        while chunk := stream.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-64:]

"""Small files of every kind, good and hostile."""

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def office(heart: str, *more: str) -> bytes:
    """As Word and Excel write them, as far as anyone looks."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("[Content_Types].xml", heart, *more):
            archive.writestr(part, "<x/>")
    return stream.getvalue()


def bomb() -> bytes:
    """A document of a few kB that unpacks to 50 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b"0" * 50_000_000)
    return stream.getvalue()

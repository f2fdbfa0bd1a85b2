import pytest

from takt.governance.asking.filetypes import kind_of, short_name
from tests.governance.asking.files import PDF, PNG, office

DOCX, XLSX = office("word/document.xml"), office("xl/workbook.xml")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", PDF, "pdf"),
        ("A.PDF", PDF, "pdf"),
        ("a.png", PNG, "png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0 jfif", "jpg"),
        ("a.docx", DOCX, "docx"),
        ("a.xlsx", XLSX, "xlsx"),
        ("a.txt", "Rødgrød med fløde\r\n".encode(), "txt"),
    ],
)
def test_a_file_is_what_it_says(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"<html>"),
        ("a.pdf.exe", PDF),
        ("a.exe", b"MZ"),
        ("a", PDF),
        ("a.png", PDF),
        ("a.docx", XLSX),
        ("a.docx", b"PK\x03\x04 not an archive"),
        ("a.docx", b"MZ" + DOCX),
        ("a.docx", office("word/document.xml", "word/vbaProject.bin")),
        ("a.docx", office("word/document.xml", "word/VBAPROJECT.BIN")),
        ("a.docx", office("word/document.xml", "word/activeX/activeX1.bin")),
        ("a.xlsx", office("xl/workbook.xml", "xl/macrosheets/sheet1.xml")),
        ("a.docm", DOCX),
        ("a.html", b"<script>alert(1)</script>"),
        ("a.svg", b"<svg onload='alert(1)'/>"),
        ("a.txt", b"\0\1"),
        ("a.txt", b"\xff\xfe\x00"),
        ("a.txt", "faktura\u202efdp.exe".encode()),
        ("a.zip", DOCX),
    ],
)
def test_what_is_something_else_is_not_taken(name: str, data: bytes) -> None:
    assert kind_of(name, data) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Mine\\Tilbud æøå.pdf", "Tilbud æøå.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("x" * 200 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(given: str, kept: str) -> None:
    assert short_name(given) == kept

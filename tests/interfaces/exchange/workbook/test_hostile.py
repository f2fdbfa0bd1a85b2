"""An upload is a hostile file: it is refused in clear words, quickly, and nothing dies but a child."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from takt.calculation.planner.problem import Month
from takt.interfaces.exchange.workbook.grid import read_grid
from takt.interfaces.exchange.workbook.hostile import why_not_open
from takt.interfaces.exchange.workbook.refusals import NotReadable
from takt.interfaces.exchange.workbook.template import template_bytes
from tests.interfaces.exchange.workbook.filling import saved

TEMPLATE = template_bytes(first_month=Month(2027, 1))
_SHEET = "xl/worksheets/sheet2.xml"


def rewritten(change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> bytes:
    """The template with its parts changed and others added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(TEMPLATE)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def same_parts(_name: str, content: bytes) -> bytes:
    return content


def refused(data: bytes) -> str:
    with pytest.raises(NotReadable) as refusal:
        read_grid(data)
    return str(refusal.value)


def test_an_honest_workbook_is_opened() -> None:
    assert why_not_open(TEMPLATE) is None
    assert [sheet.name for sheet in read_grid(TEMPLATE)][:2] == ["Vejledning", "Ønsker"]


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = rewritten(same_parts, {"xl/media/a.xml": b" " * 60_000_000})
    assert len(bomb) < 200_000
    assert "når den pakkes ud" in refused(bomb)


def test_a_bomb_inside_a_sheet_is_not_unpacked() -> None:
    cells = b'<c r="A1"><v>1</v></c>' * 4_000_000
    bomb = rewritten(
        lambda name, content: (
            content.replace(b"<sheetData>", b"<sheetData>" + cells) if name == _SHEET else content
        )
    )
    assert "når den pakkes ud" in refused(bomb)


def test_a_file_that_lies_about_its_unpacked_size_is_found_out() -> None:
    honest = rewritten(same_parts, {"xl/media/a.bin": b" " * 60_000_000})
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        offset = archive.getinfo("xl/media/a.bin").header_offset
    lying = bytearray(honest)
    for at in (offset + 22, honest.rindex(b"PK\x01\x02") + 24):  # local header, last entry of the directory
        lying[at : at + 4] = struct.pack("<I", 1_000)
    assert "beskadiget" in refused(bytes(lying))


def test_a_claim_of_more_than_we_read_is_refused_unread() -> None:
    assert "Vi læser højst 20 MB" in refused(b"PK\x03\x04" + b"\0" * 100_000_000)


@pytest.mark.parametrize(
    "definition",
    [
        b'<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>',
        b'<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
    ],
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", _SHEET, "xl/styles.xml"])
def test_entities_are_refused_wherever_they_are_hidden(definition: bytes, part: str) -> None:
    def with_entities(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        declaration, mark, rest = content.partition(b"?>")
        return declaration + mark + definition + rest if mark else definition + content

    assert "XML-definitioner" in refused(rewritten(with_entities))


def test_entities_in_another_encoding_are_found_too() -> None:
    hidden = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")
    assert "XML-definitioner" in refused(rewritten(same_parts, {"xl/x.xml": hidden}))


def test_a_sheet_that_fills_all_of_excel_kills_only_the_child() -> None:
    book = Workbook()
    book.active["A1"] = "Titel"
    book.active["XFD1048576"] = 1
    assert "for tung" in refused(saved(book))


def test_too_many_rows_are_refused_with_the_number() -> None:
    text = "Titel\n" + "Et ønske\n" * 10_001
    assert "10002 rækker" in refused(text.encode())


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"xl/vbaProject.bin": b"macro"}, "makroer"),
        ({"xl/workbook.bin": b"x"}, "xlsb"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "LibreOffice"),
    ],
)
def test_other_kinds_of_workbook_are_refused_by_name(extra: dict[str, bytes], words: str) -> None:
    assert words in refused(rewritten(same_parts, extra))


def test_a_macro_workbook_without_its_macros_is_refused() -> None:
    disguised = rewritten(
        lambda _, content: content.replace(b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main")
    )
    assert "makroer" in refused(disguised)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "tom"),
        (b"%PDF-1.7 ...", "hverken Excel eller CSV"),
        (b"\x89PNG\r\n\x1a\n", "hverken Excel eller CSV"),
        (b"<!doctype html><html></html>", "webside"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (TEMPLATE[: len(TEMPLATE) // 2], "beskadiget"),
        (TEMPLATE[:-30], "beskadiget"),
        (TEMPLATE[:3000] + b"\xff" * 400 + TEMPLATE[3400:], "beskadiget"),
    ],
)
def test_the_wrong_file_is_refused_in_words_that_help(data: bytes, words: str) -> None:
    assert words in refused(data)


def test_a_zip_with_a_password_is_refused() -> None:
    locked = bytearray(TEMPLATE)
    directory = locked.index(b"PK\x01\x02")
    locked[directory + 8] |= 1
    assert "adgangskode" in refused(bytes(locked))


def test_some_other_zip_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("læsmig.txt", "hej")
    assert "zip-arkiv" in refused(stream.getvalue())


_STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%b</t></si></sst>'
_RELATION = (
    b'<Relationship Id="rId99" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/sharedStrings"/></Relationships>'
)


def test_one_long_text_in_very_many_cells_kills_only_the_child() -> None:
    row = b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>'
    rows = b"".join(row % (number, number) for number in range(1, 9_000))

    def multiplied(name: str, content: bytes) -> bytes:
        if name == _SHEET:
            before, mark, after = content.partition(b"<sheetData>")
            return before + mark + rows + after[after.index(b"</sheetData>") :]
        is_list = name == "xl/_rels/workbook.xml.rels"
        return content.replace(b"</Relationships>", _RELATION) if is_list else content

    strings = {"xl/sharedStrings.xml": _STRINGS % (b"a" * 400_000)}
    assert "for tung" in refused(rewritten(multiplied, strings))


def test_more_text_than_anyone_reads_is_refused() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    chance = random.Random(1)
    for _ in range(5_200):
        sheet.append([chance.randbytes(2_000).hex()])
    assert "mere tekst" in refused(saved(book))

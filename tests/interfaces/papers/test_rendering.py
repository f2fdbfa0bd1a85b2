"""PDF and DOCX of a meeting: accessible, complete, and deaf to whatever people have written."""

from dataclasses import replace
from io import BytesIO

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from takt.interfaces.papers.meeting_paper import ItemPaper
from takt.interfaces.papers.meeting_words import agenda, minutes
from takt.interfaces.papers.rendering import Document, docx_of, pdf_of
from tests.interfaces.papers.example import MEETING, SECRET, as_others_get_it, called
from tests.interfaces.papers.reading import FONTS, docx_words, pages_of, tags_of, words_of

HOSTILE = (
    '#read("/etc/passwd")',
    "$ x^2 $ and $",
    "*bold* _it_ = heading",
    "`code` \\ #sys.inputs",
    '#include "/etc/hosts" // /* ',
    "<label> @ref https://example.org",
    "]] #panic() {{ block }} {% x %}",
    "bell\x07 null\x01 rtl\u202e zero\u200b",
    "🙂 smil 中文 ﷺ",
    "&lt;b&gt; <w:t>xml</w:t> ]]>",
)


@pytest.fixture(scope="module")
def called_agenda() -> Document:
    return agenda(called(MEETING))


@pytest.fixture(scope="module")
def pdf(called_agenda: Document) -> bytes:
    return pdf_of(called_agenda, fonts=FONTS)


class TestAccessiblePdf:
    def test_it_is_tagged_and_says_title_and_language(self, pdf: bytes) -> None:
        with pikepdf.open(BytesIO(pdf)) as file:
            root = file.Root
            assert root.MarkInfo.Marked
            assert str(root.Lang).startswith("da")
            assert root.ViewerPreferences.DisplayDocTitle
            assert str(file.docinfo.Title) == "Dagsorden: Teknologirådet, 8. december 2026"
            with file.open_metadata() as about:
                assert about["pdfuaid:part"] == "1"

    def test_its_structure_is_that_of_the_meeting(self, pdf: bytes) -> None:
        tags = tags_of(pdf)

        assert tags.count("/H1") == 1
        assert tags.count("/H2") == 1 + len(MEETING.items)
        assert tags.index("/H1") < tags.index("/H2")
        assert "/H3" in tags
        assert tags.count("/Table") == 5
        assert tags.count("/TH") == 3 + 2 * (5 + 2)

    def test_a_screen_reader_has_an_outline(self, pdf: bytes) -> None:
        with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
            assert [str(one.title) for one in outline.root] == ["Teknologirådet, 8. december 2026"]

    def test_pages_are_a4_and_numbered_and_carry_the_hash(self, pdf: bytes) -> None:
        pages = pages_of(pdf)

        assert len(pages) == 3
        for number, page in enumerate(pages, start=1):
            assert f"Side {number} af 3" in page
            assert "9f2c" * 16 in page
        with pikepdf.open(BytesIO(pdf)) as file:
            assert [round(float(side)) for side in file.pages[0].MediaBox[2:]] == [595, 842]

    def test_an_english_paper_says_so(self) -> None:
        made = pdf_of(agenda(replace(MEETING, language="en")), fonts=FONTS)

        with pikepdf.open(BytesIO(made)) as file:
            assert str(file.Root.Lang).startswith("en")

    def test_the_same_paper_has_the_same_bytes(self, called_agenda: Document, pdf: bytes) -> None:
        assert pdf_of(called_agenda, fonts=FONTS) == pdf

    def test_no_heading_stands_alone_at_the_foot(self) -> None:
        """Whatever stands above it; the line under a heading does not count as text."""
        for lines in range(24, 40):
            first = ItemPaper(1, "Første", notes="\n\n".join(["Linje"] * lines))
            second = ItemPaper(2, "Andet punkt", "Til beslutning", 5, notes="Her er teksten.")
            made = pdf_of(minutes(replace(MEETING, items=(first, second))), fonts=FONTS)
            together = [page for page in pages_of(made) if "Andet punkt" in page]
            assert "Her er teksten." in together[-1], lines


class TestHostileTexts:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_they_are_shown_and_never_obeyed(self, text: str) -> None:
        item = ItemPaper(1, text, text, 5, case_number=text, presentation=text, path=text, notes=text)
        paper = replace(MEETING, body=text, place=text, items=(item,), addenda=(text,))

        for document in (agenda(paper), minutes(paper)):
            shown, written = words_of(pdf_of(document, fonts=FONTS)), docx_words(docx_of(document))
            assert "root:x:" not in shown
            assert "localhost" not in shown
            if text.isascii() and text.isprintable():
                assert " ".join(text.split()) in shown
                assert text in written

    @settings(max_examples=25, deadline=None)
    @given(st.text(max_size=60))
    def test_any_text_gives_a_paper(self, text: str) -> None:
        item = ItemPaper(1, text, presentation=text, recused=(text,))
        paper = replace(MEETING, body=text, items=(item,))

        assert pdf_of(agenda(paper), fonts=FONTS).startswith(b"%PDF")
        assert docx_of(agenda(paper)).startswith(b"PK")


class TestWhatIsPrinted:
    def test_the_agenda_says_what_members_need(self, pdf: bytes) -> None:
        words = words_of(pdf)

        for said in (
            "Mødelokale 2",
            "Troels Friis (formand)",
            "Ved 3 af 4 med stemme",
            "2. Talegenkendelse i sagsbehandlingen",
            "Sag 2026-0147",
            "600.000 kr. (450.000–900.000)",
            "Over i forvejen",
            "Drift: Der mangler 3.000.000 kr. i 2030.",
            "Planversion 31",
            "Ikke besvaret",
            "inhabilitet: Gitte Mørk",
        ):
            assert said in words
        assert "Anbefales med betingelser" not in words

    def test_the_minutes_say_what_came_of_it(self) -> None:
        words = words_of(pdf_of(minutes(MEETING), fonts=FONTS))

        for said in (
            "Udkast til referat",
            "kl. 13.02–14.41",
            "Fraværende Henrik Bæk",
            "3 af 4 med stemme er til stede; der kræves 3",
            "Anbefales med betingelser",
            "Driften betales af områdets egen gevinst.",
            "1. maj 2027",
            "Pengene findes i budget 2028.",
            "Tages op igen 9. marts 2027.",
            "Der er ikke ført noget til referat.",
        ):
            assert said in words

    @pytest.mark.parametrize("paper_of", [agenda, minutes])
    def test_a_closed_item_leaves_nothing_but_its_number(self, paper_of) -> None:  # type: ignore[no-untyped-def]
        document = paper_of(as_others_get_it(MEETING))
        made = pdf_of(document, fonts=FONTS), docx_of(document)

        for words in (words_of(made[0]), docx_words(made[1])):
            assert "3. Lukket punkt" in words
            for secret in (SECRET, "18 procent", "Forhandlingsrammen", "Taget til efterretning"):
                assert secret not in words
        assert all(secret.encode() not in made[1] for secret in (SECRET, "18 procent"))

    def test_approved_minutes_are_no_draft(self) -> None:
        approved = replace(MEETING, approved_at=MEETING.closed_at, minutes_hash="ab" * 32)

        words = words_of(pdf_of(minutes(approved), fonts=FONTS))

        assert "Udkast" not in words
        assert "8. december 2026; aftryk abababababababab" in words

    def test_an_empty_agenda_says_so(self) -> None:
        assert "ingen punkter" in words_of(pdf_of(agenda(replace(MEETING, items=())), fonts=FONTS))


class TestDocx:
    @pytest.fixture
    def file(self, called_agenda: Document):  # type: ignore[no-untyped-def]
        return docx.Document(BytesIO(docx_of(called_agenda)))

    def test_headings_are_headings(self, file) -> None:  # type: ignore[no-untyped-def]
        styles = [line.style.name for line in file.paragraphs]

        assert styles.count("Heading 1") == 1
        assert styles.count("Heading 2") == 1 + len(MEETING.items)
        assert "Heading 3" in styles

    def test_tables_have_headers_and_rows_that_stay_together(self, file) -> None:  # type: ignore[no-untyped-def]
        assert len(file.tables) == 5
        for table in file.tables:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
            assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)

    def test_it_says_title_and_language(self, file) -> None:  # type: ignore[no-untyped-def]
        assert file.core_properties.title == "Dagsorden: Teknologirådet, 8. december 2026"
        assert file.core_properties.language == "da-DK"
        language = file.styles["Normal"].element.rPr.find(qn("w:lang"))
        assert language.get(qn("w:val")) == "da-DK"

    def test_the_foot_counts_pages_and_carries_the_hash(self, file) -> None:  # type: ignore[no-untyped-def]
        foot = file.sections[0].footer
        fields = [one.text for one in foot._element.iter(qn("w:instrText"))]

        assert fields == ["PAGE", "NUMPAGES"]
        assert "9f2c" * 16 in foot.paragraphs[1].text

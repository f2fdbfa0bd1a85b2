"""E-mails made to keep a reader busy. Each took minutes to hours before; none says anything of a clock."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from takt.governance.asking.background import sweep
from takt.governance.asking.commands.attach_file import attach_file
from takt.governance.asking.commands.keep_mail import keep_mail
from takt.governance.asking.mail_reading import MOST_BOUNDARIES, MOST_LINES, NotReadable, read_mail
from takt.governance.asking.mail_rules import KEPT_FOR
from takt.governance.asking.models import ReceivedMail
from takt.governance.asking.page_words import words_of
from tests.builders import Cast
from tests.governance.asking.files import PDF
from tests.governance.asking.test_mail import letter
from tests.governance.clarifying.cases import sent

HEAD = b"From: anna@fjordby.example\nSubject: Hej\n"
PAGE = HEAD + b"Content-Type: text/html; charset=utf-8\n\n<p>Vi venter</p>"


@pytest.mark.parametrize("piece", ["<a ", "<!", "</a ", "<!--", "<", "&#", "<a href='", "<p><b"])
def test_a_page_that_never_ends_is_read_once(piece: str) -> None:
    assert read_mail(PAGE + piece.encode() * 300_000).text.startswith("Vi venter")


def test_letters_within_letters_have_an_end() -> None:
    nest = [
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
        for number in range(MOST_BOUNDARIES + 1)
    ]
    text = b"Content-Type: text/plain\n\nHej med jer\n"
    assert read_mail(HEAD + b"".join(nest[1:]) + text).text == "Hej med jer"
    with pytest.raises(NotReadable):
        read_mail(HEAD + b"".join(nest) + text)


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_more_lines_than_anyone_writes_are_not_read(end: bytes) -> None:
    with pytest.raises(NotReadable):
        read_mail(HEAD + b"\nHej" + end * (MOST_LINES + 1))


def test_an_alphabet_that_takes_for_ever_is_read_as_plain() -> None:
    data = HEAD + b"Content-Type: text/plain; charset=punycode\n\nHej-" + b"abcdefghij" * 200_000
    assert read_mail(data).text.startswith("Hej-abc")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<head><title>x</title><body>Hej</body>", "Hej"),
        ("<script>if (a<b) alert(1)</script>Hej", "Hej"),
        ("a<!-- <b>skjult</b> -->b<!-- uden ende", "ab"),
        ("1 < 2 og 3 > 2", "1 < 2 og 3 > 2"),
        ("<!doctype html><p class='x'>Rødgrød &amp; fl&oslash;de<br>igen", "\nRødgrød & fløde\nigen"),
        ("<STYLE>p{}</STYLE><P>Hej", "\nHej"),
    ],
)
def test_of_odd_pages_the_words_are_read(html: str, words: str) -> None:
    assert words_of(html) == words


@pytest.mark.django_db
def test_an_e_mail_that_nobody_made_a_wish_of_is_swept_away(cast: Cast, now: datetime) -> None:
    keep_mail(letter().as_bytes(), by=cast.nadia, at=now)
    sweep(now.date(), now + KEPT_FOR - timedelta(minutes=1))
    assert ReceivedMail.objects.exists()
    sweep(now.date(), now + KEPT_FOR + timedelta(minutes=1))
    assert not ReceivedMail.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ['a"; filename="b.html.pdf', "a\r\nSet-Cookie: x=1.pdf", "<script>.pdf", "%00.pdf"]
)
def test_a_name_says_nothing_to_the_browser(cast: Cast, now: datetime, client: Client, name: str) -> None:
    """A page within a document is handed out as that document, under a name that stays a name."""
    case = sent(cast, now)
    kept = attach_file(case, name, PDF + b"<script>alert(1)</script>", by=cast.anna, at=now)
    client.force_login(cast.anna)
    answer = client.get(f"/oensker/{case.number}/bilag/{kept.pk}/")
    b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["Content-Type"] == "application/pdf"
    assert "Set-Cookie" not in answer.headers or "x=1" not in answer["Set-Cookie"]
    assert (
        "<script>"
        not in client.get(case.get_absolute_url()).content.decode().partition('id="bilag"')[2][:2_000]
    )

"""Wishes of e-mails: what is read of them, and that a hostile one does nothing."""

from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.refusals import Refused
from takt.governance.asking.behalf import Behalf
from takt.governance.asking.commands.discard_mail import discard_mail
from takt.governance.asking.commands.keep_mail import keep_mail
from takt.governance.asking.commands.take_in_mail import take_in_mail
from takt.governance.asking.mail_reading import NotReadable, read_mail
from takt.governance.asking.models import ReceivedMail, Wish
from takt.governance.asking.page_words import words_of
from takt.governance.asking.rules import Answers
from tests.builders import Cast
from tests.governance.asking.files import PDF

TEXT = "Hej Nadia\n\nVi kører langt for korte besøg.\nKunne noget foregå på skærm?"


def letter(
    sender: str = "Anna Holm <anna@fjordby.example>", text: str = TEXT, subject: str = ""
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = sender, "nadia@fjordby.example"
    message["Subject"] = subject or "SV: VS: Skærmbesøg på ældreområdet"
    message["Date"] = "Fri, 20 Nov 2026 10:15:00 +0100"
    message.set_content(text)
    return message


def with_files() -> EmailMessage:
    message = letter()
    message.add_attachment(PDF, maintype="application", subtype="pdf", filename="Tilbud æøå.pdf")
    message.add_attachment(b"MZ", maintype="application", subtype="pdf", filename="../../virus.pdf")
    return message


def test_an_e_mail_is_read() -> None:
    mail = read_mail(with_files().as_bytes())
    assert (mail.sender, mail.address) == ("Anna Holm", "anna@fjordby.example")
    assert mail.title == "Skærmbesøg på ældreområdet"
    assert mail.text == TEXT
    assert mail.sent_at is not None
    assert mail.sent_at.date().isoformat() == "2026-11-20"
    assert [name for name, _ in mail.files] == ["Tilbud æøå.pdf", "../../virus.pdf"]


def test_of_a_page_only_the_words_are_read() -> None:
    html = """<html><head><title>x</title><style>p{}</style></head><body><p>Vi kører <b>langt</b></p>
    <script>alert(1)</script><img src="https://spy.example/x.gif"><p>og længe &amp; ofte</p></body></html>"""
    message = letter()
    message.set_content(html, subtype="html")
    assert read_mail(message.as_bytes()).text == "Vi kører langt\nog længe & ofte"
    assert "spy" not in words_of(html)


def test_a_long_text_is_cut_and_says_so() -> None:
    mail = read_mail(letter(text="ord " * 2_000).as_bytes())
    assert (len(mail.text), mail.is_cut) == (4_000, True)


def nested(depth: int) -> bytes:
    """Letters within letters."""
    head = b"From: a@b.dk\r\nSubject: x\r\nContent-Type: message/rfc822\r\n\r\n"
    return head * depth + b"From: a@b.dk\r\n\r\nx"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\0",
        b"Subject: uden afsender\r\n\r\ntekst",
        b"From: a@b.dk\r\n\r\n",
        b"From: " + b"a" * 50_000 + b"@b.dk\r\n\r\ntekst",
        b"From: a@b.dk\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\na\r\n" * 500,
        nested(3_000),
        b"x" * 21_000_000,
    ],
    ids=["empty", "program", "nobody", "silent", "long", "many parts", "deep", "large"],
)
def test_what_is_no_e_mail_is_not_read(data: bytes) -> None:
    with pytest.raises(NotReadable):
        read_mail(data)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "x-unknown"])
def test_a_strange_alphabet_is_read_as_well_as_it_can(charset: str) -> None:
    head = f"From: a@b.dk\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    assert read_mail(head.encode() + b"tekst").text == "tekst"


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_nonsense_never_breaks_the_reader(data: bytes) -> None:
    for noise in (data, b"From: a@b.dk\r\n" + data, with_files().as_bytes()[:300] + data):
        with suppress(NotReadable):
            read_mail(noise)


@pytest.fixture
def kept(cast: Cast, now: datetime) -> ReceivedMail:
    return keep_mail(with_files().as_bytes(), by=cast.nadia, at=now)


def answers(kept: ReceivedMail) -> Answers:
    mail = read_mail(bytes(kept.data))
    return Answers(mail.text, title=mail.title)


@pytest.mark.django_db
def test_it_becomes_a_wish_of_its_sender_with_its_files(
    kept: ReceivedMail, cast: Cast, now: datetime
) -> None:
    assert cast.anna.unit is not None
    behalf = Behalf(cast.anna.unit, cast.anna)
    wish = take_in_mail(kept, answers(kept), behalf=behalf, by=cast.nadia, at=now)
    assert (wish.wished_by, wish.written_by) == (cast.anna, cast.nadia)
    assert wish.source == "E-mail fra Anna Holm den 20. november 2026"
    assert [one.name for one in wish.initiative.attachments.all()] == ["Tilbud æøå.pdf"]
    event = Event.objects.latest("number")
    assert (event.verb, event.facts["files"]) == ("wish.taken_from_mail", 1)
    assert "Anna" not in str(event.facts)
    assert not ReceivedMail.objects.exists()
    assert Letter.objects.get().person == cast.anna


@pytest.mark.django_db
def test_a_civil_registration_number_stops_it(kept: ReceivedMail, cast: Cast, now: datetime) -> None:
    before = Event.objects.count()
    with pytest.raises(Refused, match="CPR"):
        take_in_mail(
            kept, Answers("Borgeren 010190-1234 ringer hver dag"), behalf=None, by=cast.nadia, at=now
        )
    assert ReceivedMail.objects.get() == kept
    assert Event.objects.count() == before


@pytest.mark.django_db
def test_only_the_network_and_each_their_own(kept: ReceivedMail, cast: Cast, now: datetime) -> None:
    for stranger in (cast.anna, cast.erik, cast.charlie):
        with pytest.raises(Refused):
            keep_mail(letter().as_bytes(), by=stranger, at=now)
        with pytest.raises(Refused):
            take_in_mail(kept, answers(kept), behalf=None, by=stranger, at=now)
        with pytest.raises(Refused):
            discard_mail(kept, by=stranger, at=now)
    assert ReceivedMail.objects.get() == kept
    assert not Wish.objects.exists()
    assert not Event.objects.exists()
    discard_mail(kept, by=cast.nadia, at=now)
    with pytest.raises(Refused):
        take_in_mail(kept, Answers(TEXT), behalf=None, by=cast.nadia, at=now)


@pytest.mark.django_db
def test_from_file_to_wish_on_the_pages(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    assert client.get("/oensker/e-mail/").status_code == 403
    client.force_login(cast.nadia)
    assert "/oensker/e-mail/" in client.get("/oensker/").content.decode()
    bad = client.post("/oensker/e-mail/", {"mail": SimpleUploadedFile("a.eml", b"MZ")})
    assert bad.status_code == 422
    known = client.post("/oensker/e-mail/", {"mail": SimpleUploadedFile("a.eml", with_files().as_bytes())})
    page = client.get(known["Location"]).content.decode()
    assert "Anna Holm i Hjemmeplejen Nord" in page
    assert 'value="anna@fjordby.example"' in page
    assert "virus.pdf" in page
    assert "kommer ikke med" in page
    outside = letter("Bo <bo@firma.example>", subject="<script>alert(1)</script>").as_bytes()
    address = client.post("/oensker/e-mail/", {"mail": SimpleUploadedFile("a.eml", outside)})["Location"]
    page = client.get(address).content.decode()
    assert "bo@firma.example er uden for listen" in page
    assert "<script>alert" not in page
    unit = str(cast.troels.unit_id)
    client.post(address, {"title": "Skærmbesøg", "trouble": TEXT, "unit": unit})
    wish = Wish.objects.get()
    assert (wish.wished_by, wish.initiative.unit) == (cast.nadia, cast.troels.unit)
    assert (
        "E-mail fra Bo den 20. november 2026"
        in client.get(f"/sag/{wish.initiative.number}/").content.decode()
    )
    assert client.get(address).status_code == 410

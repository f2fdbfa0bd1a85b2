"""Documents on a case: who may add, read and remove them, and what is never taken."""

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.asking.commands.attach_file import attach_file
from takt.governance.asking.commands.remove_attachment import remove_attachment
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.models import Attachment, Wish
from takt.governance.asking.rules import Answers
from takt.governance.asking.storage import FOLDER
from tests.builders import Cast
from tests.governance.asking.files import PDF, PNG, bomb

pytestmark = pytest.mark.django_db

ANSWERS = Answers(trouble="Vi kører langt for korte besøg hos borgerne.")


@pytest.fixture
def wish(cast: Cast, now: datetime) -> Wish:
    return submit_wish(ANSWERS, by=cast.anna, at=now)


def attach(
    wish: Wish, by: Person, at: datetime, name: str = "Tilbud æøå.pdf", data: bytes = PDF
) -> Attachment:
    return attach_file(wish.initiative, name, data, by=by, at=at)


def refusal(function: object, *arguments: object, **keywords: object) -> str:
    before = Event.objects.count(), Attachment.objects.count()
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)  # type: ignore[operator]
    assert (Event.objects.count(), Attachment.objects.count()) == before
    return caught.value.refusal.reason


def test_a_document_lies_under_a_random_name_outside_what_is_served(
    wish: Wish, cast: Cast, now: datetime
) -> None:
    kept = attach(wish, cast.anna, now)
    assert (kept.name, kept.kind, kept.size) == ("Tilbud æøå.pdf", "pdf", len(PDF))
    path = Path(kept.file.path)
    assert path.is_relative_to(Path(settings.DATA_FOLDER) / FOLDER)
    assert "Tilbud" not in str(path)
    assert path.read_bytes() == PDF
    assert path.stat().st_mode & 0o077 == 0
    event = Event.objects.latest("number")
    assert (event.verb, event.facts["sha256"]) == ("attachment.added", kept.sha256)
    assert "Tilbud" not in str(event.facts)


def test_it_is_handed_out_as_a_file_that_nothing_can_run_in(
    wish: Wish, cast: Cast, now: datetime, client: Client
) -> None:
    kept = attach(wish, cast.anna, now)
    client.force_login(cast.troels)
    answer = client.get(f"/oensker/{wish.initiative.number}/bilag/{kept.pk}/")
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''Tilbud%20%C3%A6%C3%B8%C3%A5.pdf"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert "no-store" in answer["Cache-Control"]


def test_a_draft_and_its_documents_are_the_writers_own(cast: Cast, now: datetime, client: Client) -> None:
    draft = save_draft(ANSWERS, by=cast.anna, at=now)
    kept = attach(draft, cast.anna, now)
    assert not Event.objects.exists()
    address = f"/oensker/{draft.initiative.number}/bilag/{kept.pk}/"
    client.force_login(cast.nadia)
    assert client.get(address).status_code == 404
    assert client.post(f"{address}fjern/").status_code == 404
    assert client.post(f"/oensker/{draft.initiative.number}/bilag/").status_code == 404
    assert "ønskeren og de, der kvalificerer ønsker" in refusal(attach, draft, cast.nadia, now)
    client.force_login(cast.anna)
    answer = client.get(address)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]


def test_a_withdrawn_draft_leaves_no_file(
    cast: Cast, now: datetime, django_capture_on_commit_callbacks: object
) -> None:
    draft = save_draft(ANSWERS, by=cast.anna, at=now)
    path = Path(attach(draft, cast.anna, now).file.path)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        withdraw_wish(draft, by=cast.anna, at=now)
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("virus.exe", b"MZ", "ikke en fil"),
        ("side.pdf", b"<html>", "ikke en fil"),
        ("tom.pdf", b"", "tom"),
        ("stor.pdf", b"%PDF-" + b"0" * 10_000_000, "højst fylde 10 MB"),
    ],
)
def test_what_is_not_taken_says_why(
    name: str, data: bytes, reason: str, wish: Wish, cast: Cast, now: datetime
) -> None:
    assert reason in refusal(attach, wish, cast.anna, now, name, data)


def test_a_bomb_is_kept_packed(wish: Wish, cast: Cast, now: datetime) -> None:
    data = bomb()
    kept = attach(wish, cast.anna, now, "bombe.docx", data)
    assert kept.size == len(data) < 100_000


def test_a_case_has_ten_at_most(wish: Wish, cast: Cast, now: datetime) -> None:
    for number in range(10):
        attach(wish, cast.nadia, now, f"{number}.png", PNG)
    assert "10 bilag" in refusal(attach, wish, cast.anna, now)


def test_others_and_charlie_add_and_remove_nothing(wish: Wish, cast: Cast, now: datetime) -> None:
    kept = attach(wish, cast.anna, now)
    for stranger in (cast.troels, cast.charlie):
        refusal(attach, wish, stranger, now)
        refusal(remove_attachment, kept, by=stranger, at=now)


@pytest.mark.parametrize("who", ["anna", "nadia"])
def test_who_added_it_and_the_coordinator_take_it_off(
    who: str, wish: Wish, cast: Cast, now: datetime, django_capture_on_commit_callbacks: object
) -> None:
    kept = attach(wish, cast.anna, now)
    path = Path(kept.file.path)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        remove_attachment(kept, by=getattr(cast, who), at=now)
    assert not path.exists()
    assert not Attachment.objects.exists()
    assert Event.objects.latest("number").verb == "attachment.removed"


def test_files_come_with_the_form_or_nothing_does(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    form = {"trouble": ANSWERS.trouble, "frequency": "daily", "action": "send"}
    bad = SimpleUploadedFile("a.exe", b"MZ")
    good = SimpleUploadedFile("a.pdf", PDF)
    answer = client.post("/oensker/nyt/", {**form, "files": [good, bad]})
    assert answer.status_code == 415
    assert ANSWERS.trouble in answer.content.decode()
    assert not Wish.objects.exists()
    good.seek(0)
    client.post("/oensker/nyt/", {**form, "files": [good]})
    assert Wish.objects.get().initiative.attachments.get().name == "a.pdf"


def test_a_request_that_is_too_large_is_not_read(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    answer = client.post("/oensker/nyt/", {"trouble": "x"}, CONTENT_LENGTH="99000000")
    assert answer.status_code == 413


def test_a_missing_file_says_what_is_wrong(wish: Wish, cast: Cast, now: datetime, client: Client) -> None:
    kept = attach(wish, cast.anna, now)
    Path(kept.file.path).unlink()
    client.force_login(cast.anna)
    answer = client.get(f"/oensker/{wish.initiative.number}/bilag/{kept.pk}/")
    assert answer.status_code == 410
    assert "delt mellem alle servere" in answer.content.decode()


def test_the_case_shows_its_documents(wish: Wish, cast: Cast, now: datetime, client: Client) -> None:
    attach(wish, cast.anna, now)
    client.force_login(cast.anna)
    page = client.get(f"/sag/{wish.initiative.number}/").content.decode()
    assert "Tilbud æøå.pdf" in page
    assert "Læg bilag på" in page
    client.force_login(cast.troels)
    page = client.get(f"/sag/{wish.initiative.number}/").content.decode()
    assert "Tilbud æøå.pdf" in page
    assert "Læg bilag på" not in page
    assert "/fjern/" not in page

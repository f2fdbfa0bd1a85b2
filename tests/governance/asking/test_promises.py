"""The promised answer is watched: on the list, among one's tasks, and in a letter each day."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from takt.foundation.mail.models import Letter
from takt.governance.asking.background import remind, sweep
from takt.governance.asking.commands.attach_file import attach_file
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.models import Wish
from takt.governance.asking.rules import Answers
from takt.governance.asking.storage import private_files
from takt.governance.asking.tasks import tasks_for
from takt.governance.clarifying.commands.take_up import take_up
from tests.builders import Cast

pytestmark = pytest.mark.django_db

ANSWERS = Answers(trouble="Vi kører langt for korte besøg hos borgerne.", title="Skærmbesøg")
LATE = date(2026, 12, 22)
"""The day after the answer was promised."""


@pytest.fixture
def wish(cast: Cast, now: datetime) -> Wish:
    sent = submit_wish(ANSWERS, by=cast.anna, at=now)
    Letter.objects.all().delete()
    return sent


def test_the_coordinator_gets_one_letter_with_the_list(wish: Wish, cast: Cast, now: datetime) -> None:
    submit_wish(Answers(ANSWERS.trouble, title="En til"), by=cast.troels, at=now)
    Letter.objects.all().delete()
    remind(LATE - timedelta(days=1), now)
    assert not Letter.objects.exists(), "on the day itself there is still time"
    remind(LATE, now)
    letter = Letter.objects.get()
    assert letter.person == cast.nadia
    assert letter.subject.startswith("2 ønsker mangler")
    assert "2026-001  Skærmbesøg (Hjemmeplejen Nord), 21. december 2026\n2026-002" in letter.text
    assert letter.link == "/oensker/?svar=overskredet"


def test_what_is_answered_is_not_late(wish: Wish, cast: Cast, now: datetime) -> None:
    take_up(wish.initiative, by=cast.nadia, at=now)
    Letter.objects.all().delete()
    remind(LATE, now)
    assert not Letter.objects.exists()
    assert tasks_for(cast.anna, today=LATE) == []


def test_the_wisher_sees_the_broken_promise(wish: Wish, cast: Cast) -> None:
    assert tasks_for(cast.anna, today=LATE - timedelta(days=1)) == []
    (task,) = tasks_for(cast.anna, today=LATE)
    assert (task.title, task.due_date, task.link) == ("Skærmbesøg", date(2026, 12, 21), "/sag/2026-001/")
    assert tasks_for(cast.troels, today=LATE) == []


def test_a_draft_left_lying_is_remembered(cast: Cast, now: datetime) -> None:
    draft = save_draft(ANSWERS, by=cast.anna, at=now)
    assert tasks_for(cast.anna, today=date(2026, 11, 29)) == []
    (task,) = tasks_for(cast.anna, today=date(2026, 11, 30))
    assert task.link == f"/oensker/nyt/?kladde={draft.initiative.number}"
    assert tasks_for(cast.nadia, today=LATE) == []


def test_the_list_narrows_to_what_is_late(wish: Wish, cast: Cast, client: Client) -> None:
    client.force_login(cast.nadia)
    assert "Ingen ønsker passer" in client.get("/oensker/?svar=overskredet").content.decode()
    Wish.objects.update(answer_due_date=date(2020, 1, 1))
    assert "Skærmbesøg" in client.get("/oensker/?svar=overskredet").content.decode()


def test_tasks_ask_as_often_for_many_as_for_few(cast: Cast, now: datetime) -> None:
    counts = []
    for _ in range(2):
        for _ in range(3):
            submit_wish(ANSWERS, by=cast.anna, at=now)
            save_draft(ANSWERS, by=cast.anna, at=now)
        with CaptureQueriesContext(connection) as queries:
            tasks_for(cast.anna, today=LATE)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_files_without_a_row_are_swept_up_after_a_day(wish: Wish, cast: Cast) -> None:
    at = timezone.now()
    kept = Path(attach_file(wish.initiative, "a.pdf", b"%PDF-", by=cast.anna, at=at).file.path)
    files = private_files()
    fresh, old = (Path(files.path(files.save(f"zz/{name}", ContentFile(b"x")))) for name in ("fresh", "old"))
    for path in (kept, old):
        os.utime(path, (0, 0))
    sweep(LATE, at)
    assert (kept.exists(), fresh.exists(), old.exists()) == (True, True, False)
    fresh.unlink()

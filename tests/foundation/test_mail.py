import socket
import socketserver
import threading
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.core import mail
from django.utils.translation import gettext_lazy as _
from pytest_django.fixtures import Settings

from takt.foundation.jobs.models import Job
from takt.foundation.jobs.worker import work_once
from takt.foundation.mail import background  # noqa: F401 - registers the handler
from takt.foundation.mail.commands import SEND, tell
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person
from tests.builders import Cast

pytestmark = pytest.mark.django_db


def write(person: Person | None, now: datetime) -> Letter | None:
    return tell(
        person,
        subject=_("Det kan ikke lade sig gøre endnu"),
        text="Sag %(number)s",
        values={"number": "2026-001"},
        link="/sag/2026-001/",
        at=now,
    )


def test_a_letter_is_written_in_the_readers_language_and_sent(
    cast: Cast, now: datetime, settings: Settings
) -> None:
    settings.BASE_URL = "https://takt.example"
    cast.anna.language = "en"
    cast.anna.save()
    write(cast.anna, now)
    assert work_once()
    (message,) = mail.outbox
    assert message.to == [cast.anna.email]
    assert message.subject == "That is not possible yet"
    assert message.body.startswith("Dear Anna Holm\n\nSag 2026-001\n")
    assert "https://takt.example/sag/2026-001/" in message.body
    letter = Letter.objects.get()
    assert letter.sent_at is not None
    assert not work_once()


def test_nobody_is_written_to_who_is_not_there(cast: Cast, now: datetime) -> None:
    assert write(None, now) is None
    assert write(cast.charlie, now) is None
    assert not Letter.objects.exists()
    assert not Job.objects.exists()


def test_a_subject_is_one_line(cast: Cast, now: datetime) -> None:
    letter = tell(cast.anna, subject="To\r\nBcc: alle@fjordby.example", text="x", at=now)
    assert letter is not None
    assert letter.subject == "To Bcc: alle@fjordby.example"


def test_a_server_that_is_away_is_tried_again_later(cast: Cast, now: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    write(cast.anna, now)
    assert work_once()
    letter = Letter.objects.get()
    assert (letter.sent_at, letter.attempts) == (None, 1)
    assert letter.error
    again = Job.objects.get(kind=SEND, finished_at=None)
    assert again.not_before is not None
    assert not work_once(), "it waits before it tries again"

    with real_smtp_server() as (port, received):
        settings.EMAIL_PORT = port
        Job.objects.filter(pk=again.pk).update(not_before=None)
        assert work_once()
    letter.refresh_from_db()
    assert letter.sent_at is not None
    assert "rcpt TO:<anna@fjordby.example>" in received
    assert "To: anna@fjordby.example" in received


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Smtp(socketserver.StreamRequestHandler):
    """Just enough of RFC 5321 to take a letter."""

    def handle(self) -> None:
        self.say("220 test")
        for line in self.lines():
            command = line.upper()
            if command == "DATA":
                self.say("354 go on")
                for part in self.lines():
                    if part == ".":
                        break
                self.say("250 taken")
            elif command == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def lines(self) -> Iterator[str]:
        for raw in self.rfile:
            line = raw.decode().rstrip("\r\n")
            self.server.received.append(line)  # type: ignore[attr-defined]
            yield line

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class real_smtp_server:  # noqa: N801 - reads as a verb
    """A real server on a real socket, for as long as the block lasts."""

    def __enter__(self) -> tuple[int, list[str]]:
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Smtp)
        self.server.daemon_threads = True
        received: list[str] = []
        self.server.received = received  # type: ignore[attr-defined]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self.server.server_address[1], received

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

"""A proxy asks whether a host may be given visitors."""

import pytest
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from takt.config import ready


def test_a_host_with_its_database_is_ready_for_anyone_who_asks(db: None, client: Client) -> None:
    answer = client.get("/klar/")
    assert (answer.status_code, answer.content.decode()) == (200, "klar\n")
    assert "no-store" in answer["Cache-Control"]
    assert client.post("/klar/").status_code == 405


def test_a_database_that_does_not_answer_is_said_without_secrets(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise OperationalError("could not connect as takt with password hunter2")

    monkeypatch.setattr(ready, "MigrationExecutor", lost)
    answer = client.get("/klar/")
    assert (answer.status_code, answer.content.decode()) == (503, "Databasen svarer ikke.\n")


def test_a_newer_edition_waits_for_its_database(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("a migration", False)])
    answer = client.get("/klar/")
    assert answer.status_code == 503
    assert "takt prepare" in answer.content.decode()

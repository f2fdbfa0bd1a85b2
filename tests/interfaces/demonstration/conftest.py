"""Fjordby is loaded once for a whole module of tests that look at it; what each of them changes is undone."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction

from takt.interfaces.demonstration.loading.load import load

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def loaded_once(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Every test of a module that uses this finds Fjordby in the database, so all of them should ask for it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(at=AT)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def fjordby(loaded_once: None, db: None) -> None:
    """In a transaction of its own, inside that of the module."""

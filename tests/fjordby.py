"""Fjordby, loaded once a process for all tests that look at it; what each of them changes is undone."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction

from takt.interfaces.demonstration.loading.load import load

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """From the first of them on, Fjordby is in the database, so they are the last; the walks of every address first."""
    items.sort(
        key=lambda item: ("fjordby" in getattr(item, "fixturenames", ()), "rights" not in item.path.parts)
    )


@pytest.fixture(scope="session")
def loaded_once(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load(at=AT)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def fjordby(loaded_once: None, db: None) -> None:
    """In a transaction of its own, inside that of the process."""

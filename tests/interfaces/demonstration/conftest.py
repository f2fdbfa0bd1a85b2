"""Fjordby is loaded once for the tests that only read it; each still gets its own transaction."""

from datetime import UTC, datetime

import pytest

from takt.interfaces.demonstration.loading.load import load

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def fjordby(db: None) -> None:
    load(at=AT)

from datetime import datetime

import pytest
from django.db import DatabaseError, transaction

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.commands import record
from takt.foundation.ledger.models import Event
from tests.builders import Cast

pytestmark = pytest.mark.django_db


def test_events_are_numbered_and_chained(cast: Cast, now: datetime) -> None:
    with transaction.atomic():
        for title in ("æble", "bør"):
            record("wish.submitted", about="2026-001", by=cast.anna, at=now, title=title)
    first, second = Event.objects.all()
    assert (first.number, second.number) == (1, 2)
    assert second.previous_hash == first.hash
    assert first_broken(Event.objects.all()) is None


def test_a_changed_event_is_found(cast: Cast, now: datetime) -> None:
    for _ in range(3):
        record("wish.submitted", about="2026-001", by=cast.anna, at=now)
    events = list(Event.objects.all())
    events[1].verb = "wish.withdrawn"
    assert first_broken(events) == 2


def test_a_removed_event_is_found(cast: Cast, now: datetime) -> None:
    for _ in range(3):
        record("wish.submitted", about="2026-001", by=cast.anna, at=now)
    events = list(Event.objects.all())
    assert first_broken([events[0], events[2]]) == 3


@pytest.mark.parametrize("statement", ["UPDATE ledger_event SET verb = 'x'", "DELETE FROM ledger_event"])
def test_the_database_refuses_to_forget(statement: str, cast: Cast, now: datetime) -> None:
    from django.db import connection

    record("wish.submitted", about="2026-001", by=cast.anna, at=now)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.get().verb == "wish.submitted"


def test_the_ledger_holds_no_name(cast: Cast, now: datetime) -> None:
    event = record("wish.submitted", about="2026-001", by=cast.anna, at=now)
    assert event.actor == cast.anna.pseudonym
    assert cast.anna.name not in str(event.facts)

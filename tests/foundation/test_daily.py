from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from takt.foundation.jobs import daily
from takt.foundation.jobs.commands import handlers
from takt.foundation.jobs.daily import ask_for_todays, every_day
from takt.foundation.jobs.models import Job
from takt.foundation.jobs.worker import work_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[date]]:
    monkeypatch.setattr(daily, "_names", [])
    seen: list[date] = []

    @every_day("test.count")
    def count(today: date, at: datetime) -> None:
        seen.append(today)

    yield seen
    del handlers["daily.test.count"]


def test_it_is_asked_for_once_a_day(days: list[date], now: datetime) -> None:
    ask_for_todays(at=now)
    ask_for_todays(at=now + timedelta(hours=3))
    assert Job.objects.count() == 1
    ask_for_todays(at=now + timedelta(days=1))
    assert Job.objects.count() == 2


def test_it_is_done_by_a_worker(days: list[date], now: datetime) -> None:
    ask_for_todays(at=now)
    assert work_once()
    assert len(days) == 1
    assert not work_once()


def test_nothing_is_asked_for_in_the_night(days: list[date]) -> None:
    """Five in the morning in Denmark is four in winter's UTC."""
    ask_for_todays(at=datetime(2026, 11, 23, 4, 0, tzinfo=UTC))
    assert not Job.objects.exists()
    ask_for_todays(at=datetime(2026, 11, 23, 5, 0, tzinfo=UTC))
    assert Job.objects.count() == 1


def test_what_fails_leaves_nothing_half_done(days: list[date], now: datetime) -> None:
    @every_day("test.count")
    def fail(today: date, at: datetime) -> None:
        Job.objects.create(kind="never", requested_at=at)
        raise ValueError("no")

    ask_for_todays(at=now)
    assert work_once()
    assert not Job.objects.filter(kind="never").exists()
    assert Job.objects.get().error

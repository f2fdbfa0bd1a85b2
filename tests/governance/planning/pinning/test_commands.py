"""A start is pinned and let go by those who may, and the ledger tells of it; nothing else changes."""

from datetime import date, datetime, timedelta

import pytest

from takt.calculation.planner.problem import Month
from takt.foundation.ledger.models import Event
from takt.foundation.refusals import Refused
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.pinning import rules
from takt.governance.planning.pinning.commands.pin_start import pin_start
from takt.governance.planning.pinning.commands.withdraw_pin import withdraw_pin
from takt.governance.planning.pinning.models import Pin
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits

pytestmark = pytest.mark.django_db
JUNE = Month(2027, 6)


@pytest.fixture
def wish(cast: Cast) -> Initiative:
    build_limits()
    return build_initiative("2026-001")


@pytest.fixture
def pin(wish: Initiative, cast: Cast, now: datetime) -> Pin:
    return pin_start(wish, JUNE, "Skolen kan kun i juni", seen=0, by=cast.nadia, at=now)


class TestPinning:
    def test_it_is_kept_with_who_and_why_and_the_ledger_tells(self, pin: Pin, cast: Cast) -> None:
        assert (pin.month, pin.reason, pin.pinned_by) == (
            date(2027, 6, 1),
            "Skolen kan kun i juni",
            cast.nadia,
        )
        event = Event.objects.get()
        assert (event.verb, event.about, event.actor) == ("pin.made", "2026-001", cast.nadia.pseudonym)
        assert event.facts["month"] == "2027-06"
        assert event.reason == "Skolen kan kun i juni"

    def test_another_month_takes_its_place(self, pin: Pin, cast: Cast, now: datetime) -> None:
        moved = pin_start(pin.initiative, Month(2027, 9), "Efter ferien", seen=1, by=cast.erik, at=now)
        assert (moved.pk, moved.edition, moved.month, moved.pinned_by) == (
            pin.pk,
            2,
            date(2027, 9, 1),
            cast.erik,
        )
        assert list(Event.objects.order_by("number").values_list("verb", flat=True)) == [
            "pin.made",
            "pin.moved",
        ]

    def test_nobody_overwrites_a_month_they_have_not_seen(self, pin: Pin, cast: Cast, now: datetime) -> None:
        with pytest.raises(Refused) as refused:
            pin_start(pin.initiative, Month(2027, 9), "Efter ferien", seen=0, by=cast.erik, at=now)
        assert (
            refused.value.refusal.reason
        ) == "Nadia Krogh har imens fastholdt en start i juni 2027: “Skolen kan kun i juni”."
        assert Pin.objects.get().month == date(2027, 6, 1)
        assert Event.objects.count() == 1

    @pytest.mark.parametrize("name", ["anna", "troels", "charlie"])
    def test_others_may_not_and_leave_no_trace(
        self, name: str, wish: Initiative, cast: Cast, now: datetime
    ) -> None:
        with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
            pin_start(wish, JUNE, "Fordi", seen=0, by=getattr(cast, name), at=now)
        assert not Pin.objects.exists()
        assert not Event.objects.exists()

    @pytest.mark.parametrize(
        ("month", "reason", "why"),
        [
            (JUNE, "  ", "Skriv, hvorfor"),
            (JUNE, "Aftalt med 010190-1234", "CPR-nummer"),
            (Month(2026, 12), "For tidligt", "Næste plan går fra januar 2027 til december 2030"),
            (Month(2031, 1), "For sent", "Næste plan går fra januar 2027 til december 2030"),
        ],
    )
    def test_what_cannot_be_asked(
        self, month: Month, reason: str, why: str, wish: Initiative, cast: Cast, now: datetime
    ) -> None:
        with pytest.raises(Refused, match=why):
            pin_start(wish, month, reason, seen=0, by=cast.nadia, at=now)
        assert not Pin.objects.exists()

    def test_what_has_started_or_is_not_ready_cannot_be_moved(
        self, wish: Initiative, cast: Cast, now: datetime
    ) -> None:
        started = build_initiative("2026-002", fixed_start_month=date(2026, 11, 1))
        early = build_initiative("2026-003", stage=Stage.SUBMITTED)
        for initiative, why in ((started, "allerede i gang"), (early, "kan ikke lægges i en plan endnu")):
            with pytest.raises(Refused, match=why):
                pin_start(initiative, JUNE, "Fordi", seen=0, by=cast.nadia, at=now)

    def test_a_plan_is_not_made_by_hand(
        self, pin: Pin, cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(rules, "MOST_PINS", 1)
        other = build_initiative("2026-002")
        with pytest.raises(Refused, match="planlægger I i hånden"):
            pin_start(other, JUNE, "Fordi", seen=0, by=cast.nadia, at=now)
        pin_start(pin.initiative, Month(2027, 7), "Den samme", seen=1, by=cast.nadia, at=now)


class TestWithdrawing:
    def test_it_is_let_go_and_may_be_pinned_again(self, pin: Pin, cast: Cast, now: datetime) -> None:
        later = now + timedelta(days=1)
        gone = withdraw_pin(pin, seen=1, by=cast.birgit, at=later)
        assert (gone.withdrawn_by, gone.withdrawn_at) == (cast.birgit, later)
        assert Event.objects.order_by("number").last().verb == "pin.withdrawn"  # type: ignore[union-attr]
        again = pin_start(pin.initiative, JUNE, "Alligevel", seen=0, by=cast.nadia, at=later)
        assert again.pk != pin.pk

    def test_only_once_and_only_what_was_seen(self, pin: Pin, cast: Cast, now: datetime) -> None:
        with pytest.raises(Refused, match="har imens fastholdt"):
            withdraw_pin(pin, seen=2, by=cast.nadia, at=now)
        withdraw_pin(pin, seen=1, by=cast.nadia, at=now)
        with pytest.raises(Refused, match="allerede trukket tilbage"):
            withdraw_pin(pin, seen=1, by=cast.nadia, at=now)
        assert Event.objects.count() == 2

    def test_charlie_may_not_and_leaves_no_trace(self, pin: Pin, cast: Cast, now: datetime) -> None:
        with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
            withdraw_pin(pin, seen=1, by=cast.charlie, at=now)
        assert Pin.objects.get().withdrawn_at is None
        assert Event.objects.count() == 1

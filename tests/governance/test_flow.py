from datetime import UTC, datetime

import pytest

from takt.foundation.ledger.models import Event
from takt.foundation.refusals import Refused
from takt.governance.flow.commands import move, next_number, why_not_move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import MOVES, TRACK, Stage
from tests.builders import Cast


def build_initiative(cast: Cast, now: datetime, stage: Stage = Stage.SUBMITTED) -> Initiative:
    return Initiative.objects.create(
        number=next_number(at=now),
        title="Skærmbesøg",
        stage=stage,
        unit=cast.anna.unit,
        created_at=now,
        changed_at=now,
    )


@pytest.mark.django_db
def test_numbers_run_within_the_year(now: datetime) -> None:
    assert [next_number(at=now) for _ in range(2)] == ["2026-001", "2026-002"]
    # New Year's Eve in UTC is already the new year in Denmark
    assert next_number(at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "2027-001"


@pytest.mark.django_db
def test_a_move_is_sealed_in_the_ledger(cast: Cast, now: datetime) -> None:
    initiative = build_initiative(cast, now)
    move(initiative, Stage.CLARIFYING, by=cast.nadia, at=now, reason="Netværket tager den op")
    initiative.refresh_from_db()
    assert (initiative.stage, initiative.version) == (Stage.CLARIFYING, 2)
    event = Event.objects.get()
    assert (event.verb, event.about, event.actor) == (
        "initiative.moved",
        initiative.number,
        cast.nadia.pseudonym,
    )
    assert (event.facts["was"], event.facts["now"]) == ("submitted", "clarifying")


@pytest.mark.django_db
def test_a_forbidden_move_says_where_one_may_go_and_leaves_no_trace(cast: Cast, now: datetime) -> None:
    initiative = build_initiative(cast, now)
    with pytest.raises(Refused) as refused:
        move(initiative, Stage.IN_USE, by=cast.nadia, at=now)
    assert "Modtaget" in refused.value.refusal.reason
    assert "Kvalificeres" in refused.value.refusal.remedy
    initiative.refresh_from_db()
    assert initiative.stage == Stage.SUBMITTED
    assert not Event.objects.exists()


def test_every_stage_says_where_it_leads() -> None:
    assert set(MOVES) == set(Stage)
    assert all(why_not_move(Initiative(stage=stage, number="x"), stage) is not None for stage in Stage)


def test_every_stage_on_the_way_has_one_place_on_the_track() -> None:
    on_track = [stage for _, _, stages in TRACK for stage in stages]
    assert len(on_track) == len(set(on_track))
    assert set(Stage) - set(on_track) == {Stage.DECLINED, Stage.WITHDRAWN, Stage.MERGED}

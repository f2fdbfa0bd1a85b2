"""An invented past that could have been."""

from itertools import pairwise

import pytest

from takt.governance.flow.stages import MOVES, Stage
from takt.interfaces.demonstration.history import COPENHAGEN, LATEST, WAYS, past


@pytest.mark.parametrize("stage", WAYS)
def test_every_way_is_permitted(stage: Stage) -> None:
    way = (Stage.DRAFT, *WAYS[stage])

    assert all(later in MOVES[earlier] for earlier, later in pairwise(way))


@pytest.mark.parametrize("stage", WAYS)
def test_steps_come_in_order_in_working_hours_and_before_the_end(stage: Stage) -> None:
    for number in range(60):
        moments = [step.at.astimezone(COPENHAGEN) for step in past(f"W{number:03d}", stage)]

        assert moments == sorted(moments)
        assert moments[-1].date() <= LATEST
        assert all(moment.weekday() < 5 and 8 <= moment.hour < 16 for moment in moments)

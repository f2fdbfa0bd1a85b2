"""What is published is announced: the next question holds on to it."""

from datetime import date, datetime

import pytest
from pytest_django import Settings

from takt.calculation.planner.problem import Month
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.models import Placement
from takt.governance.planning.question import question
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.governance.planning.publishing.published import computed, published
from tests.walk.house import adopt_bodies

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(cast: Cast, now: datetime) -> None:
    build_limits()
    adopt_bodies(cast, now)
    for number in ("2026-001", "2026-002", "2026-003"):
        build_initiative(number, f"Ønske {number[-1]}")


def test_nothing_is_announced_before_a_plan_is_published(cast: Cast, now: datetime) -> None:
    computed(cast, now, {"2026-001": 0})
    problem = question(title="", first_month=Month(2027, 1)).problem
    assert problem.move_penalty_points_per_month == 0
    assert {one.announced_start for one in problem.initiatives} == {None}


def test_the_next_question_knows_the_starts_and_what_moving_them_costs(
    cast: Cast, now: datetime, settings: Settings
) -> None:
    settings.MOVE_PENALTY = 7
    published(cast, computed(cast, now, {"2026-001": 0, "2026-002": 2}), now)
    problem = question(title="", first_month=Month(2027, 2)).problem
    assert problem.move_penalty_points_per_month == 7
    assert problem.leave_out_penalty_points == 84
    assert [one.announced_start for one in problem.initiatives] == [-1, 1, None]
    assert [one.fixed_start for one in problem.initiatives] == [None, None, None]


def test_what_is_decided_and_has_begun_as_announced_is_fixed(cast: Cast, now: datetime) -> None:
    published(cast, computed(cast, now, {"2026-001": 0, "2026-002": 2}), now)
    Initiative.objects.update(stage=Stage.APPROVED)
    assert Placement.objects.get(initiative__number="2026-001").start_month == date(2027, 1, 1)
    later = question(title="", first_month=Month(2027, 2)).problem
    assert [one.fixed_start for one in later.initiatives] == [-1, None, None]

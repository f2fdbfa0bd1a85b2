"""A unit's own answer lowers its ceiling in the question, in its months and nowhere else."""

from datetime import datetime

import pytest

from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Role, RoleHolding, Unit
from takt.governance.clarifying.readiness.commands.answer_readiness import answer_readiness
from takt.governance.clarifying.readiness.models import FIELDS
from takt.governance.planning.question import Question, question, unit_id
from tests.builders import Cast
from tests.governance.planning.house import AT, build_initiative, build_limits

pytestmark = pytest.mark.django_db
JANUARY = Month(2027, 1)


@pytest.fixture
def unit(cast: Cast) -> Unit:
    build_limits()
    build_initiative("2026-001")
    return Unit.objects.get(name="Hjemmeplejen Nord")


def ask(first: Month = JANUARY) -> Question:
    return question(title="Fjordby", first_month=first)


def say(unit: Unit, score: int, cast: Cast, at: datetime, seen: int = 0) -> int:
    given = dict.fromkeys(FIELDS, score)
    return answer_readiness(unit, given, on_behalf_of="Lederen", seen=seen, by=cast.nadia, at=at).pk


def test_the_ceiling_drops_for_that_unit_and_its_months_only(cast: Cast, unit: Unit) -> None:
    before = {one.id: one.ceiling_hours for one in ask().problem.units}
    answer = say(unit, 2, cast, AT)
    after = {one.id: one.ceiling_hours for one in ask().problem.units}
    own = unit_id(unit.pk)
    assert before.pop(own) == (644,) * 48
    assert after.pop(own) == (515,) * 5 + (644,) * 43, "the answer of November holds until May"
    assert after == before
    (kept,) = ask().notes()["lowered"]
    assert kept == {"unit": own, "percent": 20, "first": 0, "latest": 4, "answered": "2026-11-23"}
    say(unit, 5, cast, AT, seen=answer)
    assert {one.id: one.ceiling_hours for one in ask().problem.units}[own] == (644,) * 48
    assert ask().notes()["lowered"] == []


def test_an_answer_that_has_run_out_lowers_nothing(cast: Cast, unit: Unit) -> None:
    say(unit, 1, cast, AT)
    asked = ask(Month(2027, 6))
    assert {one.id: one.ceiling_hours for one in asked.problem.units}[unit_id(unit.pk)] == (644,) * 48
    assert asked.lowered == ()


def test_a_unit_without_any_ceiling_gets_none(cast: Cast) -> None:
    unit = Unit.objects.get(name="Hjemmeplejen Nord")
    say(unit, 1, cast, AT)
    assert {one.id: one.ceiling_hours for one in ask().problem.units}[unit_id(unit.pk)] == (None,) * 48


def test_the_manager_of_the_area_answers_for_a_unit_without_one(cast: Cast, unit: Unit) -> None:
    RoleHolding.objects.create(person=cast.birgit, role=Role.UNIT_MANAGER, unit=unit.parent)
    answer = answer_readiness(unit, dict.fromkeys(FIELDS, 3), seen=0, by=cast.birgit, at=AT)
    assert answer.percent == 10

from datetime import date

import pytest
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from takt.calculation.change_load.hours import change_hours
from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.problem import Month, Obligation, Requirement
from takt.calculation.planner.reading import read_problem
from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import Dependency, StaffRole
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.models import Frame, Freeze, StaffMonth
from takt.governance.planning.question import Question, default_first_month, question, unit_id
from tests.builders import Cast
from tests.governance.planning.house import AT, build_initiative, build_limits

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()


def ask() -> Question:
    return question(title="Fjordby", first_month=Month(2027, 1))


def test_what_an_initiative_takes_is_spread_exactly() -> None:
    build_initiative("2026-001", earliest_start_month=date(2027, 3, 1), latest_go_live_month=date(2028, 1, 1))
    (one,) = ask().problem.initiatives
    assert (one.id, one.title, one.obligation) == (
        "2026-001",
        "Skærmbesøg i hjemmeplejen",
        Obligation.SHOULD,
    )
    assert (one.prepare, one.roll_out, one.settle) == (3, 4, 3)
    assert (one.earliest_start, one.latest_go_live, one.fixed_start) == (2, 12, None)
    investment, running = one.money
    assert (investment.frame, investment.dkk, investment.dkk_per_month_in_use) == (
        "anlaeg",
        (100_000,) * 7,
        0,
    )
    assert (running.frame, running.dkk, running.dkk_per_month_in_use) == ("drift", (), 25_000)
    assert sum(one.staff["pl"]) == 50
    assert len(one.staff["pl"]) == 7
    home_care = unit_id(Unit.objects.get(name="Hjemmeplejen Nord").pk)
    (change,) = one.change
    assert change.unit == home_care
    assert change.hours == change_hours(
        people=100, training_hours=4, adaptation_hours=2, intensity=2, prepare=3, roll_out=4, settle=3
    )
    assert sum(change.hours) == 100 * (4 + 2 * 2)


def test_benefits_do_not_raise_a_frame() -> None:
    build_initiative("2026-001", investment=0, running=0, benefit=9_000_000)
    assert ask().problem.initiatives[0].money == ()


def test_a_start_that_has_been_may_lie_before_the_plan() -> None:
    build_initiative("2026-001", stage=Stage.REALISING, fixed_start_month=date(2026, 10, 1))
    assert ask().problem.initiatives[0].fixed_start == -3


def test_a_unit_without_a_ceiling_inherits_the_nearest_above() -> None:
    units = {unit.name: unit for unit in ask().problem.units}
    assert units["Fjordby Kommune"].ceiling_hours == (4600 * 4,) * 48
    assert units["Ældre og Sundhed"].ceiling_hours == (5670,) * 48
    assert units["Hjemmeplejen Nord"].ceiling_hours == (644,) * 48
    assert units["Digitalisering og It"].ceiling_hours == (240,) * 48
    assert units["Ældre og Sundhed"].max_go_lives_per_quarter == 2
    assert units["Hjemmeplejen Nord"].max_go_lives_per_quarter is None
    assert units["Hjemmeplejen Nord"].parent == units["Ældre og Sundhed"].id


def test_staff_frames_and_freezes_are_those_of_the_house() -> None:
    area = Unit.objects.get(name="Ældre og Sundhed")
    local = Freeze.objects.create(
        first_month=date(2026, 12, 1), latest_month=date(2027, 1, 1), reason="Nyt vagtsystem"
    )
    local.units.add(area)
    problem = ask().problem
    assert problem.roles[0].days == (40, 40, 40, 40, 40, 40, 20, 40, 40, 40, 40, 40) * 4
    assert {frame.id: frame.dkk for frame in problem.frames} == {
        "anlaeg": dict.fromkeys(range(2027, 2031), 5_000_000),
        "drift": dict.fromkeys(range(2027, 2031), 2_000_000),
    }
    everywhere, there = sorted(problem.freezes, key=lambda freeze: freeze.units is not None)
    assert (everywhere.first, everywhere.latest, everywhere.units) == (6, 6, None)
    assert (there.first, there.latest, there.units) == (-1, 0, frozenset({unit_id(area.pk)}))
    assert ask().freeze_reasons == ("Nyt vagtsystem", "Sommerferie")


def test_a_role_nobody_has_given_days_has_none() -> None:
    StaffRole.objects.create(key="data", name="Integration og data", full_time_equivalents=1)
    assert ask().problem.roles[1].days == (0,) * 48


def test_only_what_is_being_clarified_or_further_is_placed() -> None:
    for number, stage in enumerate(Stage, start=100):
        build_initiative(f"2026-{number}", stage=stage)
    asked = {Initiative.objects.get(number=one.id).stage for one in ask().problem.initiatives}
    assert asked == {Stage.CLARIFYING, Stage.RECOMMENDED, Stage.APPROVED, Stage.REALISING}


def test_one_without_an_estimate_is_named_not_guessed() -> None:
    build_initiative("2026-001").estimate.delete()
    assert ask().problem.initiatives == ()
    assert ask().without_estimate == ("2026-001",)


def test_order_is_kept_among_those_in_the_question() -> None:
    build_initiative("2026-001")
    build_initiative("2026-002", requires="2026-001")
    assert ask().problem.initiative["2026-002"].requires == (Requirement("2026-001", 1),)


def test_what_is_in_use_already_needs_no_waiting() -> None:
    build_initiative("2026-001", stage=Stage.IN_USE)
    build_initiative("2026-002", requires="2026-001")
    assert ask().problem.initiative["2026-002"].requires == ()


def test_whoever_waits_for_an_outsider_is_left_out_and_so_are_those_behind() -> None:
    build_initiative("2026-001", stage=Stage.SUBMITTED)
    build_initiative("2026-002", requires="2026-001")
    build_initiative("2026-003", requires="2026-002")
    build_initiative("2026-004")
    asked = ask()
    assert [one.id for one in asked.problem.initiatives] == ["2026-004"]
    assert asked.waiting_for == {"2026-002": "2026-001", "2026-003": "2026-002"}


def test_what_has_started_is_placed_whatever_it_required() -> None:
    build_initiative("2026-001", stage=Stage.SUBMITTED)
    build_initiative(
        "2026-002", requires="2026-001", stage=Stage.REALISING, fixed_start_month=date(2026, 12, 1)
    )
    asked = ask()
    assert [one.id for one in asked.problem.initiatives] == ["2026-002"]
    assert read_problem(problem_bytes(asked.problem)).initiative["2026-002"].fixed_start == -1


def test_the_same_house_gives_the_same_bytes() -> None:
    build_initiative("2026-001")
    assert problem_bytes(ask().problem) == problem_bytes(ask().problem)
    assert read_problem(problem_bytes(ask().problem)).initiatives == ask().problem.initiatives


def test_the_plan_begins_where_the_frames_begin_but_never_in_the_past() -> None:
    assert default_first_month(AT.date()) == Month(2027, 1)
    assert default_first_month(date(2027, 3, 31)) == Month(2027, 4)
    Frame.objects.all().delete()
    assert default_first_month(AT.date()) == Month(2026, 12)


def test_queries_do_not_grow_with_the_initiatives() -> None:
    from django.db import connection

    counts = []
    for batch in (range(10), range(10, 150)):
        for number in batch:
            build_initiative(f"2026-{number:03d}", requires=f"2026-{number - 1:03d}" if number % 5 else "")
        with CaptureQueriesContext(
            connection,
        ) as captured:
            ask()
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 19
    assert Dependency.objects.count() == 120
    assert StaffMonth.objects.count() == 12


def test_frames_are_called_what_the_reader_calls_them_and_asked_in_danish() -> None:
    with translation.override("en"):
        asked = ask().problem
    assert [frame.name for frame in asked.frames] == ["Anlæg", "Drift"]
    shown = in_the_words_of(asked, "en")
    assert [frame.name for frame in shown.frames] == ["Investment", "Running costs"]
    assert [frame.dkk for frame in shown.frames] == [frame.dkk for frame in asked.frames]
    assert in_the_words_of(asked, "da") == asked

"""The next plan is asked to keep the wishes; what became of each is kept with it and told."""

from datetime import date, datetime

import pytest

from takt.calculation.planner.problem import Month
from takt.calculation.planner.solve import Effort, solve
from takt.foundation.jobs.commands import claim_job
from takt.governance.flow.models import Initiative
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.figures import read_figures
from takt.governance.planning.kept import kept_problem, situation_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pinning.asking import free_situation, with_pins
from takt.governance.planning.pinning.commands.pin_start import pin_start
from takt.governance.planning.pinning.fates import Fate, pin_rows
from takt.governance.planning.question import question
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()
    build_initiative("2026-001", "Fælles stamkort", latest_go_live_month=date(2028, 6, 1))
    build_initiative("2026-002", "Skærmbesøg", requires="2026-001")


def planned(cast: Cast, at: datetime) -> PlanRun:
    run = request_plan(by=cast.nadia, at=at)
    claim = claim_job(at=at)
    assert claim
    return record_plan(run, solve(kept_problem(run), effort=Effort.QUICK), claim=claim, at=at)


def pin(number: str, month: Month, cast: Cast, at: datetime) -> None:
    pin_start(wish(number), month, "Aftalt", seen=0, by=cast.nadia, at=at)


def wish(number: str) -> Initiative:
    return Initiative.objects.get(number=number)


def test_without_wishes_the_question_is_as_it_was() -> None:
    problem = question(title="", first_month=Month(2027, 1)).problem
    assert with_pins(problem) == (problem, ())
    assert problem.choose_one == ()


def test_a_lawful_wish_is_kept_by_the_plan_and_its_own_deadline_is_still_the_one_shown(
    cast: Cast, now: datetime
) -> None:
    pin("2026-001", Month(2027, 6), cast, now)
    run = planned(cast, now)

    figures = read_figures(run.figures)
    assert run.placements.get(initiative__number="2026-001").start_month == date(2027, 6, 1)
    assert figures.deadlines == {"2026-001": 17}
    assert [row.fate for row in pin_rows(figures)] == [Fate.KEPT]
    assert kept_problem(run).initiative["2026-001"].latest_go_live == 12
    assert free_situation(run).problem.initiative["2026-001"].latest_go_live == 17
    assert free_situation(run) is free_situation(run)


def test_an_unlawful_wish_is_told_with_the_reason_and_the_plan_is_made_without_it(
    cast: Cast, now: datetime
) -> None:
    pin("2026-002", Month(2027, 3), cast, now)
    run = planned(cast, now)

    (row,) = pin_rows(read_figures(run.figures))
    assert row.fate is Fate.NOT_KEPT
    assert row.why == "Det kræver Fælles stamkort (2026-001), som ikke kan nå at være i drift inden da."
    assert kept_problem(run).choose_one == ()
    assert free_situation(run) is situation_of(run)


def test_a_wish_made_after_the_plan_waits_and_so_does_one_whose_month_was_changed(
    cast: Cast, now: datetime
) -> None:
    pin("2026-001", Month(2027, 6), cast, now)
    run = planned(cast, now)
    pin_start(wish("2026-001"), Month(2027, 7), "Senere", seen=1, by=cast.nadia, at=now)

    assert [row.fate for row in pin_rows(read_figures(run.figures))] == [Fate.WAITING]


def test_a_wish_about_what_is_no_longer_asked_is_told(cast: Cast, now: datetime) -> None:
    pin("2026-002", Month(2028, 3), cast, now)
    wish("2026-001").estimate.delete()
    build_initiative("2026-003", "En anden")
    run = planned(cast, now)

    (row,) = pin_rows(read_figures(run.figures))
    assert "ikke med i spørgsmålet" in row.why


def test_queries_do_not_grow_with_the_wishes(
    cast: Cast, now: datetime, django_assert_max_num_queries: object
) -> None:
    planned(cast, now)
    problem = question(title="", first_month=Month(2027, 1)).problem
    pin("2026-001", Month(2027, 6), cast, now)
    pin("2026-002", Month(2028, 6), cast, now)
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        with_pins(problem)

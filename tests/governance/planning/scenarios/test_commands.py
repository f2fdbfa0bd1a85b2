from collections.abc import Callable
from datetime import datetime

import pytest

from takt.calculation.planner.problem import Month
from takt.calculation.planner.reading import read_problem
from takt.calculation.scenarios.changes import Drop, Force, FrameBy, MoreStaff
from takt.calculation.scenarios.outcome import read_outcome
from takt.foundation.jobs.commands import LostClaim, claim_job
from takt.foundation.jobs.models import Job, State
from takt.foundation.jobs.worker import work_once
from takt.foundation.ledger.models import Event
from takt.foundation.refusals import Refused
from takt.governance.planning.kept import unpacked
from takt.governance.planning.models import Frame, PlanRun
from takt.governance.planning.scenarios.commands.add_change import add_change
from takt.governance.planning.scenarios.commands.cancel_scenario import cancel_scenario
from takt.governance.planning.scenarios.commands.create_scenario import create_scenario
from takt.governance.planning.scenarios.commands.describe_scenario import describe_scenario
from takt.governance.planning.scenarios.commands.discard_scenario import discard_scenario
from takt.governance.planning.scenarios.commands.record_scenario import record_scenario
from takt.governance.planning.scenarios.commands.remove_change import remove_change
from takt.governance.planning.scenarios.commands.request_scenario import request_scenario
from takt.governance.planning.scenarios.models import Scenario, ScenarioRun
from tests.builders import Cast
from tests.governance.planning.house import plan_with
from tests.governance.planning.scenarios.futures import build_plan, build_scenario

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast: Cast, now: datetime) -> PlanRun:
    return build_plan(cast, now)


@pytest.fixture
def scenario(cast: Cast, plan: PlanRun, now: datetime) -> Scenario:
    return build_scenario(cast, plan, now, FrameBy(None, 10))


def newest() -> tuple[str, str]:
    event = Event.objects.latest("number")
    return event.verb, event.about


def test_a_scenario_is_begun_by_those_who_prepare_decisions(cast: Cast, plan: PlanRun, now: datetime) -> None:
    for person in (cast.nadia, cast.erik, cast.birgit):
        made = create_scenario(" Mindre ", "hvorfor", base=plan, by=person, at=now)
        assert (made.name, made.note, made.base, made.changes) == ("Mindre", "hvorfor", plan, [])
        assert newest() == ("scenario.created", f"scenario-{made.pk}")


@pytest.mark.parametrize("name", ["", "   ", "Borger 010203-1234"])
def test_a_name_is_needed_and_no_civil_registration_number(name: str, cast: Cast, now: datetime) -> None:
    with pytest.raises(Refused):
        create_scenario(name, base=None, by=cast.nadia, at=now)
    assert not Scenario.objects.exists()


def test_changes_are_added_and_removed_with_the_edition(
    cast: Cast, scenario: Scenario, now: datetime
) -> None:
    more = add_change(scenario, Drop("2026-002"), seen=scenario.edition, by=cast.erik, at=now)
    assert newest() == ("scenario.changed", f"scenario-{scenario.pk}")
    assert [one["kind"] for one in more.changes] == ["frame", "drop"]
    left = remove_change(more, 0, seen=more.edition, by=cast.erik, at=now)
    assert [one["kind"] for one in left.changes] == ["drop"]
    assert left.edition == scenario.edition + 2


def test_nobody_overwrites_what_they_have_not_seen(cast: Cast, scenario: Scenario, now: datetime) -> None:
    old = scenario.edition
    add_change(scenario, Force("2026-003"), seen=old, by=cast.nadia, at=now)
    before = Event.objects.count()
    edits: list[Callable[[], object]] = [
        lambda: add_change(scenario, Drop("2026-001"), seen=old, by=cast.erik, at=now),
        lambda: remove_change(scenario, 0, seen=old, by=cast.erik, at=now),
        lambda: describe_scenario(scenario, "Andet", "", seen=old, by=cast.erik, at=now),
        lambda: discard_scenario(scenario, seen=old, by=cast.erik, at=now),
    ]
    for edit in edits:
        with pytest.raises(Refused) as refused:
            edit()
        assert "Ønske 3 (2026-003) skal med" in refused.value.refusal.reason
    assert Event.objects.count() == before


def test_what_the_question_lacks_is_refused_before_it_is_kept(
    cast: Cast, scenario: Scenario, now: datetime
) -> None:
    with pytest.raises(Refused, match="2026-999 er ikke med"):
        add_change(scenario, Drop("2026-999"), seen=scenario.edition, by=cast.nadia, at=now)
    with pytest.raises(Refused, match="ikke den ændring"):
        remove_change(scenario, 7, seen=scenario.edition, by=cast.nadia, at=now)
    scenario.refresh_from_db()
    assert len(scenario.changes) == 1


def test_it_gets_another_name_and_is_put_away(cast: Cast, scenario: Scenario, now: datetime) -> None:
    named = describe_scenario(scenario, "Bredere ramme", "note", seen=scenario.edition, by=cast.nadia, at=now)
    assert (named.name, named.note) == ("Bredere ramme", "note")
    assert newest()[0] == "scenario.described"
    gone = discard_scenario(named, seen=named.edition, by=cast.nadia, at=now)
    assert gone.discarded_at == now
    with pytest.raises(Refused, match="lagt væk"):
        request_scenario(gone, by=cast.nadia, at=now)


def test_charlie_may_do_nothing_and_leaves_no_trace(cast: Cast, scenario: Scenario, now: datetime) -> None:
    run = request_scenario(scenario, by=cast.nadia, at=now)
    before, seen = Event.objects.count(), scenario.edition
    deeds: list[Callable[[], object]] = [
        lambda: create_scenario("Min", base=None, by=cast.charlie, at=now),
        lambda: describe_scenario(scenario, "Min", "", seen=seen, by=cast.charlie, at=now),
        lambda: add_change(scenario, FrameBy(None, 1), seen=seen, by=cast.charlie, at=now),
        lambda: remove_change(scenario, 0, seen=seen, by=cast.charlie, at=now),
        lambda: discard_scenario(scenario, seen=seen, by=cast.charlie, at=now),
        lambda: request_scenario(scenario, by=cast.charlie, at=now),
        lambda: cancel_scenario(run, by=cast.charlie, at=now),
    ]
    for deed in deeds:
        with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
            deed()
    assert (Event.objects.count(), Scenario.objects.count(), ScenarioRun.objects.count()) == (before, 1, 1)
    scenario.refresh_from_db()
    assert (scenario.edition, scenario.discarded_at) == (seen, None)


def test_the_changed_question_is_frozen_and_nothing_real_is_touched(
    cast: Cast, scenario: Scenario, now: datetime
) -> None:
    frames = list(Frame.objects.order_by("pk").values())
    run = request_scenario(scenario, by=cast.nadia, at=now)
    assert (run.edition, run.base, run.job.state) == (scenario.edition, scenario.base, State.WAITING)
    assert b'"dkk":{"2027":5500000' in unpacked(run.problem)
    assert newest()[0] == "scenario.requested"
    assert list(Frame.objects.order_by("pk").values()) == frames
    with pytest.raises(Refused, match="ved at blive beregnet"):
        request_scenario(scenario, by=cast.erik, at=now)


def test_a_scenario_of_today_asks_about_the_house_as_it_stands(
    cast: Cast, plan: PlanRun, now: datetime
) -> None:
    Frame.objects.filter(kind="investment", year=2027).update(dkk=4_000_000)
    scenario = build_scenario(cast, None, now, FrameBy(None, 10))
    run = request_scenario(scenario, by=cast.nadia, at=now)
    assert b'"dkk":{"2027":4400000' in unpacked(run.problem)
    assert run.base == plan


def test_nothing_changed_is_nothing_to_compute(cast: Cast, plan: PlanRun, now: datetime) -> None:
    with pytest.raises(Refused, match="ændrer ikke noget"):
        request_scenario(build_scenario(cast, plan, now), by=cast.nadia, at=now)


def test_the_worker_computes_it_and_the_plan_stands(cast: Cast, scenario: Scenario, now: datetime) -> None:
    run = request_scenario(scenario, by=cast.nadia, at=now)
    assert work_once()
    run.refresh_from_db()
    assert (run.job.state, run.job.error) == (State.DONE, "")
    assert newest()[0] == "scenario.recorded"
    outcome = read_outcome(run.outcome)
    assert set(outcome.start) == {"2026-001", "2026-002", "2026-003"}
    assert PlanRun.objects.count() == 1
    assert not work_once()


def test_a_demand_that_cannot_be_met_is_said(cast: Cast, plan: PlanRun, now: datetime) -> None:
    scenario = build_scenario(cast, plan, now, Force("2026-001"), MoreStaff("pl", -100, Month(2027, 1), 31))
    run = request_scenario(scenario, by=cast.nadia, at=now)
    work_once()
    run.refresh_from_db()
    assert (run.status, run.job.state) == ("impossible", State.FAILED)
    assert "Projektledere" in run.job.error
    assert newest()[0] == "scenario.impossible"


def test_a_poorer_answer_than_the_plan_one_has_is_not_kept(
    cast: Cast, scenario: Scenario, now: datetime
) -> None:
    run = request_scenario(scenario, by=cast.nadia, at=now)
    claim = claim_job(at=now)
    assert claim
    poor = plan_with(read_problem(unpacked(run.problem)), {"2026-001": 20})
    record_scenario(run, poor, claim=claim, at=now)
    assert read_outcome(run.outcome).start == {"2026-001": 0, "2026-002": 2}
    with pytest.raises(LostClaim):
        record_scenario(run, poor, claim=claim, at=now)


def test_an_unlawful_answer_is_never_kept(cast: Cast, scenario: Scenario, now: datetime) -> None:
    run = request_scenario(scenario, by=cast.nadia, at=now)
    claim = claim_job(at=now)
    assert claim
    frozen_july = plan_with(
        read_problem(unpacked(run.problem)), {"2026-001": -1, "2026-002": 0, "2026-003": 0}
    )
    with pytest.raises(Refused, match="ikke lovlig"):
        record_scenario(run, frozen_july, claim=claim, at=now)
    run.refresh_from_db()
    assert run.plan is None


def test_it_is_stopped(cast: Cast, scenario: Scenario, now: datetime) -> None:
    run = request_scenario(scenario, by=cast.nadia, at=now)
    cancel_scenario(run, by=cast.birgit, at=now)
    assert Job.objects.get(pk=run.job_id).state == State.CANCELLED
    assert newest()[0] == "scenario.cancelled"
    with pytest.raises(Refused, match="allerede slut"):
        cancel_scenario(run, by=cast.birgit, at=now)

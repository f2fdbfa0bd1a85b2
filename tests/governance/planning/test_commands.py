from datetime import datetime, timedelta

import pytest
from django.db import transaction

from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Month
from takt.calculation.planner.reading import read_plan
from takt.calculation.planner.solve import Effort
from takt.foundation.jobs.commands import Claim, LostClaim, claim_job
from takt.foundation.jobs.models import Job, State
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refused
from takt.governance.clarifying.models import Dependency
from takt.governance.flow.models import Initiative
from takt.governance.planning.commands.cancel_plan import cancel_plan
from takt.governance.planning.commands.record_impossible import record_impossible
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import _queue, request_plan
from takt.governance.planning.figures import read_figures
from takt.governance.planning.kept import kept_plan, kept_problem, unpacked
from takt.governance.planning.models import Placement, PlanRun
from takt.governance.planning.queries import current_plan, placement_in_current_plan, unfinished_run
from takt.governance.planning.question import question
from tests.builders import Cast, build_person
from tests.governance.planning.house import build_initiative, build_limits, plan_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()


def claimed(run: PlanRun, at: datetime) -> Claim:
    claim = claim_job(at=at)
    assert claim is not None
    assert claim.job_id == run.job_id
    return claim


def recorded(cast: Cast, now: datetime, **starts: int) -> PlanRun:
    """A plan with initiatives (n001=4: number 2026-001 in month 4), through the real commands."""
    run = request_plan(by=cast.nadia, at=now)
    plan = plan_with(kept_problem(run), {f"2026-{name[1:]}": start for name, start in starts.items()})
    return record_plan(run, plan, claim=claimed(run, now), at=now)


class TestAsking:
    def test_the_question_is_frozen_and_queued(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = request_plan(effort=Effort.QUICK, by=cast.nadia, at=now)
        build_initiative("2026-002")
        assert [one.id for one in kept_problem(run).initiatives] == ["2026-001"]
        assert kept_problem(run).title == "Fjordby Kommune, 23. november 2026"
        assert (run.first_month.isoformat(), run.months, run.effort) == ("2027-01-01", 48, "quick")
        assert unfinished_run() == run
        event = Event.objects.get()
        assert (event.verb, event.about, event.actor) == (
            "plan.requested",
            f"plan-{run.pk}",
            cast.nadia.pseudonym,
        )
        assert event.facts["problem_sha256"] == kept_problem(run).sha256

    @pytest.mark.parametrize("name", ["nadia", "erik", "birgit"])
    def test_those_who_prepare_and_take_decisions_may(self, name: str, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        assert request_plan(by=getattr(cast, name), at=now).job.state == State.WAITING

    @pytest.mark.parametrize("name", ["anna", "troels", "charlie"])
    def test_others_may_not_and_leave_no_trace(self, name: str, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
            request_plan(by=getattr(cast, name), at=now)
        assert not Job.objects.exists()
        assert not PlanRun.objects.exists()
        assert not Event.objects.exists()

    def test_a_former_coordinator_may_not(self, now: datetime) -> None:
        build_initiative("2026-001")
        gone = build_person("Gerda Gone", Role.COORDINATOR, is_active=False)
        with pytest.raises(Refused):
            request_plan(by=gone, at=now)

    def test_one_at_a_time_and_it_is_said_whose(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        request_plan(by=cast.nadia, at=now)
        with pytest.raises(Refused) as refused:
            request_plan(by=cast.erik, at=now + timedelta(minutes=5))
        assert "Nadia Krogh bad om en plan 23. november 2026 kl. 09.00" in refused.value.refusal.reason
        assert PlanRun.objects.count() == Job.objects.count() == Event.objects.count() == 1

    def test_the_second_of_two_at_once_is_refused_when_it_comes_to_the_ledger(
        self, cast: Cast, now: datetime
    ) -> None:
        build_initiative("2026-001")
        asked = question(title="Fjordby", first_month=Month(2027, 1))
        request_plan(by=cast.nadia, at=now)
        with pytest.raises(Refused, match="Nadia Krogh bad om en plan"), transaction.atomic():
            _queue(asked, problem_bytes(asked.problem), Effort.QUICK, cast.erik, now)
        assert PlanRun.objects.count() == Job.objects.count() == Event.objects.count() == 1

    def test_a_house_without_estimates_has_no_plan(self, cast: Cast, now: datetime) -> None:
        with pytest.raises(Refused, match="ingen ønsker at lægge en plan for"):
            request_plan(by=cast.nadia, at=now)
        assert not Job.objects.exists()

    def test_a_circle_of_requirements_is_refused_in_words(self, cast: Cast, now: datetime) -> None:
        first = build_initiative("2026-001")
        second = build_initiative("2026-002", requires="2026-001")
        Dependency.objects.create(initiative=first, requires=second)
        with pytest.raises(Refused, match="Skønnene modsiger hinanden"):
            request_plan(by=cast.nadia, at=now)
        assert not Job.objects.exists()


class TestRecording:
    def test_every_initiative_gets_its_place(self, cast: Cast, now: datetime) -> None:
        first, second = build_initiative("2026-001"), build_initiative("2026-002")
        run = recorded(cast, now, n001=4)
        place = placement_in_current_plan(first)
        assert place is not None
        assert [
            month.isoformat()
            for month in (place.start_month, place.roll_out_month, place.go_live_month, place.settled_month)
        ] == ["2027-05-01", "2027-08-01", "2027-12-01", "2028-03-01"]
        assert Placement.objects.get(run=run, initiative=second).start_month is None
        assert current_plan() == run

    def test_the_bytes_are_kept_and_the_ledger_knows_them(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = PlanRun.objects.get(pk=recorded(cast, now, n001=4).pk)
        assert run.plan is not None
        assert read_plan(unpacked(run.plan)) == kept_plan(run)
        assert problem_bytes(kept_problem(run)) == unpacked(run.problem)
        requested, kept = Event.objects.all()
        assert (kept.verb, kept.about, kept.actor) == ("plan.recorded", requested.about, None)
        assert kept.facts["plan_sha256"] == run.figures["plan_sha256"]
        assert kept.facts["problem_sha256"] == requested.facts["problem_sha256"]
        assert run.job.state == State.DONE
        assert (run.value, run.status, run.engine) == (
            kept_plan(run).value_twelfths / 12,
            "feasible",
            {"engine": "by hand"},
        )

    def test_the_figures_are_those_of_the_plan(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001", latest_go_live_month=now.date().replace(year=2028, month=1, day=1))
        build_initiative("2026-002", requires="2026-001")
        figures = read_figures(PlanRun.objects.get(pk=recorded(cast, now, n001=0).pk).figures)
        by_name = {unit.name: unit for unit in figures.units}
        hours = kept_problem(PlanRun.objects.get()).initiatives[0].change[0].hours
        assert by_name["Hjemmeplejen Nord"].load[:10] == list(hours)
        assert by_name["Ældre og Sundhed"].load == by_name["Hjemmeplejen Nord"].load
        assert by_name["Digitalisering og It"].load == [0] * 48
        money = {(one.frame, one.year): one for one in figures.money}
        assert money["anlaeg", 2027].planned_dkk == 700_000
        assert money["drift", 2027].planned_dkk == 5 * 25_000
        assert money["drift", 2030].planned_dkk == 300_000
        assert money["drift", 2030].frame_dkk == 2_000_000
        assert sum(figures.staff[0].used) == 50
        assert figures.go_lives[7] == sum(figures.go_lives) == 1
        assert figures.deadlines == {"2026-001": 12}
        assert [list(pair) for pair in figures.requires] == [["2026-001", "2026-002"]]
        assert list(figures.left_out) == ["2026-002"]

    def test_what_has_started_is_told_apart(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001", stage="realising", fixed_start_month=now.date().replace(day=1))
        figures = read_figures(PlanRun.objects.get(pk=recorded(cast, now, n001=-2).pk).figures)
        assert figures.under_way == ["2026-001"]
        (investment,) = (one for one in figures.money if (one.frame, one.year) == ("anlaeg", 2027))
        assert (investment.under_way_dkk, investment.planned_dkk) == (500_000, 0)

    @pytest.mark.parametrize(
        ("starts", "objection"),
        [
            ({"2026-001": 0, "2026-002": 0, "2026-003": 0}, "Ældre og Sundhed"),
            ({"2026-002": -1}, "2026-002|Skærmbesøg"),
            ({"2026-001": 47}, "Skærmbesøg"),
        ],
    )
    def test_an_unlawful_plan_is_refused_and_leaves_no_trace(
        self, starts: dict[str, int], objection: str, cast: Cast, now: datetime
    ) -> None:
        for number in range(1, 4):
            build_initiative(f"2026-00{number}")
        run = request_plan(by=cast.nadia, at=now)
        plan = plan_with(kept_problem(run), starts)
        with pytest.raises(Refused, match=objection):
            record_plan(run, plan, claim=claimed(run, now), at=now)
        unchanged = PlanRun.objects.select_related("job").get(pk=run.pk)
        assert (unchanged.plan, unchanged.recorded_at, unchanged.job.state) == (None, None, State.RUNNING)
        assert not Placement.objects.exists()
        assert not Event.objects.filter(verb="plan.recorded").exists()

    def test_a_plan_that_boasts_is_refused(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = request_plan(by=cast.nadia, at=now)
        honest = plan_with(kept_problem(run), {"2026-001": 0})
        boasting = Plan(**{**vars(honest), "value_twelfths": honest.value_twelfths + 12})
        with pytest.raises(Refused):
            record_plan(run, boasting, claim=claimed(run, now), at=now)

    def test_a_worker_that_lost_its_claim_writes_nothing(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = request_plan(by=cast.nadia, at=now)
        plan = plan_with(kept_problem(run), {"2026-001": 0})
        slow, later = claimed(run, now), now + timedelta(minutes=2)
        quick = claimed(run, later)
        record_plan(PlanRun.objects.get(pk=run.pk), plan, claim=quick, at=later)
        with pytest.raises(LostClaim):
            record_plan(run, plan, claim=slow, at=later)
        assert Placement.objects.count() == 1
        assert Event.objects.filter(verb="plan.recorded").count() == 1

    def test_a_contradiction_is_kept_as_the_answer(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = request_plan(by=cast.nadia, at=now)
        record_impossible(run, ["A kræver B", "B kan ikke nås"], claim=claimed(run, now), at=now)
        kept = PlanRun.objects.select_related("job").get()
        assert (kept.status, kept.job.state, kept.job.error) == (
            "impossible",
            State.FAILED,
            "A kræver B; B kan ikke nås",
        )
        assert Event.objects.filter(verb="plan.impossible").count() == 1
        assert current_plan() is None


class TestCancelling:
    def test_one_that_waits_is_cancelled_at_once(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = cancel_plan(request_plan(by=cast.nadia, at=now), by=cast.erik, at=now)
        assert run.job.state == State.CANCELLED
        assert unfinished_run() is None
        assert [event.verb for event in Event.objects.all()] == ["plan.requested", "plan.cancelled"]

    def test_one_under_way_is_asked_to_stop(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = request_plan(by=cast.nadia, at=now)
        claim = claimed(run, now)
        cancel_plan(run, by=cast.nadia, at=now)
        assert claim.report({}, at=now)
        assert Job.objects.get().state == State.RUNNING

    @pytest.mark.parametrize("name", ["anna", "charlie"])
    def test_others_may_not_and_leave_no_trace(self, name: str, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = request_plan(by=cast.nadia, at=now)
        person: Person = getattr(cast, name)
        with pytest.raises(Refused):
            cancel_plan(run, by=person, at=now)
        assert not Job.objects.get().cancel_requested
        assert Event.objects.count() == 1

    def test_what_is_over_cannot_be_stopped(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        run = recorded(cast, now, n001=0)
        with pytest.raises(Refused, match="allerede slut"):
            cancel_plan(run, by=cast.nadia, at=now)
        assert Initiative.objects.get().placements.count() == 1

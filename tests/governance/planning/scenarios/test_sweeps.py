"""A range over one or two limits, computed point by point, and kept whatever dies on the way."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from pytest_django import Settings

from takt.calculation.scenarios.axes import Axis, AxisKind
from takt.calculation.scenarios.writing import changes_bytes
from takt.foundation.jobs.commands import LostClaim, claim_job
from takt.foundation.jobs.models import Job, State
from takt.foundation.jobs.worker import work_once
from takt.foundation.ledger.models import Event
from takt.foundation.refusals import Refused
from takt.governance.planning.kept import kept_problem, packed, unpacked
from takt.governance.planning.models import PlanRun
from takt.governance.planning.scenarios import sweeping
from takt.governance.planning.scenarios.commands.cancel_sweep import cancel_sweep
from takt.governance.planning.scenarios.commands.continue_sweep import continue_sweep
from takt.governance.planning.scenarios.commands.record_cell import OtherEngine, record_cell
from takt.governance.planning.scenarios.commands.request_sweep import request_sweep
from takt.governance.planning.scenarios.models import Sweep, SweepCell
from tests.builders import Cast
from tests.foundation.cluster import cluster
from tests.governance.planning.scenarios.futures import build_plan

pytestmark = pytest.mark.django_db
FRAMES = Axis(AxisKind.FRAME, None, -80, 0, 40)
STAFF = Axis(AxisKind.STAFF, "pl", -10, 10, 10, days_per_month=16, tenths_today=25)


@pytest.fixture
def plan(cast: Cast, now: datetime) -> PlanRun:
    return build_plan(cast, now)


def kept(sweep: Sweep) -> dict[tuple[int, int], bytes]:
    rows = sweep.cells.values_list("x", "y", "plan")
    return {(x, y): unpacked(plan) if plan is not None else b"" for x, y, plan in rows}


def newest() -> Event:
    return Event.objects.latest("number")


def test_the_worker_computes_every_point(cast: Cast, plan: PlanRun, now: datetime) -> None:
    sweep = request_sweep("Rammer og projektledere", [FRAMES, STAFF], base=plan, by=cast.erik, at=now)
    assert (newest().verb, newest().facts["points"]) == ("sweep.requested", 9)
    assert work_once()
    sweep.job.refresh_from_db()
    assert (sweep.job.state, sweep.job.error) == (State.DONE, "")
    assert sweep.job.progress["done"] == sweep.job.progress["all"] == 9
    chosen = {(cell.x, cell.y): cell.chosen for cell in sweep.cells.all()}
    assert chosen[0, 0] == 3
    assert chosen[-80, 0] < 3
    assert (newest().verb, newest().facts["points"]) == ("sweep.completed", 9)
    assert PlanRun.objects.count() == 1


def test_one_axis_is_a_line(cast: Cast, plan: PlanRun, now: datetime) -> None:
    sweep = request_sweep("Rammer", [FRAMES], base=plan, by=cast.birgit, at=now)
    work_once()
    assert set(kept(sweep)) == {(-80, 0), (-40, 0), (0, 0)}


def axis(first: int, last: int, step: int) -> Axis:
    return Axis(AxisKind.FRAME, None, first, last, step)


@pytest.mark.parametrize(
    ("axes", "why"),
    [
        ([], "én eller to"),
        ([FRAMES, FRAMES], "den samme"),
        ([axis(10, -10, 5)], "kan ikke deles op"),
        ([axis(-20, 20, 0)], "kan ikke deles op"),
        ([axis(-20, 30, 1)], "kan ikke deles op"),
        ([axis(-20, 20, 1), Axis(AxisKind.CEILING, None, -20, 20, 2)], "højst regnes 600"),
        ([Axis(AxisKind.FRAME, "guld", -20, 20, 10)], "ikke rammen guld"),
    ],
)
def test_a_range_that_makes_no_sense_is_refused(
    axes: list[Axis], why: str, cast: Cast, plan: PlanRun, now: datetime
) -> None:
    before = Event.objects.count()
    with pytest.raises(Refused) as refused:
        request_sweep("Spænd", axes, base=plan, by=cast.nadia, at=now)
    assert why in refused.value.refusal.reason
    assert (Sweep.objects.count(), Event.objects.count()) == (0, before)


def test_one_sweep_at_a_time(cast: Cast, plan: PlanRun, now: datetime) -> None:
    request_sweep("Den første", [FRAMES], base=plan, by=cast.nadia, at=now)
    with pytest.raises(Refused, match="Den første"):
        request_sweep("Den anden", [STAFF], base=plan, by=cast.erik, at=now)


def test_charlie_may_not_and_leaves_no_trace(cast: Cast, plan: PlanRun, now: datetime) -> None:
    sweep = request_sweep("Rammer", [FRAMES], base=plan, by=cast.nadia, at=now)
    before = Event.objects.count()
    deeds: list[Callable[[], object]] = [
        lambda: request_sweep("Min", [STAFF], base=plan, by=cast.charlie, at=now),
        lambda: cancel_sweep(sweep, by=cast.charlie, at=now),
        lambda: continue_sweep(sweep, by=cast.charlie, at=now),
    ]
    for deed in deeds:
        with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
            deed()
    assert (Event.objects.count(), Sweep.objects.count(), Job.objects.count()) == (before, 1, 2)


def test_what_is_done_is_kept_when_it_is_stopped_and_continued(
    cast: Cast, plan: PlanRun, now: datetime
) -> None:
    sweep = request_sweep("Rammer", [FRAMES], base=plan, by=cast.nadia, at=now)
    claim = claim_job(at=now)
    assert claim
    problem = kept_problem(plan)
    raw = sweeping.solve_changed(bytes(plan.problem), b"[]", "quick")
    record_cell(sweep, (0, 0), raw, problem=problem, changes=(), claim=claim, at=now)
    cancel_sweep(sweep, by=cast.nadia, at=now)
    sweeping.compute_sweep(claim)
    sweep.job.refresh_from_db()
    assert sweep.job.state == State.CANCELLED
    assert newest().verb == "sweep.stopped"
    there = kept(sweep)
    assert there[0, 0] == raw
    assert len(there) == 1
    continued = continue_sweep(sweep, by=cast.erik, at=now)
    assert newest().verb == "sweep.continued"
    work_once()
    continued.job.refresh_from_db()
    assert (continued.job.state, set(kept(sweep))) == (State.DONE, {(-80, 0), (-40, 0), (0, 0)})
    with pytest.raises(Refused, match="Alle punkter er regnet"):
        continue_sweep(sweep, by=cast.erik, at=now)


def test_a_sweep_whose_worker_died_goes_on_with_what_is_missing(
    cast: Cast, plan: PlanRun, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep = request_sweep("Rammer", [FRAMES], base=plan, by=cast.nadia, at=now)
    long_ago = now - timedelta(hours=1)
    for place in ((0, 0), (-40, 0)):  # two workers, each of which keeps a point and dies
        claim = claim_job(at=long_ago)
        assert claim
        raw = sweeping.solve_changed(bytes(plan.problem), changes_bytes(_frames(place[0])), "quick")
        record_cell(
            sweep, place, raw, problem=kept_problem(plan), changes=_frames(place[0]), claim=claim, at=long_ago
        )
        long_ago += timedelta(minutes=10)
    computed: list[Any] = []
    solve = sweeping.computed

    def noted(function: Any, tasks: Any, *args: Any, **kwargs: Any) -> Any:
        computed.extend(tasks)
        return solve(function, tasks, *args, **kwargs)

    monkeypatch.setattr(sweeping, "computed", noted)
    assert work_once()
    assert computed == [(-80,)]
    assert len(kept(sweep)) == 3
    with pytest.raises(LostClaim):
        record_cell(sweep, (40, 0), None, problem=kept_problem(plan), changes=(), claim=claim, at=now)
    assert not SweepCell.objects.filter(x=40).exists()


def test_a_sweep_steps_aside_when_another_job_waits(
    cast: Cast, plan: PlanRun, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep = request_sweep("Rammer", [FRAMES], base=plan, by=cast.nadia, at=now)
    claim = claim_job(at=now)
    assert claim
    waits = iter([False, True])
    monkeypatch.setattr(sweeping, "somebody_waits", lambda **_: next(waits, True))
    sweeping.compute_sweep(claim)
    sweep.job.refresh_from_db()
    assert sweep.job.state == State.WAITING
    assert 1 <= len(kept(sweep)) <= 3
    monkeypatch.undo()
    claim = claim_job(at=now + timedelta(days=900))
    assert claim
    sweeping.compute_sweep(claim)
    sweep.job.refresh_from_db()
    assert (sweep.job.state, len(kept(sweep))) == (State.DONE, 3)


def _frames(percent: int) -> Any:
    return (FRAMES.change(percent, None),) if percent else ()  # type: ignore[arg-type]


def test_an_unlawful_point_or_another_engine_is_never_kept(cast: Cast, plan: PlanRun, now: datetime) -> None:
    sweep = request_sweep("Rammer", [FRAMES], base=plan, by=cast.nadia, at=now)
    claim = claim_job(at=now)
    assert claim
    raw = sweeping.solve_changed(bytes(plan.problem), b"[]", "quick")
    assert raw
    problem = kept_problem(plan)
    with pytest.raises(Refused, match="ikke lovlig"):  # it answers another question
        record_cell(sweep, (-80, 0), raw, problem=problem, changes=_frames(-80), claim=claim, at=now)
    record_cell(sweep, (0, 0), raw, problem=problem, changes=(), claim=claim, at=now)
    other = raw.replace(b'"takt":"', b'"takt":"9.')
    with pytest.raises(OtherEngine, match="same versions"):
        record_cell(sweep, (-40, 0), other, problem=problem, changes=(), claim=claim, at=now)
    assert set(kept(sweep)) == {(0, 0)}
    assert packed(raw) == bytes(SweepCell.objects.get().plan or b"")


def test_a_cluster_that_loses_a_host_gives_the_same_bytes_as_this_one(
    cast: Cast, plan: PlanRun, now: datetime, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real scheduler and two worker processes, one of which is killed in the middle of the sweep."""
    here = request_sweep("Her", [FRAMES, STAFF], base=plan, by=cast.nadia, at=now)
    work_once()
    there = request_sweep("På klyngen", [FRAMES, STAFF], base=plan, by=cast.nadia, at=now)
    with cluster() as hands:
        settings.CLUSTER = hands.address
        kept_so_far = 0

        def keep(*args: Any, **kwargs: Any) -> SweepCell:
            nonlocal kept_so_far
            kept_so_far += 1
            if kept_so_far == 3:
                hands.kill_one()
            return record_cell(*args, **kwargs)

        monkeypatch.setattr(sweeping, "record_cell", keep)
        work_once()
    there.job.refresh_from_db()
    assert (there.job.state, there.job.error, kept_so_far) == (State.DONE, "", 9)
    assert kept(there) == kept(here)
    events = Event.objects.filter(verb="sweep.completed")
    assert len({event.facts["plans_sha256"] for event in events}) == 1

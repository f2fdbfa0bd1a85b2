"""What the worker does with a request: reckon on whatever power there is, outside any transaction, and keep it.

When a plan has been computed both are asked for by themselves; each morning again where estimates have changed.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from takt.calculation.planner.reading import read_plan
from takt.calculation.worth import More, comes_near, worth_of
from takt.foundation.jobs.commands import Claim, handles
from takt.foundation.jobs.computing import computed
from takt.foundation.jobs.daily import every_day
from takt.foundation.jobs.models import State
from takt.foundation.jobs.power import power
from takt.foundation.refusals import Refused
from takt.governance.planning.afterwards import when_computed
from takt.governance.planning.forecasting import computing
from takt.governance.planning.forecasting.commands.record_reckoning import record_reckoning
from takt.governance.planning.forecasting.commands.request_reckoning import JOBS, request_reckoning
from takt.governance.planning.forecasting.models import Kind, Reckoning
from takt.governance.planning.forecasting.questions import (
    BUFFER_PERCENT,
    DRAWS,
    SEED,
    Asked,
    SurenessQuestion,
    WorthQuestion,
)
from takt.governance.planning.forecasting.ways import ways_into
from takt.governance.planning.kept import situation_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.queries import current_plan


class Stopped(Exception):  # noqa: N818 - somebody asked us to
    """The reckoning was cancelled."""


@handles(JOBS[Kind.SURENESS])
def reckon_sureness(claim: Claim) -> None:
    _reckon(claim, _sureness)


@handles(JOBS[Kind.WORTH])
def reckon_worth(claim: Claim) -> None:
    _reckon(claim, _worth)


@when_computed
def ask_for_both(run: PlanRun, at: datetime) -> None:
    for kind in Kind:
        request_reckoning(run, kind, by=None, at=at)


@every_day("forecasting.refresh")
def refresh(today: date, at: datetime) -> None:  # noqa: ARG001 - the same every day
    """Of the newest plan, what has been told of other estimates than those of today; also what never was told."""
    run = current_plan()
    if run is None:
        return
    for kind in Kind:
        try:
            request_reckoning(run, kind, by=None, at=at)
        except Refused:
            continue


def _reckon(claim: Claim, reckon: "Callable[[Asked, _Telling], dict[str, Any]]") -> None:
    reckoning = Reckoning.objects.select_related("run").get(job_id=claim.job_id)
    asked = Asked(reckoning.run, Kind(reckoning.kind))
    try:
        told = reckon(asked, _Telling(claim).began())
    except Stopped:
        claim.end(State.CANCELLED, at=timezone.now())
        return
    record_reckoning(reckoning, told, asked_sha256=asked.sha256, claim=claim, at=timezone.now())


class _Telling:
    """Keeps the claim alive and says how far we are."""

    def __init__(self, claim: Claim) -> None:
        self._claim, self.done, self.all = claim, 0, 1

    def began(self) -> "_Telling":
        """Raises Stopped when somebody has asked us to stop before we began."""
        if self():
            raise Stopped
        return self

    def __call__(self) -> bool:
        told = {"done": self.done, "all": self.all, "share_done": round(self.done / self.all, 3)}
        return self._claim.report(told, at=timezone.now())

    def results(self, function: Callable[..., Any], tasks: Mapping[Any, tuple[Any, ...]]) -> dict[Any, Any]:
        """Of every task, on whatever power there is. Raises Stopped when not all were done."""
        found = {}
        for key, result in computed(function, tasks, power(settings.CLUSTER), heartbeat=self):
            found[key] = result
            self.done += 1
        if len(found) < len(tasks):
            raise Stopped
        return found


def _sureness(asked: Asked, telling: _Telling) -> dict[str, Any]:
    question, kept = asked.question, (bytes(asked.run.problem), bytes(asked.run.plan or b""))
    assert isinstance(question, SurenessQuestion)  # noqa: S101 - its kind says so
    telling.all = 2
    parts = telling.results(
        computing.part,
        {
            "summary": ("summary", kept, question.uncertainty, DRAWS, SEED),
            "buffer": ("buffer", kept, BUFFER_PERCENT),
        },
    )
    cost = parts["buffer"]
    return {
        **parts["summary"].as_json(),
        "own": question.own,
        "placed": question.placed,
        "buffer": None if cost is None else cost.as_json(),
    }


def _worth(asked: Asked, telling: _Telling) -> dict[str, Any]:
    question, situation = asked.question, situation_of(asked.run)
    assert isinstance(question, WorthQuestion)  # noqa: S101 - its kind says so
    packed_problem = bytes(asked.run.problem)
    telling.all = 1 + len(question.more)
    raw = telling.results(computing.part, {"base": ("base", (packed_problem, bytes(asked.run.plan or b"")))})[
        "base"
    ]
    today = read_plan(raw)
    near: dict[int, More] = {
        index: more for index, more in enumerate(question.more) if comes_near(situation.problem, today, more)
    }
    telling.all = 1 + len(near)
    plans = telling.results(
        computing.part, {index: ("with_more", packed_problem, raw, more) for index, more in near.items()}
    )
    worth = [
        worth_of(near[index], today, read_plan(plan)) for index, plan in plans.items() if plan is not None
    ]
    return {
        "worth": [one.as_json() for one in sorted(worth, key=_most_first)],
        "room": [more.as_json() for index, more in enumerate(question.more) if index not in near],
        "today_twelfths": today.value_twelfths,
        "ways": [way.as_json() for way in ways_into(situation, still_here=telling)],
    }


def _most_first(one: Any) -> tuple[int, ...]:
    return (-one.fewer_months_late, -one.less_goal_shortfall, -one.least_twelfths, -one.up_to_twelfths)

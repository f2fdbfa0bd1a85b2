"""Something real for every address to be about. A route without a sample fails the test, so none is forgotten."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from takt.foundation.people.models import Person, Role, RoleHolding
from takt.governance.clarifying.models import Question
from takt.governance.deciding.queries import latest
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.models import PlanRun

Arguments = dict[str, Any]


def a_case(stage: Stage = Stage.CLARIFYING) -> str:
    """The number of a case with as much on it as there is."""
    return Initiative.objects.filter(stage=stage).order_by("-wish__supporters__id", "number")[0].number


def case(stage: Stage = Stage.CLARIFYING) -> Callable[[], Arguments]:
    return lambda: {"number": a_case(stage)}


def a_question() -> Arguments:
    question = Question.objects.filter(answered_at=None)[0]
    return {"number": question.initiative.number, "pk": question.pk}


def a_body() -> Arguments:
    version = latest()
    assert version is not None
    return {"key": version.bodies.all()[0].key}


def a_plan_run() -> Arguments:
    """One that waits for a worker."""
    run = PlanRun.objects.first()
    if run is None:
        coordinator = Person.objects.filter(role_holdings__role=Role.COORDINATOR)[0]
        run = request_plan(by=coordinator, at=timezone.now())
    return {"pk": run.pk}


def a_person() -> Arguments:
    return {"pk": Person.objects.filter(role_holdings=None)[0].pk}


def a_holding() -> Arguments:
    held = RoleHolding.objects.filter(role=Role.AUDITOR)[0]
    return {"pk": held.person_id, "holding": held.pk}


SAMPLES: dict[str, Callable[[], Arguments]] = {
    "intake_preview": lambda: {"upload": uuid4()},
    "take_in_wishes": lambda: {"upload": uuid4()},
    "discard_upload": lambda: {"upload": uuid4()},
    "calendar_feed": lambda: {"key": "guess"},
    "take_up": case(Stage.SUBMITTED),
    "reopen_wish": case(Stage.POSTPONED),
    "answer_question": a_question,
    "workbench_spread": lambda: {"number": a_case(), "what": "investment"},
    "governance_body": a_body,
    "governance_version": lambda: {"number": 1},
    "edit_governance_body": a_body,
    "close_governance_body": a_body,
    "person": a_person,
    "grant_role": a_person,
    "withdraw_role": a_holding,
    "set_access": a_person,
    "forget_person": a_person,
    "cancel_plan": a_plan_run,
    "older_plan": a_plan_run,
    "plan_file": lambda: {**a_plan_run(), "what": "problem"},
}
"""By the name of the address; those with no arguments, or with a case's number only, need none."""


def address_of(name: str, route: str) -> str:
    if "<" not in route:
        return route
    if name in SAMPLES:
        return reverse(name, kwargs=SAMPLES[name]())
    assert route.count("<") == 1, f"{name} ({route}) needs a sample in tests/rights/samples.py"
    assert "<slug:number>" in route, f"{name} ({route}) needs a sample in tests/rights/samples.py"
    return reverse(name, kwargs=case()())

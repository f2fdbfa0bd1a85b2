"""Something real for every address to be about. A route without a sample fails the test, so none is forgotten."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.usage import fixed_starts
from takt.calculation.scenarios.axes import Axis, AxisKind
from takt.calculation.scenarios.changes import FrameBy
from takt.foundation.jobs.commands import Claim, request_job
from takt.foundation.jobs.models import Job, State
from takt.foundation.ledger.models import Words
from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.governance.asking.commands.attach_file import attach_file
from takt.governance.clarifying.models import BenefitOwner, OwnerAnswer, Question
from takt.governance.clarifying.network.queries import in_force
from takt.governance.clarifying.readiness.models import Inquiry
from takt.governance.clarifying.scoring.models import Assessor, Round
from takt.governance.clarifying.screening.models import Assessment
from takt.governance.deciding.hearing.models import Hearing, Party
from takt.governance.deciding.meetings.models import (
    AgendaItem,
    Condition,
    ConditionState,
    Meeting,
    MeetingState,
    Recusal,
)
from takt.governance.deciding.queries import latest
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.commands.record_plan import record_plan
from takt.governance.planning.commands.request_plan import COMPUTE_PLAN, request_plan
from takt.governance.planning.kept import packed
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pinning.commands.pin_start import pin_start
from takt.governance.planning.pinning.models import Pin
from takt.governance.planning.publishing.commands.propose_plan import propose_plan
from takt.governance.planning.publishing.models import Proposal, ProposalState
from takt.governance.planning.question import default_first_month, first_day_of, question
from takt.governance.planning.scenarios.commands.add_change import add_change
from takt.governance.planning.scenarios.commands.create_scenario import create_scenario
from takt.governance.planning.scenarios.commands.request_scenario import request_scenario
from takt.governance.planning.scenarios.commands.request_sweep import request_sweep
from takt.governance.planning.scenarios.models import Scenario, Sweep
from takt.registers.systems.models import System
from tests.governance.planning.house import plan_with

Arguments = dict[str, Any]


def a_case(stage: Stage = Stage.CLARIFYING) -> str:
    """The number of a case with as much on it as there is."""
    joined_last = F("wish__supporters__id").desc(nulls_last=True)
    return Initiative.objects.filter(stage=stage).order_by(joined_last, "number")[0].number


def case(stage: Stage = Stage.CLARIFYING) -> Callable[[], Arguments]:
    return lambda: {"number": a_case(stage)}


def a_reason() -> Arguments:
    """Of an event in the ledger."""
    return {"number": Words.objects.earliest("event").pk}


def a_question() -> Arguments:
    question = Question.objects.filter(answered_at=None).earliest("pk")
    return {"number": question.initiative.number, "pk": question.pk}


def a_body() -> Arguments:
    version = latest()
    assert version is not None
    return {"key": version.bodies.earliest("pk").key}


def a_plan_run() -> Arguments:
    """One that waits for a worker."""
    run = PlanRun.objects.filter(recorded_at=None).first()
    if run is None:
        coordinator = Person.objects.filter(role_holdings__role=Role.COORDINATOR).earliest("pk")
        run = request_plan(by=coordinator, at=timezone.now())
    return {"pk": run.pk}


def a_pin() -> Arguments:
    """A start that somebody has asked the planner to keep."""
    pin = Pin.objects.filter(withdrawn_at=None).first()
    if pin is None:
        by, at = Person.objects.filter(role_holdings__role=Role.COORDINATOR).earliest("pk"), timezone.now()
        initiative = Initiative.objects.filter(
            stage=Stage.CLARIFYING, estimate__fixed_start_month=None, estimate__isnull=False
        ).earliest("number")
        month = default_first_month(timezone.localdate(at)).plus(6)
        pin = pin_start(initiative, month, "Efter valget", seen=0, by=by, at=at)
    return {"pk": pin.pk}


def a_scenario() -> Arguments:
    """With a change, and a computation that waits for a worker."""
    scenario = Scenario.objects.first()
    if scenario is None:
        by = Person.objects.filter(role_holdings__role=Role.COORDINATOR).earliest("pk")
        plan, at = PlanRun.objects.get(**a_plan_run()), timezone.now()
        scenario = create_scenario("Lavere rammer", base=plan, by=by, at=at)
        scenario = add_change(scenario, FrameBy(None, -10), seen=scenario.edition, by=by, at=at)
        request_scenario(scenario, by=by, at=at)
    return {"pk": scenario.pk}


def a_sweep() -> Arguments:
    """One that waits for a worker."""
    sweep = Sweep.objects.first()
    if sweep is None:
        by = Person.objects.filter(role_holdings__role=Role.COORDINATOR).earliest("pk")
        frames = Axis(AxisKind.FRAME, None, -10, 10, 10)
        plan = PlanRun.objects.get(**a_plan_run())
        sweep = request_sweep("Rammer", [frames], base=plan, by=by, at=timezone.now())
    return {"pk": sweep.pk}


def a_computed_plan() -> PlanRun:
    """With nothing in it but what has started."""
    run = PlanRun.objects.filter(recorded_at__isnull=False).first()
    if run is not None:
        return run
    at = timezone.now()
    asked = question(title="En plan", first_month=default_first_month(timezone.localdate(at)))
    raw, job = problem_bytes(asked.problem), request_job(COMPUTE_PLAN, {}, by=None, at=at)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, fence=1, lease_until=at + timedelta(minutes=9))
    run = PlanRun.objects.create(
        job=job,
        effort="quick",
        requested_at=at,
        first_month=first_day_of(asked.problem.first_month),
        months=asked.problem.months,
        problem=packed(raw),
        figures={"asked": asked.notes()},
    )
    problem = read_problem(raw)
    plan = plan_with(problem, fixed_starts(problem))
    return record_plan(run, plan, claim=Claim(job.pk, 1, COMPUTE_PLAN, {}, 1), at=at)


def a_proposal() -> Arguments:
    """A plan that waits to be decided."""
    waiting = Proposal.objects.filter(state=ProposalState.OPEN).first()
    if waiting is None:
        by = Person.objects.filter(role_holdings__role=Role.COORDINATOR).earliest("pk")
        waiting = propose_plan(a_computed_plan(), by=by, at=timezone.now())
    return {"pk": waiting.pk}


def a_person() -> Arguments:
    return {"pk": Person.objects.filter(role_holdings=None).earliest("pk").pk}


def a_holding() -> Arguments:
    held = RoleHolding.objects.filter(role=Role.AUDITOR).earliest("pk")
    return {"pk": held.person_id, "holding": held.pk}


def a_meeting() -> Arguments:
    """One that has been called."""
    return {"pk": Meeting.objects.filter(state=MeetingState.CALLED).latest("starts_at").pk}


def an_item() -> Arguments:
    meeting = a_meeting()["pk"]
    return {
        "pk": meeting,
        "item": AgendaItem.objects.filter(meeting=meeting, initiative__isnull=False).earliest("pk").pk,
    }


def a_recusal() -> Arguments:
    item = an_item()
    person = Person.objects.filter(role_holdings__role=Role.COORDINATOR).earliest("pk")
    held, _ = Recusal.objects.get_or_create(
        item_id=item["item"], person=person, defaults={"ground": "Er gift", "declared_at": timezone.now()}
    )
    return {**item, "recusal": held.pk}


def a_condition() -> Arguments:
    return {"pk": Condition.objects.filter(state=ConditionState.OPEN).earliest("pk").pk}


MEETING_ROUTES = (
    "meeting",
    "draft_agenda",
    "put_on_agenda",
    "reorder_agenda",
    "send_agenda",
    "reschedule_meeting",
    "open_meeting",
    "cancel_meeting",
    "close_meeting",
    "approve_minutes",
    "add_to_minutes",
    "meeting_room",
    "record_attendance",
)
ITEM_ROUTES = (
    "agenda_item",
    "take_off_agenda",
    "meeting_room_item",
    "record_outcome",
    "note_minutes",
    "declare_recusal",
    "vote_in_writing",
)


def a_member() -> Arguments:
    return {"pk": in_force(timezone.localdate()).order_by("pk")[0].pk}


def a_hearing() -> Arguments:
    """One that runs."""
    return {"pk": Hearing.objects.filter(closed_at=None).order_by("-asked_at")[0].pk}


def a_party() -> Arguments:
    """One that nobody leads, so that its answer is written by the coordinator."""
    party = Party.objects.get(hearing__in=[a_hearing()["pk"]], unit__name="Bibliotekerne")
    return {"pk": party.hearing_id, "party": party.pk}


def a_round() -> Arguments:
    """One in which everybody has answered."""
    one = Round.objects.filter(revealed_at__isnull=False, closed_at=None).earliest("pk")
    return {"number": one.initiative.number, "round_number": one.number}


def an_assessor() -> Arguments:
    """Who has not answered."""
    one = Assessor.objects.filter(answered_at=None).earliest("pk")
    return {"number": one.round.initiative.number, "pk": one.pk}


def a_disagreement() -> Arguments:
    one = Round.objects.filter(revealed_at__isnull=False, settlements=None, closed_at=None).earliest("pk")
    return {"number": one.initiative.number, "pk": one.criteria.criteria.earliest("pk").pk}


def the_council() -> Arguments:
    return {"key": "teknologiraadet"}


def a_unit_asked() -> Arguments:
    return {"pk": Inquiry.objects.earliest("pk").unit_id}


def an_attachment() -> Arguments:
    """On a case that has been sent."""
    number = a_case()
    initiative = Initiative.objects.get(number=number)
    coordinator = Person.objects.filter(role_holdings__role=Role.COORDINATOR).earliest("pk")
    kept = initiative.attachments.first() or attach_file(
        initiative, "tilbud.txt", b"Et tilbud", by=coordinator, at=timezone.now()
    )
    return {"number": number, "pk": kept.pk}


def a_benefit_asked_about() -> Arguments:
    """Somebody has been asked to answer for it, and has not said."""
    return {
        "number": BenefitOwner.objects.filter(answer=OwnerAnswer.WAITING).earliest("pk").initiative.number
    }


def a_required_assessment() -> Arguments:
    one = Assessment.objects.filter(is_required=True, initiative__stage=Stage.CLARIFYING).earliest("pk")
    return {"number": one.initiative.number, "key": one.key}


def a_case_to_hear() -> Arguments:
    """Whose units nobody is asking now."""
    heard = Hearing.objects.filter(closed_at=None, withdrawn_at=None).values("initiative")
    case = (
        Initiative.objects.filter(stage=Stage.CLARIFYING, impacts__isnull=False)
        .exclude(pk__in=heard)
        .earliest("pk")
    )
    return {"number": case.number}


def a_held_meeting() -> Arguments:
    return {"pk": Meeting.objects.filter(state=MeetingState.APPROVED).latest("starts_at").pk}


PAPERS_OF_A_MEETING = ("agenda_paper_pdf", "agenda_paper_docx")
MINUTES = ("minutes_paper_pdf", "minutes_paper_docx")


def a_system() -> Arguments:
    return {"pk": System.objects.earliest("pk").pk}


SCENARIO_ROUTES = (
    "scenario",
    "describe_scenario",
    "add_scenario_change",
    "remove_scenario_change",
    "discard_scenario",
    "compute_scenario",
    "cancel_scenario",
    "scenario_progress",
)
PROPOSAL_ROUTES = ("plan_proposal", "withdraw_plan_proposal", "publish_plan", "decline_plan")
RECKONING_ROUTES = ("plan_sureness", "plan_worth", "plan_on_a_page", "plan_on_a_page_pdf")
SWEEP_ROUTES = ("sweep", "sweep_progress", "stop_sweep", "resume_sweep")

PLAN_FILES = (
    "plan_to_excel",
    "plan_to_svg",
    "plan_to_png",
    "plan_to_csv",
    "plan_to_json",
    "plan_to_project",
)

SAMPLES: dict[str, Callable[[], Arguments]] = {
    "intake_preview": lambda: {"upload": uuid4()},
    "take_in_wishes": lambda: {"upload": uuid4()},
    "discard_upload": lambda: {"upload": uuid4()},
    "calendar_feed": lambda: {"key": "guess"},
    "mail_preview": lambda: {"key": uuid4()},
    "discard_mail": lambda: {"key": uuid4()},
    "attachment": an_attachment,
    "remove_attachment": an_attachment,
    "system": a_system,
    "edit_system": a_system,
    "take_up": case(Stage.SUBMITTED),
    "reopen_wish": case(Stage.POSTPONED),
    "answer_question": a_question,
    "workbench_spread": lambda: {"number": a_case(), "what": "investment"},
    "governance_body": a_body,
    "governance_version": lambda: {"number": 1},
    "body_checklist": a_body,
    "edit_governance_body": a_body,
    "close_governance_body": a_body,
    "call_meetings": a_body,
    "call_written": a_body,
    **dict.fromkeys(MEETING_ROUTES, a_meeting),
    **dict.fromkeys(ITEM_ROUTES, an_item),
    **dict.fromkeys(PAPERS_OF_A_MEETING, a_meeting),
    **dict.fromkeys(MINUTES, a_held_meeting),
    "lift_recusal": a_recusal,
    "condition": a_condition,
    "fulfil_condition": a_condition,
    "waive_condition": a_condition,
    "reconsider": case(Stage.APPROVED),
    "reason": a_reason,
    "person": a_person,
    "grant_role": a_person,
    "withdraw_role": a_holding,
    "set_access": a_person,
    "invite_person": a_person,
    "edit_unit": lambda: {"pk": Unit.objects.earliest("pk").pk},
    "choose_password": lambda: {"uidb64": "MQ", "token": "a-guess"},
    "forget_person": a_person,
    "network_member": a_member,
    "change_network_member": a_member,
    "describe_knowledge": a_member,
    "name_substitute": a_member,
    "hand_over": a_member,
    "give_cases": a_member,
    "accept_benefit": a_benefit_asked_about,
    "decline_benefit": a_benefit_asked_about,
    "record_assessment": a_required_assessment,
    "call_hearing": a_case_to_hear,
    "hearing": a_hearing,
    "answer_hearing": a_party,
    "prolong_hearing": a_hearing,
    "withdraw_hearing": a_hearing,
    "close_hearing": a_hearing,
    "assess": a_round,
    "replace_assessor": an_assessor,
    "settle_disagreement": a_disagreement,
    "body_criteria": the_council,
    "begin_criteria": the_council,
    "edit_criteria": the_council,
    "discard_criteria": the_council,
    "adopt_criteria": the_council,
    "unit_readiness": a_unit_asked,
    "answer_readiness": a_unit_asked,
    **dict.fromkeys(SCENARIO_ROUTES, a_scenario),
    "scenario_file": lambda: {**a_scenario(), "what": "problem"},
    **dict.fromkeys(SWEEP_ROUTES, a_sweep),
    **dict.fromkeys(PROPOSAL_ROUTES, a_proposal),
    "plan_moves": lambda: {"pk": a_computed_plan().pk},
    "propose_plan": lambda: {"pk": a_computed_plan().pk},
    "unit_calendar_feed": lambda: {"key": "guess", "pk": Unit.objects.earliest("pk").pk},
    "cancel_plan": a_plan_run,
    "withdraw_pin": a_pin,
    "limit": lambda: {"slug": "penge"},
    "change_limit": lambda: {"slug": "penge"},
    "limit_version": lambda: {"slug": "penge", "number": 1},
    "older_plan": a_plan_run,
    **dict.fromkeys(PLAN_FILES, a_plan_run),
    **dict.fromkeys(RECKONING_ROUTES, a_plan_run),
    "reckon_plan": lambda: {**a_plan_run(), "kind": "sureness"},
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

"""Ask for a new plan: freeze the question, and let a worker find the answer."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.refused import Refused as NotAProblem
from takt.calculation.planner.solve import Effort
from takt.foundation.design.templatetags.takt import language
from takt.foundation.jobs.commands import request_job
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.planning import rules
from takt.governance.planning.kept import fingerprint, packed
from takt.governance.planning.models import PlanRun
from takt.governance.planning.queries import unfinished_run
from takt.governance.planning.question import Question, default_first_month, first_day_of, question

COMPUTE_PLAN = "compute_plan"
"""The kind of job that ``background`` does."""


def request_plan(*, effort: Effort = Effort.NORMAL, by: Person, at: datetime) -> PlanRun:
    """Freeze the question as the house stands now and queue it.

    Raises Refused when this person may not, when a plan is already waiting or under way, and when there is
    nothing to plan or the estimates contradict each other.
    """
    refuse_if(rules.why_not_request_plan(by, unfinished_run()))
    asked = question(
        title=f"{settings.MUNICIPALITY}, {wording.day(timezone.localdate(at))}",
        first_month=default_first_month(timezone.localdate(at)),
    )
    raw = problem_bytes(asked.problem)
    refuse_if(rules.why_not_ask(asked.problem) or _why_not_read(raw))
    with transaction.atomic():
        return _queue(asked, raw, effort, by, at)


def _queue(asked: Question, raw: bytes, effort: Effort, by: Person, at: datetime) -> PlanRun:
    run = PlanRun.objects.create(
        job=request_job(COMPUTE_PLAN, {}, by=by, at=at),
        effort=effort,
        requested_by=by,
        requested_at=at,
        first_month=first_day_of(asked.problem.first_month),
        months=asked.problem.months,
        problem=packed(raw),
        figures={"asked": asked.notes()},
    )
    record(
        "plan.requested",
        about=run.reference,
        by=by,
        at=at,
        effort=str(effort),
        initiatives=len(asked.problem.initiatives),
        problem_sha256=fingerprint(raw),
    )
    # the ledger lets writers in one at a time, so by now the second of two sees the first
    refuse_if(rules.why_not_request_plan(by, unfinished_run(besides=run)))
    return run


def _why_not_read(raw: bytes) -> Refusal | None:
    """The archive must read back; a circle of requirements, for one, is found here."""
    try:
        read_problem(raw)
    except NotAProblem as wrong:
        return Refusal(
            _("Skønnene modsiger hinanden: %(what)s") % {"what": wrong.in_language(language())},
            _("Ret skønnet, og bed om planen igen."),
        )
    return None

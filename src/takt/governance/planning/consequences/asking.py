"""Weigh a yes beside the newest plan, or read what was weighed before of the same plan, estimates and limits."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from django.utils.translation import gettext as _

from takt.calculation.consequences import weigh
from takt.calculation.consequences.effects import SHAPE, read_weighed
from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.problem import Problem
from takt.foundation.design.templatetags.takt import language
from takt.governance.clarifying.models import Estimate
from takt.governance.flow.models import Initiative
from takt.governance.planning.consequences.rows import Consequences, in_words
from takt.governance.planning.kept import situation_of
from takt.governance.planning.models import PlanRun, WeighedYes
from takt.governance.planning.queries import current_plan
from takt.governance.planning.question import question_with


def consequences_of(initiative: Initiative, at: datetime) -> Consequences:
    """Of a yes to this initiative, beside the newest plan and under today's limits.

    The others stay where the plan has them. It keeps its own place there; without one it is tried at the
    start where the least is in its way. ``at`` is kept as the time of computing when it has to be computed.
    """
    estimate = Estimate.objects.filter(initiative=initiative).first()
    if estimate is None:
        return Consequences(missing=_("Sagen mangler skøn over tid, penge og mandskab."))
    run = current_plan()
    if run is None:
        return Consequences(missing=_("Der er ingen plan at holde sagen op mod. Beregn en plan først."))
    initiative.estimate = estimate
    weighed, absent = _weighed(run, initiative, at)
    return in_words(
        read_weighed(weighed.weighed),
        absent,
        plan_number=run.pk,
        first_month=situation_of(run).problem.first_month,
        computed_at=weighed.computed_at,
        language=language(),
    )


def _weighed(run: PlanRun, initiative: Initiative, at: datetime) -> tuple[WeighedYes, tuple[str, ...]]:
    situation = situation_of(run)
    problem, absent = question_with(situation.problem, initiative)
    asked = _fingerprint(problem, initiative.number)
    known = WeighedYes.objects.filter(run=run, initiative=initiative).first()
    if known is not None and known.question_sha256 == asked:
        return known, absent
    fresh = WeighedYes(
        run=run,
        initiative=initiative,
        question_sha256=asked,
        weighed=weigh(problem, situation.start, initiative.number).as_json(),
        computed_at=at,
    )
    WeighedYes.objects.bulk_create(
        [fresh],
        update_conflicts=True,
        unique_fields=["run", "initiative"],
        update_fields=["question_sha256", "weighed", "computed_at"],
    )
    return fresh, absent


def _fingerprint(problem: Problem, number: str) -> str:
    """Of the limits, the one initiative and the way of reckoning; the others are those of the plan."""
    alone = replace(problem, initiatives=(problem.initiative[number],), choose_one=(), title="")
    return sha256(b"%d " % SHAPE + problem_bytes(alone)).hexdigest()

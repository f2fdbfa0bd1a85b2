"""The question that a scenario changes, and the changed one; and refusing what cannot be asked."""

from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_problem
from takt.calculation.planner.refused import Refused as NotAProblem
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.changes import CannotChange, Change
from takt.calculation.scenarios.outcome import Outcome, outcome_of
from takt.calculation.scenarios.sentences import sentence
from takt.calculation.scenarios.writing import read_changes
from takt.foundation.design.templatetags.takt import language
from takt.foundation.refusals import Refusal, Refused
from takt.governance.planning.kept import kept_plan, kept_problem, situation_of
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.question import default_first_month, question
from takt.governance.planning.scenarios.models import Scenario


def changes_in(scenario: Scenario) -> tuple[Change, ...]:
    return read_changes(scenario.changes)


def question_of(base: PlanRun | None, *, at: datetime) -> Problem:
    """Of a plan, to the byte as it was asked; or, without one, the house as it stands now."""
    if base is not None and base.recorded_at is None:
        return _kept(base.pk, base.requested_at)
    if base is not None:
        return situation_of(base).problem
    today = timezone.localdate(at)
    title = f"{settings.MUNICIPALITY}, {wording.day(today)}"
    return question(title=title, first_month=default_first_month(today)).problem


@lru_cache(maxsize=2)
def _kept(run_pk: int, requested_at: datetime) -> Problem:  # noqa: ARG001 - a key that another database cannot share
    """Of a plan that is not computed yet."""
    return kept_problem(PlanRun.objects.only("problem").get(pk=run_pk))


def changed_question(problem: Problem, changes: tuple[Change, ...]) -> bytes:
    """``takt.problem/1``. Raises Refused, in the reader's language, when it cannot be asked."""
    try:
        raw = problem_bytes(changed(problem, changes))
        if not read_problem(raw).initiatives:
            raise Refused(
                Refusal(_("Der er ingen ønsker tilbage at lægge en plan for."), _("Tag færre ønsker ud."))
            )
    except CannotChange as wrong:
        why = wrong.da if language() == "da" else wrong.en
        raise Refused(Refusal(why, _("Vælg noget andet, eller fjern ændringen."))) from None
    except NotAProblem as wrong:
        raise Refused(
            Refusal(
                _("Ændringerne modsiger skønnene: %(what)s") % {"what": wrong.in_language(language())},
                _("Fjern en ændring, eller ret skønnet."),
            )
        ) from None
    return raw


def in_words(changes: tuple[Change, ...], problem: Problem) -> list[str]:
    """One sentence a change, in the reader's language."""
    shown = in_the_words_of(problem, language())
    return [sentence(change, shown, language()) for change in changes]


def outcome_of_plan(run: PlanRun) -> Outcome:
    """What a recorded plan comes to. The latest few are remembered."""
    return _outcome(run.pk, run.figures["plan_sha256"])


@lru_cache(maxsize=4)
def _outcome(run_pk: int, plan_sha256: str) -> Outcome:  # noqa: ARG001 - a key that another database cannot share
    run = PlanRun.objects.only("problem", "plan", "figures").get(pk=run_pk)
    return outcome_of(situation_of(run).problem, kept_plan(run))

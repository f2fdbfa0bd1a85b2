"""Questions to a plan that take seconds: what it costs to take a wish in, what keeps a duty from its deadline."""

from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from takt.calculation import wording
from takt.calculation.planner.explain.answer import Explanation, Verdict
from takt.calculation.planner.explain.conflict import conflict
from takt.calculation.planner.explain.conflict_sentences import conflict_sentences
from takt.calculation.planner.explain.price import price
from takt.calculation.planner.explain.price_sentences import price_sentences
from takt.calculation.planner.problem import Obligation
from takt.governance.planning.kept import kept_plan, kept_problem
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.models import PlanRun


class Closer(StrEnum):
    """What can be asked about one initiative beyond the instant answer."""

    PRICE = "price"
    CONFLICT = "conflict"


def closer_question(why: Explanation) -> Closer | None:
    """A duty that is late or left out has a conflict; a wish that could be taken in has a price."""
    is_duty = why.problem.initiative[why.id].obligation is Obligation.MUST
    if is_duty and why.months_late and why.verdict is not Verdict.FIXED:
        return Closer.CONFLICT
    could_be_in = why.verdict is Verdict.NOT_PLACED and why.impossible is None
    return Closer.PRICE if could_be_in else None


def closer_answer(run: PlanRun, number: str, asked: Closer, language: wording.Language) -> tuple[str, ...]:
    """Whole sentences; empty when nothing can be proven. The latest answers are remembered."""
    return _answer(run.pk, run.figures["plan_sha256"], number, asked, language)


@lru_cache(maxsize=256)
def _answer(
    run_pk: int,
    plan_sha256: str,  # noqa: ARG001 - a key that another database cannot share
    number: str,
    asked: Closer,
    language: wording.Language,
) -> tuple[str, ...]:
    run = PlanRun.objects.only("problem", "plan").get(pk=run_pk)
    problem = kept_problem(run)
    shown = in_the_words_of(problem, language)
    if asked is Closer.PRICE:
        priced = price(problem, kept_plan(run), number)
        return price_sentences(replace(priced, problem=shown), language)
    found = conflict(problem, number)
    return conflict_sentences(replace(found, problem=shown), language) if found else ()

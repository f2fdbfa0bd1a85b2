"""Questions to a plan that take seconds: what it costs to take a wish in, what keeps a duty from its deadline."""

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
    if asked is Closer.PRICE:
        return price_sentences(price(kept_problem(run), kept_plan(run), number), language)
    found = conflict(kept_problem(run), number)
    return conflict_sentences(found, language) if found else ()

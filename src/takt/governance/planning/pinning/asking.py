"""The wishes put into the question of a plan, and taken out of it again. What became of each is kept with the run."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from takt.calculation.planner.explain import Situation
from takt.calculation.planner.pinning import Kept, Wish, lifted, pinned
from takt.calculation.planner.problem import Month, Problem
from takt.governance.planning.kept import kept_plan, kept_problem, situation_of
from takt.governance.planning.limits.months import month_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pinning.models import Pin
from takt.governance.planning.pinning.queries import active_pins, newest_starts

Notes = Sequence[Mapping[str, Any]]
"""One for each wish: its initiative and month, and either the window it had before or why it is not kept."""

_NOT_ASKED = (
    "Det var ikke med i spørgsmålet til planen: det manglede et skøn, eller noget, det kræver, var ikke med.",
    "It was not part of the question: it had no estimate, or something it requires was not there.",
)
_NOT_INSIDE = ("Måneden lå før planens første.", "The month was before the first of the plan.")


def with_pins(problem: Problem) -> tuple[Problem, tuple[Mapping[str, Any], ...]]:
    """The question that keeps as many of the wishes as it can bear, and what became of each."""
    pins = list(active_pins())
    if not pins:
        return problem, ()
    first = problem.first_month
    inside = {pin.initiative.number: month_of(pin.month) for pin in pins if _is_inside(pin, problem)}
    wishes = [Wish(number, month.minus(first)) for number, month in inside.items()]
    asked = pinned(problem, wishes, newest_starts(first))
    outside = [pin for pin in pins if pin.initiative.number not in inside]
    return asked.problem, (
        *({"number": one.wish.id, **_month(first, one.wish), **_window(one)} for one in asked.kept),
        *(
            {"number": one.wish.id, **_month(first, one.wish), "kept": False, "da": one.da, "en": one.en}
            for one in asked.not_kept
        ),
        *(_outside(pin, problem) for pin in outside),
    )


def _is_inside(pin: Pin, problem: Problem) -> bool:
    return pin.initiative.number in problem.initiative and month_of(pin.month) >= problem.first_month


def _outside(pin: Pin, problem: Problem) -> dict[str, Any]:
    danish, english = _NOT_INSIDE if pin.initiative.number in problem.initiative else _NOT_ASKED
    return {
        "number": pin.initiative.number,
        "month": str(month_of(pin.month)),
        "kept": False,
        "da": danish,
        "en": english,
    }


def _month(first: Month, wish: Wish) -> dict[str, str]:
    return {"month": str(first.plus(wish.start))}


def _window(one: Kept) -> dict[str, Any]:
    return {
        "kept": True,
        "start": one.wish.start,
        "earliest_start": one.earliest_start,
        "latest_go_live": one.latest_go_live,
    }


def without_pins(problem: Problem, notes: Notes) -> Problem:
    """The question as it was before the wishes: its own windows and deadlines are the ones to show."""
    return lifted(
        problem,
        [
            Kept(Wish(one["number"], one["start"]), one["earliest_start"], one["latest_go_live"])
            for one in notes
            if one["kept"]
        ],
    )


def free_situation(run: PlanRun) -> Situation:
    """A recorded plan in its question without wishes, ready to be asked. The latest few are remembered."""
    if not any(one["kept"] for one in run.figures.get("pins", ())):
        return situation_of(run)
    return _without_wishes(run.pk, run.figures["plan_sha256"])


def newest_free_situation() -> tuple[int, Situation] | None:
    """The key of the newest plan and it, without reading its figures, which are large; None before there is one."""
    recorded = PlanRun.objects.filter(recorded_at__isnull=False)
    newest = recorded.values_list("pk", "figures__plan_sha256").first()
    return (newest[0], _by_key(*newest)) if newest else None


@lru_cache(maxsize=4)
def _by_key(run_pk: int, plan_sha256: str) -> Situation:  # noqa: ARG001 - a key that another database cannot share
    return free_situation(PlanRun.objects.only("figures").get(pk=run_pk))


@lru_cache(maxsize=4)
def _without_wishes(run_pk: int, plan_sha256: str) -> Situation:  # noqa: ARG001 - a key that another database cannot share
    run = PlanRun.objects.only("problem", "plan", "figures").get(pk=run_pk)
    return Situation.of(without_pins(kept_problem(run), run.figures["pins"]), kept_plan(run).start)

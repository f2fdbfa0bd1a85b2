"""What of the plan breaks the limits: before a change is saved, and after, until there is another plan."""

from collections.abc import Mapping
from typing import Any

from takt.calculation.planner.breach import Kind
from takt.calculation.planner.broken import Broken, broken_by
from takt.calculation.planner.problem import Problem
from takt.governance.planning.kept import situation_of
from takt.governance.planning.limits.asked import House, asked, under
from takt.governance.planning.limits.sections import Content
from takt.governance.planning.limits.standing import content_now, house_now
from takt.governance.planning.models import LimitKind, LimitVersion, PlanRun
from takt.governance.planning.queries import current_plan
from takt.governance.planning.question import units_of

LIMIT_OF = {
    Kind.MONEY: LimitKind.MONEY,
    Kind.STAFF: LimitKind.STAFF,
    Kind.LOAD: LimitKind.CEILINGS,
    Kind.GO_LIVES: LimitKind.CEILINGS,
    Kind.FREEZE: LimitKind.FREEZES,
}


def broken_under(content: Content, standing: Content) -> list[dict[str, Any]]:
    """As JSON: what the plan breaks when the limits are these, and not as they stand. Empty without a plan."""
    run = current_plan()
    return _broken(run, content, standing) if run else []


def broken_now(plan: PlanRun | None = None) -> list[dict[str, Any]]:
    """What the plan breaks because limits were changed after it was asked for.

    Reckoned once for a plan and a change; then it is read. ``plan``: that plan, for whoever has it already.
    """
    run, version = plan or current_plan(), LimitVersion.objects.defer("content").first()
    if run is None or version is None or version.changed_at <= run.requested_at:
        return []
    if version.weighed_run_id != run.pk:
        weigh(version, run)
    return list(version.broken)


def weigh(version: LimitVersion, run: PlanRun | None) -> None:
    """Keep with the newest change what it breaks of the plan."""
    version.weighed_run, version.broken = run, _broken(run, content_now()) if run else []
    version.save(update_fields=["weighed_run", "broken"])


def _broken(run: PlanRun, content: Content, standing: Content | None = None) -> list[dict[str, Any]]:
    """``standing`` None: held against the limits that the plan was made under."""
    situation = situation_of(run)
    problem, house = situation.problem, house_now()
    before = problem if standing is None else _under(problem, standing, house)
    titles = {one.id: one.title for one in problem.initiatives}
    found = broken_by(_under(problem, content, house), situation.start, before=before)
    return [_as_json(one, titles) for one in found]


def _under(problem: Problem, content: Content, house: House) -> Problem:
    limits = asked(content, house, first_month=problem.first_month, months=problem.months)
    return under(problem, limits, units_of(problem, limits))


def _as_json(one: Broken, titles: Mapping[str, str]) -> dict[str, Any]:
    return {
        "limit": str(LIMIT_OF[one.breach.kind]),
        "kind": str(one.breach.kind),
        "id": one.breach.id,
        "da": one.breach.da,
        "en": one.breach.en,
        "used_by": [
            {"number": user.id, "title": titles[user.id], "amount": user.amount, "is_fixed": user.is_fixed}
            for user in one.used_by
        ],
    }

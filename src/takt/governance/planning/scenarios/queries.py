"""Scenarios and sweeps, as pages read them. The archived files are left in the database."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from takt.calculation.scenarios.lifting import Point
from takt.governance.planning.queries import UNFINISHED, current_plan
from takt.governance.planning.scenarios.asking import changes_in, in_words, question_of
from takt.governance.planning.scenarios.models import Scenario, ScenarioRun, Sweep


def scenarios() -> QuerySet[Scenario]:
    """Newest first, without those put away."""
    return (
        Scenario.objects.filter(discarded_at=None)
        .select_related("base__job", "created_by")
        .defer("base__problem", "base__plan")
    )


def runs() -> QuerySet[ScenarioRun]:
    """Newest first, without the archived files."""
    return ScenarioRun.objects.select_related("job", "requested_by", "base").defer(
        "problem", "plan", "base__problem", "base__plan"
    )


def latest_run(scenario: Scenario) -> ScenarioRun | None:
    """Finished or not."""
    return runs().filter(scenario=scenario).first()


def computed_run(scenario: Scenario) -> ScenarioRun | None:
    """The newest with a plan."""
    return runs().filter(scenario=scenario, recorded_at__isnull=False).first()


def computed_runs(of: Iterable[Scenario]) -> dict[int, ScenarioRun]:
    """The newest with a plan, by the key of its scenario."""
    newest: dict[int, ScenarioRun] = {}
    for run in runs().filter(scenario__in=[one.pk for one in of], recorded_at__isnull=False):
        newest.setdefault(run.scenario_id, run)
    return newest


def unfinished_run(scenario: Scenario) -> ScenarioRun | None:
    """The one that waits or is under way; there is at most one."""
    return runs().filter(scenario=scenario, job__state__in=UNFINISHED).first()


def says_now(scenario: Scenario) -> list[str]:
    """The changes in words, with the names of the plan that is nearest at hand."""
    base = scenario.base or current_plan()
    if base is None:
        return []
    return in_words(changes_in(scenario), question_of(base, at=base.requested_at))


def unfinished_scenarios(of: Iterable[Scenario]) -> set[int]:
    """The keys of those that are being computed or wait for it."""
    waiting = ScenarioRun.objects.filter(scenario__in=[one.pk for one in of], job__state__in=UNFINISHED)
    return set(waiting.values_list("scenario_id", flat=True))


def sweeps() -> QuerySet[Sweep]:
    """Newest first, without the archived files of the plan they begin from."""
    return Sweep.objects.select_related("job", "base", "requested_by").defer("base__problem", "base__plan")


def unfinished_sweep(*, besides: Sweep | None = None) -> Sweep | None:
    """The one that waits or is under way; there is at most one."""
    waiting = sweeps().filter(job__state__in=UNFINISHED)
    return (waiting.exclude(pk=besides.pk) if besides else waiting).first()


def points_of(sweep: Sweep) -> list[Point]:
    """Those that are computed."""
    fields = ("x", "y", "chosen", "months_late", "goal_shortfall", "value_twelfths", "value_bound_twelfths")
    rows = sweep.cells.annotate(is_possible=Q(plan__isnull=False)).values_list(*fields, "is_possible")
    return [Point(*row) for row in rows]

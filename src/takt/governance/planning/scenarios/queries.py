"""Scenarios and sweeps, as pages read them. The archived files are left in the database."""

from collections.abc import Iterable

from django.db.models import OuterRef, Q, QuerySet, Subquery

from takt.calculation.scenarios.lifting import Point
from takt.governance.planning.queries import UNFINISHED, current_plan
from takt.governance.planning.scenarios.asking import changes_in, in_words, question_of
from takt.governance.planning.scenarios.models import Scenario, ScenarioRun, Sweep

_FILES_OF_BASE = ("base__problem", "base__plan", "base__figures")


def scenarios() -> QuerySet[Scenario]:
    """Newest first, without those put away."""
    there = Scenario.objects.filter(discarded_at=None)
    return there.select_related("base", "created_by").defer(*_FILES_OF_BASE)


def runs() -> QuerySet[ScenarioRun]:
    """Newest first, without the archived files."""
    return ScenarioRun.objects.select_related("job", "requested_by", "base").defer(
        "problem", "plan", *_FILES_OF_BASE
    )


def latest_run(scenario: Scenario) -> ScenarioRun | None:
    """Finished or not."""
    return runs().filter(scenario=scenario).first()


def computed_run(scenario: Scenario) -> ScenarioRun | None:
    """The newest with a plan."""
    return runs().filter(scenario=scenario, recorded_at__isnull=False).first()


def computed_runs(of: Iterable[Scenario]) -> dict[int, ScenarioRun]:
    """The newest with a plan, by the key of its scenario."""
    done = ScenarioRun.objects.filter(scenario=OuterRef("scenario"), recorded_at__isnull=False)
    newest = runs().filter(pk=Subquery(done.order_by("-id").values("pk")[:1]))
    return {run.scenario_id: run for run in newest.filter(scenario__in=[one.pk for one in of])}


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
    return Sweep.objects.select_related("job", "base", "requested_by").defer(*_FILES_OF_BASE)


def unfinished_sweep(*, besides: Sweep | None = None) -> Sweep | None:
    """The one that waits or is under way; there is at most one."""
    waiting = sweeps().filter(job__state__in=UNFINISHED)
    return (waiting.exclude(pk=besides.pk) if besides else waiting).first()


def points_of(sweep: Sweep) -> list[Point]:
    """Those that are computed."""
    fields = ("x", "y", "chosen", "months_late", "goal_shortfall", "value_twelfths", "value_bound_twelfths")
    rows = sweep.cells.annotate(is_possible=Q(plan__isnull=False)).values_list(*fields, "is_possible")
    return [Point(*row) for row in rows]

"""One scenario: what it changes, how far its computation is, and what it would mean."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from takt.calculation.planner.problem import Problem
from takt.calculation.scenarios.outcome import read_outcome
from takt.foundation.refusals import Refusal
from takt.governance.planning.kept import unpacked
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.queries import current_plan
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.asking import changes_in, in_words, outcome_of_plan, question_of
from takt.governance.planning.scenarios.forms import KINDS, ChangeForm, ScenarioForm
from takt.governance.planning.scenarios.models import Scenario, ScenarioRun
from takt.governance.planning.scenarios.pages.computing import panel_for
from takt.governance.planning.scenarios.pages.result import Other, Result, result_of
from takt.governance.planning.scenarios.queries import computed_run, computed_runs, scenarios
from takt.governance.planning.scenarios.staffing import staffing_today

OTHERS_OFFERED = 20


@require_safe
def scenario(request: SignedInRequest, pk: int) -> HttpResponse:
    """``aendring``: the kind of change to add; ``med``: another scenario to hold it against."""
    return show(request, get_object_or_404(scenarios(), pk=pk), kind=request.GET.get("aendring", ""))


def show(
    request: SignedInRequest,
    scenario: Scenario,
    *,
    kind: str = "",
    adding: ChangeForm | None = None,
    describing: ScenarioForm | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    names, run = naming_question(scenario), computed_run(scenario)
    changes = in_words(changes_in(scenario), names)
    others = list(scenarios().exclude(pk=scenario.pk)[:OTHERS_OFFERED]) if run else []
    computed = computed_runs(others)
    other = next(
        (one for one in others if str(one.pk) == request.GET.get("med") and one.pk in computed), None
    )
    context: dict[str, Any] = {
        "scenario": scenario,
        "changes": changes,
        "kinds": [(key, words) for key, (words, _form) in KINDS.items()],
        "kind": kind if kind in KINDS else "",
        "adding": adding or _blank(kind, names),
        "describing": describing
        or ScenarioForm(initial={"name": scenario.name, "note": scenario.note}, auto_id="id_om_%s"),
        "is_describing": describing is not None,
        "refusal": refusal,
        "why_not_change": rules.why_not_change(request.user) or rules.why_not_more(scenario),
        "why_not_touch": rules.why_not_change(request.user),
        "panel": panel_for(scenario, request.user),
        "run": run,
        "is_stale": run is not None and run.edition != scenario.edition,
        "others": [one for one in others if one.pk in computed],
        "other": other,
        "result": _result(request, run, other, computed) if run else None,
    }
    status = refusal.status if refusal else 400 if adding or describing else 200
    return render(request, "scenarios/scenario.html", context, status=status)


def naming_question(scenario: Scenario) -> Problem:
    """The one that names are taken from and forms are made of."""
    return question_of(scenario.base or current_plan(), at=timezone.now())


def _blank(kind: str, names: Problem) -> ChangeForm | None:
    if kind not in KINDS:
        return None
    initial = {}
    if kind == "staff" and (known := staffing_today(names)):
        initial["days_per_month"] = next(iter(known.values())).days_per_month
    return KINDS[kind][1](names, initial=initial)


def _result(
    request: SignedInRequest,
    run: ScenarioRun,
    other: Scenario | None,
    computed: dict[int, ScenarioRun],
) -> Result | None:
    """Held against another scenario when one is asked for, otherwise against the plan; None without either."""
    outcome = read_outcome(run.outcome)
    if other is not None:
        return result_of(Other(other.name, read_outcome(computed[other.pk].outcome)), outcome, request.GET)
    base = run.base if run.base and run.base.recorded_at else current_plan()
    return result_of(Other("", outcome_of_plan(base)), outcome, request.GET) if base else None


@require_safe
def kept_file(request: SignedInRequest, pk: int, what: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """``problem`` or ``plan`` of the newest computation, to the byte as it was kept."""
    scenario = get_object_or_404(scenarios(), pk=pk)
    run = (
        ScenarioRun.objects.filter(scenario=scenario, recorded_at__isnull=False)
        .only("problem", "plan")
        .first()
    )
    blob = {"problem": run.problem, "plan": run.plan}.get(what) if run else None
    if blob is None:
        raise Http404
    return HttpResponse(
        unpacked(blob),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="takt-scenarie-{pk}-{what}.json"'},
    )

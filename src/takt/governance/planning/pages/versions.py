"""Every plan ever computed, with its question and answer as files that anyone can compute again."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from takt.governance.planning.kept import unpacked
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.computing import effort_word
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.queries import runs

PER_PAGE = 25


@require_safe
def versions(request: SignedInRequest) -> HttpResponse:
    page = Paginator(runs().defer("problem", "plan", "figures"), PER_PAGE).get_page(request.GET.get("side"))
    rows = [
        {"run": run, "effort": effort_word(run.effort), "gap": gap_percent(run), "engine": engine_words(run)}
        for run in page
    ]
    return render(request, "planning/versions.html", {"page": page, "rows": rows})


def engine_words(run: PlanRun) -> str:
    """``highspy 1.16.0, ortools 9.15``: what it takes to compute the plan again."""
    return ", ".join(f"{part} {version}" for part, version in sorted(run.engine.items()) if part != "effort")


def gap_percent(run: PlanRun) -> float | None:
    """How much better a plan could be at most, in per cent of the best possible."""
    if run.value is None or run.value_bound is None:
        return None
    return max(0.0, 100 * (1 - run.value / run.value_bound)) if run.value_bound > 0 else 0.0


@require_safe
def kept_file(request: SignedInRequest, pk: int, what: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """``problem`` or ``plan``, to the byte as it was kept."""
    run = get_object_or_404(PlanRun.objects.only("problem", "plan"), pk=pk)
    blob = {"problem": run.problem, "plan": run.plan}.get(what)
    if blob is None:
        raise Http404
    return HttpResponse(
        unpacked(blob),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="takt-plan-{pk}-{what}.json"'},
    )

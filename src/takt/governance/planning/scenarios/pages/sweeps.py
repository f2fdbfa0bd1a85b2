"""Every sweep, and asking for a new one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from takt.calculation.planner.solve import Effort
from takt.calculation.scenarios.axes import cells, read_axis
from takt.foundation.design.templatetags.takt import language
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.planning.kept import situation_of
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.queries import current_plan
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.commands.cancel_sweep import cancel_sweep
from takt.governance.planning.scenarios.commands.continue_sweep import continue_sweep
from takt.governance.planning.scenarios.commands.request_sweep import request_sweep
from takt.governance.planning.scenarios.queries import sweeps as all_sweeps
from takt.governance.planning.scenarios.queries import unfinished_sweep
from takt.governance.planning.scenarios.sweep_form import SweepForm

PER_PAGE = 20


@require_safe
def sweeps(request: SignedInRequest) -> HttpResponse:
    return _show(request, None, None)


@require_POST
def new_sweep(request: SignedInRequest) -> HttpResponse:
    """From the newest plan, which is the point of today."""
    plan = current_plan()
    refuse_if(rules.why_not_change(request.user) or _why_not_without(plan))
    assert plan is not None  # noqa: S101 - refused above
    form = _form(plan, request.POST)
    if not form.is_valid():
        return _show(request, form, None)
    try:
        made = request_sweep(
            form.cleaned_data["name"],
            form.axes,
            base=plan,
            effort=Effort(form.cleaned_data["effort"]),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as no:
        if no.refusal.status == 403:
            raise
        return _show(request, form, no.refusal)
    return redirect("sweep", made.pk)


@require_POST
def stop_sweep(request: SignedInRequest, pk: int) -> HttpResponse:
    cancel_sweep(get_object_or_404(all_sweeps(), pk=pk), by=request.user, at=timezone.now())
    messages.success(request, _("Gennemregningen stopper. De punkter, der er regnet, er gemt."))
    return redirect("sweep", pk)


@require_POST
def resume_sweep(request: SignedInRequest, pk: int) -> HttpResponse:
    continue_sweep(get_object_or_404(all_sweeps(), pk=pk), by=request.user, at=timezone.now())
    return redirect("sweep", pk)


def _show(request: SignedInRequest, form: SweepForm | None, refusal: Refusal | None) -> HttpResponse:
    plan = current_plan()
    page = Paginator(all_sweeps().annotate(done=Count("cells")).order_by("-id"), PER_PAGE).get_page(
        request.GET.get("side")
    )
    why_not = rules.why_not_sweep(request.user, unfinished_sweep()) or _why_not_without(plan)
    context: dict[str, Any] = {
        "page": page,
        "rows": [(one, len(cells([read_axis(axis) for axis in one.axes]))) for one in page.object_list],
        "form": form or (_form(plan, None) if plan and not why_not else None),
        "why_not": None if form else why_not,
        "refusal": refusal,
        "plan": plan,
    }
    status = refusal.status if refusal else 400 if form else 200
    return render(request, "scenarios/sweeps.html", context, status=status)


def _form(plan: PlanRun, said: Any) -> SweepForm:
    problem = situation_of(plan).problem
    return SweepForm(in_the_words_of(problem, language()), said)


def _why_not_without(plan: PlanRun | None) -> Refusal | None:
    if plan is not None:
        return None
    return Refusal(_("Der er ingen plan at regne ud fra endnu."), _("Beregn den første plan på siden Plan."))

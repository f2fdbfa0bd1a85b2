"""Make a scenario, change it, put it away. Plain forms: nothing here needs a script."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from takt.foundation.refusals import Refused, refuse_if
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.queries import runs as plan_runs
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.commands.add_change import add_change
from takt.governance.planning.scenarios.commands.create_scenario import create_scenario
from takt.governance.planning.scenarios.commands.describe_scenario import describe_scenario
from takt.governance.planning.scenarios.commands.discard_scenario import discard_scenario
from takt.governance.planning.scenarios.commands.remove_change import remove_change
from takt.governance.planning.scenarios.forms import KINDS, ScenarioForm
from takt.governance.planning.scenarios.models import Scenario
from takt.governance.planning.scenarios.pages.scenario import naming_question, show
from takt.governance.planning.scenarios.queries import scenarios

PLANS_OFFERED = 10
TODAY = "i-dag"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    refuse_if(rules.why_not_change(request.user))
    form = ScenarioForm(request.POST or None)
    plans = list(
        plan_runs().filter(recorded_at__isnull=False).defer("problem", "plan", "figures")[:PLANS_OFFERED]
    )
    refusal, status = None, 200
    if request.method == "POST" and form.is_valid():
        try:
            made = create_scenario(
                **form.cleaned_data,
                base=_base(request.POST.get("base", ""), plans),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as no:
            refusal, status = no.refusal, no.refusal.status
        else:
            return redirect("scenario", made.pk)
    context = {"form": form, "plans": plans, "refusal": refusal, "chosen": request.POST.get("base", "")}
    return render(request, "scenarios/new.html", context, status=status)


def _base(said: str, plans: list[PlanRun]) -> PlanRun | None:
    """The plan chosen; the newest when nothing was said, and None for the house of today."""
    if said == TODAY:
        return None
    return next((plan for plan in plans if str(plan.pk) == said), plans[0] if plans else None)


@require_POST
def describe(request: SignedInRequest, pk: int) -> HttpResponse:
    scenario, form = _held(pk), ScenarioForm(request.POST)
    refuse_if(rules.why_not_change(request.user))
    if not form.is_valid():
        return show(request, scenario, describing=form)
    try:
        describe_scenario(
            scenario, **form.cleaned_data, seen=seen(request), by=request.user, at=timezone.now()
        )
    except Refused as no:
        return show(request, scenario, describing=form, refusal=no.refusal)
    return redirect("scenario", pk)


@require_POST
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """``slags``: the kind of change."""
    scenario, kind = _held(pk), request.POST.get("slags", "")
    refuse_if(rules.why_not_change(request.user))
    if kind not in KINDS:
        return redirect("scenario", pk)
    form = KINDS[kind][1](naming_question(scenario), request.POST)
    if not form.is_valid():
        return show(request, scenario, kind=kind, adding=form)
    try:
        add_change(scenario, form.change, seen=seen(request), by=request.user, at=timezone.now())
    except Refused as no:
        return show(request, scenario, kind=kind, adding=form, refusal=no.refusal)
    return redirect(f"{reverse('scenario', args=[pk])}#aendringer")


@require_POST
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    scenario = _held(pk)
    remove_change(
        scenario,
        whole(request.POST.get("nummer", "")),
        seen=seen(request),
        by=request.user,
        at=timezone.now(),
    )
    return redirect(f"{reverse('scenario', args=[pk])}#aendringer")


@require_POST
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    scenario = discard_scenario(_held(pk), seen=seen(request), by=request.user, at=timezone.now())
    messages.success(request, _("Scenariet “%(name)s” er lagt væk.") % {"name": scenario})
    return redirect("scenarios")


def _held(pk: int) -> Scenario:
    return get_object_or_404(scenarios(), pk=pk)


def seen(request: SignedInRequest) -> int:
    """The edition that the person had before them."""
    return whole(request.POST.get("udgave", ""))


def whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1
